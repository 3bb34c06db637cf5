// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/form_furniture.h"

#include <gtest/gtest.h>

#include "tests/support/report_checks.h"
#include "tests/support/split_blocks.h"

namespace ibid {
namespace {

bool is_furniture_block(const std::string& text, PassageKind kind = PassageKind::kBody) {
  const auto blocks = testing::split_blocks(text);
  return blocks.size() == 1 && is_form_furniture(text, blocks.front(), kind);
}

TEST(FormFurniture, IsNoText) {
  for (const std::string text :
       {"붙임  항만 계획 1부.  끝.", "붙임 1. 항만 계획 1부.\n     2. 일정표 1부.  끝.", "[붙임]",
        "끝.",
        "담당 부서  항만과   책임자  과장  홍길동 (044-000-0000)\n            담당자  사무관  "
        "김하나",
        "문의: 항만과 홍길동", "Contact: port@example.org", "Media contact: Mara Lind", "- 12 -",
        "Page 3 of 12", "3 / 12", "※ 자세한 내용은 누리집을 참고하시기 바랍니다.",
        "For more information, visit https://example.org/ports.",
        "ⓒ 한결신문. 무단 전재 및 재배포 금지", "지난 호 보기 | Unsubscribe"}) {
    EXPECT_TRUE(is_furniture_block(text)) << text;
  }
}

TEST(FormFurniture, IsNeitherProseNorAHeading) {
  for (const std::string text :
       {"붙임성이 좋은 사람이었다.", "문의가 늘었다.", "담당자가 바뀌었다.",
        "Contact between them fell.", "Copyright disputes rose in 2024.",
        "첨부 서류를 내지 않은 배가 많았다.", "12 ships", "- 12", "끝이 났다.", "# 붙임",
        "연락처를 바꾼 이는 드물었다."}) {
    EXPECT_FALSE(is_furniture_block(text)) << text;
  }
  EXPECT_FALSE(is_furniture_block("통계청, 재배포 금지 자료 목록, 2024.", PassageKind::kSource));
}

TEST(FormFurniture, IsKeptApartFromPassages) {
  const std::string text =
      "보도자료\n보도시점 2025. 1. 8.(수) 배포 2025. 1. 7.(화)\n\n부두를 넓힌다\n\n"
      "□ 부두를 넓힌다.\n  * 잠정\n- 1 -\n붙임  계획 1부.  끝.\n";
  const Report report = testing::parse(text);
  testing::check_invariants(report, text);
  ASSERT_EQ(report.passages.size(), 2U);
  EXPECT_EQ(report.passages[1].text, "잠정");
  ASSERT_EQ(report.furniture.size(), 4U);
  EXPECT_EQ(report.furniture[2].text, "1 -");
  for (const FurnitureLine& line : report.furniture) {
    EXPECT_EQ(testing::slice_of(text, line.bytes), line.text);
  }
}

}  // namespace
}  // namespace ibid
