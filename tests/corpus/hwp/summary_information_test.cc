// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/summary_information.h"

#include <gmock/gmock.h>

#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::ElementsAre;

std::string text_value(std::string_view text) {
  const std::string units = utf16_of(text) + le16(0);
  return le32(31) + le32(static_cast<std::uint32_t>(units.size() / 2)) + units;
}

std::string time_value(std::uint64_t time) {
  return le32(64) + le32(static_cast<std::uint32_t>(time)) +
         le32(static_cast<std::uint32_t>(time >> 32));
}

std::string summary_of(const std::vector<std::pair<std::uint32_t, std::string>>& values) {
  std::string table, content;
  for (const auto& [id, value] : values) {
    table += le32(id) + le32(static_cast<std::uint32_t>(8 + values.size() * 8 + content.size()));
    content += value;
  }
  const std::string section = le32(static_cast<std::uint32_t>(8 + table.size() + content.size())) +
                              le32(static_cast<std::uint32_t>(values.size())) + table + content;
  return le16(0xFFFE) + std::string(22, '\0') + le32(1) + std::string(16, 'F') + le32(48) + section;
}

// Days from 1601 to a day, counted with `date -d … +%s`.
constexpr std::uint64_t kPerSecond = 10'000'000;
constexpr std::uint64_t k2024June27 = (11'644'473'600 + 1'719'446'400) * kPerSecond;
constexpr std::uint64_t k2014March3 = (11'644'473'600 + 1'393'804'800) * kPerSecond;

TEST(SummaryInformation, SaysTitleAuthorAndDay) {
  const std::string bytes = summary_of({{2, text_value("2024년 예산")},
                                        {4, text_value("Kim 김")},
                                        {12, time_value(k2014March3)},
                                        {13, time_value(k2024June27)},
                                        {20, text_value("2014년 3월 3일 월요일 오전 9:00:00")}});
  const SummaryInformation summary = read_summary(bytes);
  EXPECT_EQ(summary.title, "2024년 예산");
  EXPECT_EQ(summary.author, "Kim 김");
  EXPECT_EQ(summary.date, "2024-06-27");
  EXPECT_EQ(read_summary(summary_of({{12, time_value(k2014March3)}})).date, "2014-03-03");
  EXPECT_EQ(read_summary(summary_of({{20, text_value("2014년 3월 4일 화요일")},
                                     {12, time_value(k2014March3)}}))
                .date,
            "2014-03-04");
  EXPECT_EQ(read_summary(summary_of({{13, time_value(0)}})).date, "");
  EXPECT_EQ(read_summary(summary_of({{13, time_value(~std::uint64_t{0})}})).date, "");
}

TEST(SummaryInformation, IsSafeWhateverTheBytes) {
  const std::string good = summary_of({{2, text_value("제목")}, {13, time_value(k2024June27)}});
  for (std::size_t at = 0; at < good.size(); ++at) {
    read_summary(std::string_view(good).substr(0, at));
    for (const char by : {'\0', '\x7F', '\xFF'}) {
      std::string bad = good;
      bad[at] = by;
      EXPECT_TRUE(is_utf8(read_summary(bad).title));
    }
  }
}

TEST(ReadHwp, TakesFieldsFromItsSummary) {
  HwpParts parts;
  parts.sections = {hwp_paragraph(0, 0, utf16_of("본문"))};
  parts.more = {{"\x05HwpSummaryInformation",
                 summary_of({{2, text_value(" 보도 자료 \n")}, {13, time_value(k2024June27)}})}};
  EXPECT_THAT(read(hwp_file_of(parts)).fields,
              ElementsAre(ExtractedField{"title", "보도 자료", "HwpSummaryInformation"},
                          ExtractedField{"date", "2024-06-27", "HwpSummaryInformation"}));
}

}  // namespace
}  // namespace ibid
