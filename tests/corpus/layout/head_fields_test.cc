// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/head_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

// "date=2025-01-07": the fields of a line.
std::vector<std::string> fields_of(const std::string& line) {
  static const char* const kNames[] = {"date",   "later", "title",  "publisher",
                                       "author", "url",   "either", "other"};
  std::vector<std::string> shown;
  for (const HeadValue& value : read_field_line(line)) {
    shown.push_back(std::string(kNames[static_cast<std::size_t>(value.field)]) + "=" +
                    std::string(value.value));
  }
  return shown;
}

struct Fields {
  std::string line;
  std::vector<std::string> fields;
};

TEST(FieldLine, HasALabelBeforeEveryValue) {
  const std::vector<Fields> table = {
      {"Author: Mara Lind", {"author=Mara Lind"}},
      {"**Date:** January 7, 2025", {"date=January 7, 2025"}},
      {"작성자: 항만팀 | 작성일: 2025.01.07", {"author=항만팀", "date=2025.01.07"}},
      {"작성자：항만팀 · 조회수：31", {"author=항만팀", "other=31"}},
      {"Author: Mara Lind Date: 7 January 2025", {"author=Mara Lind", "date=7 January 2025"}},
      {"보도시점  2025. 1. 8.(수) 12:00   배포  2025. 1. 7.(화)",
       {"date=2025. 1. 8.(수) 12:00", "later=2025. 1. 7.(화)"}},
      {"보도시점 2025. 1. 8.(수) 조간 배포 2025. 1. 7.(화)",
       {"date=2025. 1. 8.(수) 조간", "later=2025. 1. 7.(화)"}},
      {"[발행일] 2025. 1. 7.  [발행처] 북해연구원", {"date=2025. 1. 7.", "publisher=북해연구원"}},
      {"입력 2025.01.07 09:00 | 수정 2025.01.07 11:00",
       {"date=2025.01.07 09:00", "later=2025.01.07 11:00"}},
      {"2025-01-07 | By: x | Author: Mara Lind", {}},
      {"2025-01-07 | Author: Mara Lind", {"date=2025-01-07", "author=Mara Lind"}},
      {"글 박서연 · 2025년 1월 7일", {"author=박서연", "date=2025년 1월 7일"}},
      {"담당 부서  어업과   책임자  과  장  홍길동", {"other=어업과", "other=과"}},
  };
  for (const Fields& row : table) {
    EXPECT_THAT(fields_of(row.line), ElementsAreArray(row.fields)) << row.line;
  }
}

TEST(FieldLine, IsNoTitleAndNoText) {
  for (const std::string line :
       {"", "Ports: after the storm", "Dated ships", "글 쓰기 연습", "배포 계획을 세웠다",
        "작성 원칙", "Author | Date", "문의 사항이 있으면 연락하면 된다.", "입력 장치의 역사",
        "By 2030: a plan", "Note: Date: 2025"}) {
    EXPECT_THAT(fields_of(line), ::testing::IsEmpty()) << line;
  }
}

TEST(FieldLine, OfLabelsAloneTakesNoLongerThanItIsLong) {
  std::string line;
  while (line.size() < 390) line += "글 ";
  EXPECT_THAT(fields_of(line), ::testing::IsEmpty());
}

TEST(DateAlone, MayHaveAWeekdayATimeOrALabel) {
  for (const std::string line :
       {"January 7, 2025", "Tuesday, January 7, 2025", "2025. 1. 7.", "2025. 1. 7.(화) 09:00",
        "’25. 1. 7.", "발행일: 2025년 1월 7일", "2025년 1월 7일 화요일 오전 9시", "January 2025",
        "2025. 1.", "(2025년 1월)", "2025-01-07T09:00:00Z"}) {
    EXPECT_TRUE(is_date_alone(line)) << line;
  }
  for (const std::string line :
       {"", "2025", "Ports after January 7, 2025", "2025년 1월 7일 회의 결과", "2025. 1. 7. ~ 9.",
        "January 7, 2025 was cold", "서울 2025. 1. 7."}) {
    EXPECT_FALSE(is_date_alone(line)) << line;
  }
}

TEST(EndsWithItsDate, UnlessTheDateIsPartOfATitle) {
  for (const std::string line : {"Weekly note, January 7, 2025", "PORT LETTER January 7, 2025",
                                 "주간 동향 2025년 1월 7일"}) {
    EXPECT_TRUE(ends_with_its_date(line)) << line;
  }
  for (const std::string line : {"What changed after January 7, 2025", "배가 떠난 2025년 1월 7일",
                                 "On January 7, 2025 ships left", "No date"}) {
    EXPECT_FALSE(ends_with_its_date(line)) << line;
  }
}

}  // namespace
}  // namespace ibid
