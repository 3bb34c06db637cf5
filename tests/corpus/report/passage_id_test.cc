// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/passage_id.h"

#include <gtest/gtest.h>

#include <vector>

#include "corpus/report/sha256.h"

namespace ibid {
namespace {

struct Named {
  std::string file, id;
};

TEST(ReportId, ComesFromTheFileName) {
  const std::vector<Named> table = {
      {"geopolitical-shifts-2024-06-27.txt", "geopolitical-shifts-2024-06-27"},
      {"Report V1.2_final.md", "Report-V1.2_final"},
      {"report-2024.06.27", "report-2024.06.27"},
      {"report-2024.06.27.txt", "report-2024.06.27"},
      {"북러 조약 (최종).txt", "북러-조약-최종"},
      {"a - b.txt", "a-b"},
      {"a--b.txt", "a--b"},
      {"a#b@c d\te.txt", "a-b-c-d-e"},
      {"!!!.txt", "report"},
      {".txt", ".txt"},
      {"-rf.txt", "rf"},
      {"/tmp/x/name.txt", "name"},
      {"bad\xFFname.txt", "bad-name"},
      {"no extension", "no-extension"},
      {"हिन्दी.txt", "हिन्दी"},
  };
  for (const Named& row : table) EXPECT_EQ(report_id_from_file_name(row.file), row.id) << row.file;
}

TEST(ReportId, IsTheSameForComposedAndDecomposedNames) {
  // 한글 composed and as jamo
  EXPECT_EQ(report_id_from_file_name("\u1112\u1161\u11AB\u1100\u1173\u11AF.txt"), "한글");
  EXPECT_EQ(report_id_from_file_name("e\u0301.txt"), "é");
}

TEST(ReportId, CutsLongNamesAndKeepsThemApart) {
  std::string name;
  for (int i = 0; i < 60; ++i) name += "한";
  const std::string a = report_id_from_file_name(name + "a.txt");
  const std::string b = report_id_from_file_name(name + "b.txt");
  EXPECT_LE(a.size(), kMaxReportIdBytes);
  EXPECT_NE(a, b);
  // 120 - 9 bytes hold 37 syllables of three.
  EXPECT_EQ(a.substr(0, 111), name.substr(0, 111));
  EXPECT_EQ(a.substr(111), "-" + sha256_hex(name + "a.txt").substr(0, 8));
  const std::string just(kMaxReportIdBytes, 'x');
  EXPECT_EQ(report_id_from_file_name(just + ".txt"), just);
}

TEST(Sha256, MatchesFips180) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Permalink, AddsTwelveDigitsOfTheHash) {
  const std::string id = passage_id("geopolitical-shifts-2024-06-27", "7-2", 1);
  EXPECT_EQ(id, "geopolitical-shifts-2024-06-27#7-2.1");
  EXPECT_EQ(permalink(id, "abc"), id + "@ba7816bf8f01");
}

TEST(PassageRef, ReadsReportsPassagesAndPermalinks) {
  const auto report = parse_passage_ref("report-1.2");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->report, "report-1.2");
  EXPECT_EQ(report->locator, "");
  const auto passage = parse_passage_ref("북러-조약#3-1-2~2.14");
  ASSERT_TRUE(passage);
  EXPECT_EQ(passage->report, "북러-조약");
  EXPECT_EQ(passage->locator, "3-1-2~2");
  EXPECT_EQ(passage->ordinal, 14U);
  EXPECT_EQ(passage->hash, "");
  const auto link = parse_passage_ref("r#h3.1@0123456789ab");
  ASSERT_TRUE(link);
  EXPECT_EQ(link->locator, "h3");
  EXPECT_EQ(link->hash, "0123456789ab");
  EXPECT_TRUE(parse_passage_ref("r#0.1"));
}

TEST(PassageRef, ReadsReportsInNfdAsInNfc) {
  const std::string nfd = "\u1112\u1167\u11B8\u110C\u1165\u11BC-Cafe\u0301";
  for (const std::string rest : {"", "#2-1.3", "#2-1.3@0123456789ab"}) {
    const auto ref = parse_passage_ref(nfd + rest);
    ASSERT_TRUE(ref) << rest;
    EXPECT_EQ(ref->report, "협정-Café") << rest;
  }
}

TEST(PassageRef, RefusesAnythingElse) {
  for (const std::string text : {"",
                                 " ",
                                 "S-400 India",
                                 "r#",
                                 "r#1",
                                 "r#.1",
                                 "r#1.",
                                 "r#1.0",
                                 "r#1.01",
                                 "r#1.x",
                                 "r#1-.1",
                                 "r#-1.1",
                                 "r#h.1",
                                 "r#h0.1",
                                 "r#1~1.1",
                                 "r#1~.1",
                                 "#1.1",
                                 "r@0123456789ab",
                                 "r#1.1@0123456789a",
                                 "r#1.1@0123456789ag",
                                 "r#1.1@0123456789AB",
                                 "r#1.1@",
                                 "r#1.1#2",
                                 "r#1.99999999999",
                                 "r\t#1.1",
                                 "r#1--2.1",
                                 "bad\xFF#1.1"}) {
    EXPECT_FALSE(parse_passage_ref(text)) << text;
  }
}

TEST(PassageRef, BoundsTheLocator) {
  EXPECT_TRUE(parse_passage_ref("r#" + std::string(kMaxLocatorBytes, '1') + ".1"));
  EXPECT_FALSE(parse_passage_ref("r#" + std::string(kMaxLocatorBytes + 1, '1') + ".1"));
}

}  // namespace
}  // namespace ibid
