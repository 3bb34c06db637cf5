// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/find_date.h"

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
