// SPDX-License-Identifier: GPL-2.0-or-later
//
// The real report, against numbers counted in the file by hand and with grep. It is not part of the
// repository: the tests skip if it is absent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "corpus/files/reader.h"
#include "corpus/report/passage_id.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SharedReport : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path =
        IBID_SOURCE_DIR "/../shared/reports/geopolitical-shifts-2024-06-27.txt";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs " << path;
    bytes_ = read_file(path);
    report_ = read_report(path, bytes_, report_id_from_file_name(path));
  }

  const Passage& passage(const std::string& locator) const {
    for (const Passage& passage : report_.passages) {
      if (passage.id == report_.id + "#" + locator) return passage;
    }
    ADD_FAILURE() << "no passage " << locator;
    return report_.passages.front();
  }

  const Section& section(const std::string& number) const {
    for (const Section& section : report_.sections) {
      if (section.number == number) return section;
    }
    ADD_FAILURE() << "no section " << number;
    return report_.sections.front();
  }

  std::string bytes_;
  Report report_;
};

TEST_F(SharedReport, HasItsTitleDateAndPublisher) {
  EXPECT_EQ(report_.id, "geopolitical-shifts-2024-06-27");
  EXPECT_EQ(report_.title,
            "Geopolitical Shifts: Russia, China, and North Korea's Strategic Alliances");
  EXPECT_EQ(report_.date, "2024-06-27");
  EXPECT_EQ(report_.publisher, "goover");
  EXPECT_EQ(report_.language, "en");
  EXPECT_EQ(report_.size, 17240U);
  // sha256sum of the file
  EXPECT_EQ(report_.sha256, "e20ce05459bd307fc70ca0f00586d6b541f531e0339bff2a80f11a78396a104a");
  EXPECT_THAT(report_.notes, IsEmpty());
  EXPECT_THAT(report_.listed_sources, IsEmpty());
}

TEST_F(SharedReport, HasTenSectionsEighteenSubsectionsAndFiveGlossaryHeadings) {
  std::map<std::string, int> counts;
  for (const Section& section : report_.sections) {
    if (section.parent < 0) {
      ++counts["top"];
    } else {
      ++counts[section.kind == PassageKind::kGlossary ? "glossary" : "sub"];
    }
  }
  EXPECT_EQ(counts["top"], 10);
  EXPECT_EQ(counts["sub"], 18);
  EXPECT_EQ(counts["glossary"], 5);
}

TEST_F(SharedReport, PutsSubsectionsBelowTheirSection) {
  for (const Section& section : report_.sections) {
    const std::size_t dash = section.number.find('-');
    if (dash == std::string::npos) {
      EXPECT_EQ(section.parent, -1) << section.number;
    } else {
      ASSERT_GE(section.parent, 0) << section.number;
      EXPECT_EQ(report_.sections[static_cast<std::size_t>(section.parent)].number,
                section.number.substr(0, dash));
    }
  }
}

TEST_F(SharedReport, ListsEightContentsEntriesThatAreNotSections) {
  ASSERT_EQ(report_.contents.size(), 8U);
  EXPECT_EQ(report_.contents[0].title, "Summary");
  EXPECT_EQ(report_.contents[6].number, "7");
  EXPECT_EQ(report_.contents[6].title, "Broader Implications and Regional Concerns");
  EXPECT_EQ(testing::slice_of(bytes_, report_.contents[6].bytes),
            "7. Broader Implications and Regional Concerns");
  EXPECT_LT(report_.contents.back().bytes.end, report_.sections.front().bytes.begin);
}

TEST_F(SharedReport, HasTwentyFivePassagesOfFourKinds) {
  std::map<PassageKind, int> kinds;
  for (const Passage& passage : report_.passages) {
    ++kinds[passage.kind];
    EXPECT_EQ(passage.language, "en");
  }
  EXPECT_EQ(report_.passages.size(), 25U);
  EXPECT_EQ(kinds[PassageKind::kSummary], 1);
  EXPECT_EQ(kinds[PassageKind::kBody], 18);
  EXPECT_EQ(kinds[PassageKind::kConclusion], 1);
  EXPECT_EQ(kinds[PassageKind::kGlossary], 5);
}

TEST_F(SharedReport, TakesEntityTypesFromGlossaryHeadings) {
  EXPECT_EQ(section("9-2").title, "Xi Jinping");
  EXPECT_EQ(section("9-2").entity_type, "person");
  EXPECT_EQ(section("9-1").title, "Russia-North Korea Defense Pact");
  EXPECT_EQ(section("9-1").entity_type, "agreement");
  EXPECT_EQ(section("9-5").entity_type, "economic activity");
  EXPECT_EQ(section("7-2").entity_type, "");
}

TEST_F(SharedReport, KnowsTheEmptySourceSection) {
  const Section& sources = section("10");
  EXPECT_EQ(sources.title, "Source Documents");
  EXPECT_EQ(sources.kind, PassageKind::kSource);
  EXPECT_EQ(testing::slice_of(bytes_, sources.bytes), "10. Source Documents");
  for (const Passage& passage : report_.passages) {
    EXPECT_NE(report_.sections[static_cast<std::size_t>(passage.section)].number, "10");
  }
}

TEST_F(SharedReport, HasSixCitationsOfTwoSources) {
  std::vector<std::string> found;
  std::set<std::string> distinct;
  for (const Passage& passage : report_.passages) {
    for (const Citation& citation : passage.citations) {
      EXPECT_EQ(citation.form, Citation::Form::kId);
      distinct.insert(citation.source);
      found.push_back(passage.id.substr(passage.id.find('#') + 1) + " sentence " +
                      std::to_string(citation.sentence));
    }
  }
  EXPECT_THAT(found, ElementsAre("5-1.1 sentence 3", "5-1.1 sentence 4", "5-2.1 sentence 3",
                                 "5-2.1 sentence 4", "5-3.1 sentence 2", "5-3.1 sentence 4"));
  EXPECT_THAT(distinct, ElementsAre("go-public-web-eng-2877220144866105163-0-0",
                                    "go-public-web-kor-4886907046666683725-0-0"));
}

TEST_F(SharedReport, LeadsEveryPassageAndCitationBackToItsBytes) {
  testing::check_invariants(report_, bytes_);
  testing::check_nothing_is_lost(report_, bytes_);
  for (const Passage& passage : report_.passages) {
    EXPECT_EQ(testing::slice_of(bytes_, passage.bytes), passage.text) << passage.id;
    EXPECT_EQ(passage.spans.size(), 1U) << passage.id;
    for (const Citation& citation : passage.citations) {
      EXPECT_EQ(testing::slice_of(bytes_, citation.bytes), citation.source) << passage.id;
    }
  }
}

TEST_F(SharedReport, HasTheOnlyS400InAPassageWithoutSource) {
  std::vector<std::string> found;
  for (const Passage& passage : report_.passages) {
    if (passage.text.find("S-400") != std::string::npos) found.push_back(passage.id);
  }
  EXPECT_THAT(found, ElementsAre("geopolitical-shifts-2024-06-27#7-2.1"));
  EXPECT_THAT(passage("7-2.1").citations, IsEmpty());
}

TEST_F(SharedReport, KeepsAbbreviationsAndFiguresInsideSentences) {
  // Counted by reading: full stops that end a sentence.
  const std::map<std::string, std::size_t> sentences = {
      {"1.1", 5},   {"2-3.1", 5}, {"3-1.1", 5}, {"3-3.1", 4}, {"5-1.1", 4},
      {"5-2.1", 4}, {"6-1.1", 5}, {"6-2.1", 5}, {"7-2.1", 6}, {"8.1", 6}};
  for (const auto& [locator, count] : sentences) {
    EXPECT_EQ(passage(locator).sentences.size(), count) << locator;
  }
}

}  // namespace
}  // namespace ibid
