// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates/find_date.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

struct Dated {
  std::string line, date;
};

TEST(FindDate, ReadsEveryForm) {
  const std::vector<Dated> table = {
      {"June 27, 2024", "2024-06-27"},
      {"GOOVER DAILY REPORT June 27, 2024", "2024-06-27"},
      {"GOOVER DAILY REPORT 2024년 6월 27일", "2024-06-27"},
      {"2024년 7월 16일", "2024-07-16"},
      {"2024년7월16일", "2024-07-16"},
      {"27 June 2024", "2024-06-27"},
      {"27th of June, 2024", "2024-06-27"},
      {"June 1st, 2024", "2024-06-01"},
      {"Sept. 3, 2024", "2024-09-03"},
      {"SEP 3 2024", "2024-09-03"},
      {"May 5, 2024", "2024-05-05"},
      {"2024-06-27", "2024-06-27"},
      {"2024.06.27", "2024-06-27"},
      {"2024. 6. 27.", "2024-06-27"},
      {"2024/6/27", "2024-06-27"},
      {"발행일: 2024-06-27 서울", "2024-06-27"},
      {"June 2024", "2024-06"},
      {"2024년 6월", "2024-06"},
      {"2024년 6월호", "2024-06"},
      {"from May 1, 2024 to June 1, 2024", "2024-05-01"},
      {"February 29, 2024", "2024-02-29"},
  };
  for (const Dated& row : table) EXPECT_EQ(find_date(row.line), row.date) << row.line;
}

TEST(FindDate, FindsNoneInOtherText) {
  for (const std::string line :
       {"", "no date", "2024", "in 2024", "12024-06-27", "2024-06-271", "2024-13-01", "2024-02-30",
        "30 February 2024", "June 31, 2024", "2023년 2월 29일", "2024-6/27", "Marching 12, 2024",
        "0024-06-27", "S-400", "2024년", "6월 27일", "June 27", "2,401억 달러"}) {
    EXPECT_EQ(find_date(line), "") << line;
  }
}

TEST(FindDate, FoldsDigitsAndSignsOfOtherKeyboards) {
  const std::vector<Dated> table = {
      {"DAILY REPORT ２０２５년 １월 ７일", "2025-01-07"},
      {"２０２５．１．７", "2025-01-07"},
      {"2025\u20101\u20107", "2025-01-07"},
      {"2025\u201101\u201107", "2025-01-07"},
      {"2025–01–07", "2025-01-07"},
      {"2025\u221201\u221207", "2025-01-07"},
      {"2025－01－07 발행", "2025-01-07"},
      {"’25. 1. 7.", "2025-01-07"},
      {"'25.1.7", "2025-01-07"},
      {"‘25년 1월 7일", "2025-01-07"},
      {"’25년 1월", "2025-01"},
      {"’25.1월 기준", "2025-01"},
      {"2025. 1월", "2025-01"},
  };
  for (const Dated& row : table) EXPECT_EQ(find_date(row.line), row.date) << row.line;
  for (const std::string line : {"’25", "(’22)8.9 (’23)5.1", "2019–2024", "3–5 March",
                                 "’25. 13. 1.", "it's 25. 1. 7", "1990–1. 5"}) {
    EXPECT_EQ(find_date(line), "") << line;
  }
}

TEST(FindDate, SaysWhereAFoldedDateIs) {
  const std::string line = "입력 ２０２５년 １월 ７일";
  const FoundDate date = find_date_in(line);
  EXPECT_EQ(line.substr(date.text.begin, date.text.size()), "２０２５년 １월 ７일");
}

TEST(FindDate, ReadsShortValuesOnlyWhole) {
  const std::vector<Dated> table = {
      {"2025. 1.", "2025-01"},
      {"2025.01", "2025-01"},
      {"2025-01", "2025-01"},
      {"2025", "2025"},
      {"2025년", "2025"},
      {"January 2025", "2025-01"},
      {"2025-01-07T09:00:00+09:00", "2025-01-07"},
      {"2025.13", ""},
      {"2025 개정판", ""},
      {"3.14", ""},
      {"", ""},
  };
  for (const Dated& row : table) EXPECT_EQ(date_of_value(row.line), row.date) << row.line;
}

TEST(FindDate, SaysWhereTheDateIs) {
  const FoundDate date = find_date_in("발행 2024년 6월 27일, 서울");
  EXPECT_EQ(date.text, (ByteRange{7, 7 + 4 + 3 + 1 + 1 + 3 + 1 + 2 + 3}));
}

TEST(FindDate, ReadsNamesOfFiles) {
  const std::vector<Dated> table = {
      {"geopolitical-shifts-2024-06-27", "2024-06-27"},
      {"report_2024_06_27", "2024-06-27"},
      {"20240627-report", "2024-06-27"},
      {"보고서20240716", "2024-07-16"},
      {"report-20241327", ""},
      {"report-202406270", ""},
      {"report", ""},
  };
  for (const Dated& row : table) EXPECT_EQ(find_date_in_name(row.line), row.date) << row.line;
}

}  // namespace
}  // namespace ibid
