// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sample reports against the counts in corpus/samples.md, which their author counted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "corpus/files/reader.h"
#include "corpus/report/passage_id.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::UnorderedElementsAreArray;

const std::string kFolder = IBID_SOURCE_DIR "/corpus/samples/";

Report read(const std::string& file, const std::string& bytes) {
  return read_report(kFolder + file, bytes, report_id_from_file_name(file));
}

// Rows "| `file` | n | n | … |" below the heading "## Counts".
std::map<std::string, std::vector<int>> stated_counts() {
  std::map<std::string, std::vector<int>> counts;
  std::istringstream readme(read_file(std::string(IBID_SOURCE_DIR) + "/corpus/samples.md"));
  bool below = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("## ")) below = line == "## Counts";
    if (!below || !line.starts_with("| `")) continue;
    const std::size_t close = line.find('`', 3);
    std::istringstream cells(line.substr(close + 1));
    std::vector<int>& row = counts[line.substr(3, close - 3)];
    for (std::string cell; std::getline(cells, cell, '|');) {
      if (cell.find_first_of("0123456789") != std::string::npos) row.push_back(std::stoi(cell));
    }
  }
  return counts;
}

// In the columns of the table.
std::vector<int> count(const Report& report) {
  int top = 0;
  int sub = 0;
  int glossary_headings = 0;
  for (const Section& section : report.sections) {
    if (section.parent < 0) {
      ++top;
    } else if (section.kind == PassageKind::kGlossary) {
      ++glossary_headings;
    } else {
      ++sub;
    }
  }
  std::map<PassageKind, int> kinds;
  int citations = 0;
  std::set<std::string> ids;
  for (const Passage& passage : report.passages) {
    ++kinds[passage.kind];
    for (const Citation& citation : passage.citations) {
      if (citation.form != Citation::Form::kId) continue;
      ++citations;
      ids.insert(citation.source);
    }
  }
  EXPECT_EQ(glossary_headings, kinds[PassageKind::kGlossary]) << report.id;
  return {top,
          sub,
          kinds[PassageKind::kSummary],
          kinds[PassageKind::kBody],
          kinds[PassageKind::kConclusion],
          kinds[PassageKind::kGlossary],
          kinds[PassageKind::kSource],
          citations,
          static_cast<int>(ids.size())};
}

TEST(Samples, AreAllInTheTable) {
  std::vector<std::string> stated;
  for (const auto& [file, row] : stated_counts()) stated.push_back(file);
  std::vector<std::string> present;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".txt")) present.push_back(name);
  }
  ASSERT_FALSE(present.empty());
  EXPECT_THAT(stated, UnorderedElementsAreArray(present));
}

TEST(Samples, HaveTheCountsTheirReadmeStates) {
  for (const auto& [file, row] : stated_counts()) {
    EXPECT_EQ(count(read(file, read_file(kFolder + file))), row) << file;
  }
}

TEST(Samples, LeadBackToTheirBytesAndLoseNothing) {
  for (const auto& [file, row] : stated_counts()) {
    SCOPED_TRACE(file);
    const std::string bytes = read_file(kFolder + file);
    const Report report = read(file, bytes);
    testing::check_invariants(report, bytes);
    testing::check_nothing_is_lost(report, bytes);
  }
}

TEST(Samples, ListEverySourceTheyCite) {
  for (const auto& [file, row] : stated_counts()) {
    const Report report = read(file, read_file(kFolder + file));
    EXPECT_EQ(static_cast<int>(report.listed_sources.size()), row[6]) << file;
    for (const ListedSource& source : report.listed_sources) {
      EXPECT_NE(source.id, "") << file;
      EXPECT_NE(source.title, "") << file;
    }
  }
}

TEST(Samples, HaveTheirHeads) {
  struct Head {
    std::string file, title, date, language;
  };
  const std::vector<Head> table = {
      {"bukhan-russia-joyak-2024-06-22.txt", "평양의 서명: 북러 포괄적 전략 동반자 조약을 읽는다",
       "2024-06-22", "ko"},
      {"china-russia-trade-2024-08-09.txt",
       "China–Russia Trade: A Record Year, a Slower One, and the Pipeline in Between", "2024-08-09",
       "en"},
      {"climate-and-grid-2024-09-20.txt",
       "Climate and Grid: Hot Summers, Long Queues and the Wires in Between", "2024-09-20", "en"},
      {"indo-pacific-air-defence-ko-2024-07-16.txt",
       "인도·태평양 방공망 점검: 늦어지는 S-400과 모자라는 패트리엇", "2024-07-16", "ko"},
      {"seoul-markets-mixed-2024-09-05.txt", "Seoul Markets: 금리 인하를 기다리는 원화와 반도체주",
       "2024-09-05", "mul"},
  };
  for (const Head& row : table) {
    const Report report = read(row.file, read_file(kFolder + row.file));
    EXPECT_EQ(report.title, row.title);
    EXPECT_EQ(report.date, row.date);
    EXPECT_EQ(report.publisher, "goover");
    EXPECT_EQ(report.language, row.language) << row.file;
  }
}

TEST(Samples, OneSaysWhereItWasPublished) {
  const std::string file = "seoul-markets-mixed-2024-09-05.txt";
  EXPECT_EQ(read(file, read_file(kFolder + file)).url,
            "https://reports.example.org/ko/daily/2024-09-05/seoul-markets");
}

TEST(Samples, KeepAMarkAfterTheFullStopWithItsSentence) {
  // "… on December 30, 2023. (source: …) A second strike, …"
  const std::string file = "north-korea-russia-treaty-2024-06-21.txt";
  const Report report = read(file, read_file(kFolder + file));
  for (const Passage& passage : report.passages) {
    if (!passage.id.ends_with("#4-2.1")) continue;
    ASSERT_EQ(passage.citations.size(), 1U);
    EXPECT_EQ(passage.citations[0].sentence, 1U);
    ASSERT_EQ(passage.sentences.size(), 3U);
    EXPECT_TRUE(passage.text.substr(passage.sentences[1].begin).starts_with("A second strike"));
    return;
  }
  FAIL() << "no passage 4-2.1";
}

}  // namespace
}  // namespace ibid
