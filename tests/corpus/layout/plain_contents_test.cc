// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/plain_contents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

struct Listed {
  std::string text;
  std::vector<std::string> entries;  // "number title"
  std::size_t sections, passages;
};

TEST(PlainContents, RepeatHeadingsBelow) {
  const std::vector<Listed> table = {
      {"T\n\nJune 3, 2024\ngoover\n\nTABLE OF CONTENTS\n\nSummary\nPorts in winter\nConclusion\n\n"
       "1. Summary\n\n• Text.\n\n2. Ports in winter\n\n• Text.\n\n3. Conclusion\n\n• Text.\n",
       {"1 Summary", "2 Ports in winter", "3 Conclusion"},
       3,
       3},
      {"제목\n\n차례\n요약 ..... 1\n겨울 항구 ..... 2\n결론 ..... 5\n\n요약\n\n글.\n\n겨울 "
       "항구\n\n글.\n\n"
       "결론\n\n글.\n",
       {" 요약", " 겨울 항구", " 결론"},
       3,
       3},
      {"T\n\nContents\n\nⅠ. 항구\nⅡ. Ships\n\nⅠ. 항구\n\n글.\n\nⅡ. Ships\n\nText.\n",
       {" 항구", " Ships"},
       2,
       2},
      {"T\n\n목차\n\n제1장 배\n\n제2장 항구\n\n제1장 배\n\n글.\n\n제2장 항구\n\n글.\n",
       {" 배", " 항구"},
       2,
       2},
      // Text above the contents stays.
      {"T\n\nThis is a lead.\n\nContents\n1 Ships\n2 Ports\n3 Missing\n\nShips[edit]\n\nText.\n\n"
       "Ports[edit]\n\nText.\n",
       {" Ships", " Ports", " Missing"},
       2,
       3},
      // One repeated line is none, and neither is a word of a paragraph.
      {"T\n\nContents\n\nSummary\nof the year.\n\nMore.\n", {}, 1, 2},
      {"T\n\nContents\nof the ship were lost.\n\nMore.\n", {}, 0, 2},
  };
  for (const Listed& row : table) {
    const Report report = testing::parse(row.text);
    testing::check_invariants(report, row.text);
    std::vector<std::string> entries;
    for (const ContentsEntry& entry : report.contents) {
      entries.push_back(entry.number + " " + entry.title);
      EXPECT_NE(testing::slice_of(row.text, entry.bytes).find(entry.title), std::string::npos);
    }
    EXPECT_THAT(entries, ElementsAreArray(row.entries)) << row.text;
    EXPECT_EQ(report.sections.size(), row.sections) << row.text;
    EXPECT_EQ(report.passages.size(), row.passages) << row.text;
    EXPECT_THAT(report.notes, ::testing::IsEmpty()) << row.text;
  }
}

}  // namespace
}  // namespace ibid
