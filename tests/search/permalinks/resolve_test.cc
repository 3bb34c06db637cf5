// SPDX-License-Identifier: GPL-2.0-or-later
//
// Permalinks after reports are edited: each case writes a report, takes the permalinks of all its
// passages, edits the folder, updates the index, and resolves them.
#include "search/permalinks/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/report/passage_id.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TestIndex;

constexpr char kEnglish[] = "Two navies signed a pact (source: go-public-web-eng-12-0-0).";
constexpr char kKorean[] = "푸틴은 19일 평양에서 조약에 서명했다.";
constexpr char kMixed[] = "인도는 S-400을 주문했고 India waits for two more.";

struct Part {
  std::string number;  // "2-1"
  std::vector<std::string> passages;
};

std::string report(const std::vector<Part>& parts) {
  std::string text = "Title\n\nGOOVER DAILY REPORT June 27, 2024\ngoover\n\n";
  for (const Part& part : parts) {
    text += part.number + ". Part\n\n";
    for (const std::string& passage : part.passages) text += "  • " + passage + "\n\n";
  }
  return text;
}

std::string link(const std::string& place, std::string_view text) {
  return permalink("r#" + place, text);
}

class Resolve : public ::testing::Test {
 protected:
  Resolve() {
    index_.write("r.txt", report({{"2", {kEnglish, kKorean}}, {"3", {kMixed}}}));
    index_.update_all();
  }

  void edit(const std::vector<Part>& parts) {
    index_.change("r.txt", report(parts));
    index_.update_all();
  }

  Resolution resolve(const std::string& permalink) {
    OpenIndex index(index_.index());
    return PermalinkResolver(index).resolve(*parse_passage_ref(permalink));
  }

  // "same", "moved r#3.1 r#4.1", …
  std::string summary(const std::string& permalink) {
    const Resolution found = resolve(permalink);
    EXPECT_EQ(found.permalink, permalink);
    EXPECT_EQ(found.passage_count, found.passages.size());
    std::string out = to_string(found.standing);
    if (found.standing == Standing::kSame) {
      EXPECT_EQ(found.passages.at(0).permalink, permalink);
      return out;
    }
    for (const StoredPassage& place : found.passages) {
      EXPECT_EQ(text_hash(place.text), parse_passage_ref(permalink)->hash);
      out += " " + place.id;
    }
    return out;
  }

  std::vector<std::string> told_of_all() {
    return {summary(link("2.1", kEnglish)), summary(link("2.2", kKorean)),
            summary(link("3.1", kMixed))};
  }

  TestIndex index_;
};

TEST_F(Resolve, WhatNobodyEditedIsTheSame) {
  EXPECT_THAT(told_of_all(), ElementsAre("same", "same", "same"));
  EXPECT_FALSE(resolve(link("2.1", kEnglish)).stale);
}

TEST_F(Resolve, APassageInsertedBeforeMovesThoseBehindIt) {
  edit({{"2", {"A new one.", kEnglish, kKorean}}, {"3", {kMixed}}});
  EXPECT_THAT(told_of_all(), ElementsAre("moved r#2.2", "moved r#2.3", "same"));
  EXPECT_EQ(resolve(link("2.1", kEnglish)).present->text, "A new one.");
}

TEST_F(Resolve, RenumberedSectionsMoveTheirPassages) {
  edit({{"3", {kEnglish, kKorean}}, {"4", {kMixed}}});
  EXPECT_THAT(told_of_all(), ElementsAre("moved r#3.1", "moved r#3.2", "moved r#4.1"));
  EXPECT_FALSE(resolve(link("2.1", kEnglish)).present);
}

TEST_F(Resolve, APassageMovedToAnotherSectionIsFoundThere) {
  edit({{"2", {kEnglish}}, {"3", {kMixed, kKorean}}});
  EXPECT_THAT(told_of_all(), ElementsAre("same", "moved r#3.2", "same"));
}

TEST_F(Resolve, OneWordChangedIsChangedAndNeverMovedToALookalike) {
  edit({{"2",
         {"Two navies signed a treaty (source: go-public-web-eng-12-0-0).",
          "푸틴이 19일 평양에서 조약에 서명했다."}},
        {"3", {"인도는 S-400을 주문했고 India waits for three more."}}});
  EXPECT_THAT(told_of_all(), ElementsAre("changed", "changed", "changed"));
  const Resolution found = resolve(link("2.2", kKorean));
  EXPECT_EQ(found.present->text, "푸틴이 19일 평양에서 조약에 서명했다.");
  EXPECT_TRUE(found.report_known);

  const auto diff = diff_with_cited(found, kKorean);
  ASSERT_TRUE(diff);
  EXPECT_TRUE(diff->proven);
  ASSERT_EQ(diff->spans.size(), 3U);
  EXPECT_EQ(diff->spans[0], (DiffSpan{DiffKind::kDelete, {0, 9}, {0, 0}}));  // 푸틴은
  EXPECT_EQ(diff->spans[1], (DiffSpan{DiffKind::kInsert, {10, 10}, {0, 9}}));
  EXPECT_FALSE(diff_with_cited(found, "푸틴은 평양에서 서명했다.")->proven);
}

TEST_F(Resolve, ChangedAndMovedAtOnceIsNotGuessed) {
  edit({{"2", {}}, {"5", {"Two navies signed one pact (source: go-public-web-eng-12-0-0)."}}});
  EXPECT_THAT(told_of_all(), ElementsAre("gone", "gone", "gone"));
  EXPECT_TRUE(resolve(link("2.1", kEnglish)).report_known);
}

TEST_F(Resolve, ARenamedFileMovesItsPassages) {
  std::filesystem::rename(index_.report_path("r.txt"), index_.report_path("보고서.txt"));
  index_.update_all();
  EXPECT_THAT(told_of_all(),
              ElementsAre("moved 보고서#2.1", "moved 보고서#2.2", "moved 보고서#3.1"));
  EXPECT_FALSE(resolve(link("2.1", kEnglish)).report_known);
}

TEST_F(Resolve, ARemovedFileIsGone) {
  index_.write("other.txt", report({{"2", {"Something else."}}}));
  index_.remove("r.txt");
  index_.update_all();
  EXPECT_THAT(told_of_all(), ElementsAre("gone", "gone", "gone"));
  const Resolution found = resolve(link("2.1", kEnglish));
  EXPECT_FALSE(found.report_known);
  EXPECT_FALSE(found.present);
  EXPECT_EQ(found.index.passages, 1U);
  EXPECT_FALSE(diff_with_cited(found, kEnglish));
}

TEST_F(Resolve, NamesEveryPlaceItsOwnReportFirst) {
  index_.write("a.txt", report({{"2", {kEnglish}}}));
  index_.write("z.txt", report({{"2", {kEnglish}}}));
  edit({{"2", {kKorean}}, {"3", {kMixed, kEnglish}}, {"4", {kEnglish}}});
  EXPECT_EQ(summary(link("2.1", kEnglish)), "moved r#3.2 r#4.1 a#2.1 z#2.1");
  // A copy elsewhere takes nothing from the one under its id.
  EXPECT_EQ(summary(link("3.2", kEnglish)), "same");
  EXPECT_EQ(resolve(link("3.2", kEnglish)).passage_count, 4U);
}

TEST_F(Resolve, NamesTheFirstOfManyPlacesAndCountsThemAll) {
  std::vector<std::string> copies(kMostResolvedPassages + 5, kEnglish);
  edit({{"7", copies}});
  const Resolution found = resolve(link("2.1", kEnglish));
  EXPECT_EQ(found.standing, Standing::kMoved);
  EXPECT_EQ(found.passage_count, kMostResolvedPassages + 5);
  ASSERT_EQ(found.passages.size(), kMostResolvedPassages);
  EXPECT_EQ(found.passages.front().id, "r#7.1");
  EXPECT_EQ(found.passages.back().id, "r#7." + std::to_string(kMostResolvedPassages));
}

TEST_F(Resolve, SaysWhenTheFileIsNoLongerWhatWasIndexed) {
  index_.change("r.txt", report({{"2", {"Rewritten."}}}));  // and not indexed
  const Resolution found = resolve(link("2.1", kEnglish));
  EXPECT_EQ(found.standing, Standing::kSame);
  EXPECT_TRUE(found.stale);
}

TEST_F(Resolve, NothingIsInAnEmptyIndex) {
  index_.remove("r.txt");
  index_.update_all();
  EXPECT_EQ(summary(link("2.1", kEnglish)), "gone");
  EXPECT_THAT(resolve(link("2.1", kEnglish)).passages, IsEmpty());
}

}  // namespace
}  // namespace ibid
