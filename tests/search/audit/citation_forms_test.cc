// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations that lead to an entry of the source list, to a link or nowhere, in reports made here
// rather than read from files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/audit/attribution.h"
#include "search/audit/rules/rule_groups.h"
#include "search/index/index_snapshot.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kEntry[] = "words:kea-2021";
constexpr char kLink[] = "https://example.org/cranes";

class CitationForms : public ::testing::Test {
 protected:
  CitationForms() {
    index_.write("a.txt", testing::report_with("Harbour", {"The port grew."}));
    index_.update_all();
    view_.ref.id = "harbour";
  }

  std::size_t add(PassageKind kind, const std::string& text) {
    StoredPassage passage;
    passage.kind = kind;
    passage.id = "harbour#1." + std::to_string(view_.passages.size() + 1);
    passage.sequence = static_cast<std::uint32_t>(view_.passages.size());
    passage.text = text;
    passage.sentences = {{0, text.size()}};
    passage.spans = {{0, 0, text.size(), text.size()}};
    view_.passages.push_back(passage);
    view_.section_of.push_back(-1);
    view_.marks.emplace_back();
    view_.is_note.push_back(false);
    view_.needs_none.push_back(false);
    return view_.passages.size() - 1;
  }

  // A body passage that cites `source`, which is written as `as`.
  void cite(const std::string& text, const std::string& as, const std::string& source,
            Citation::Form form) {
    const std::size_t at = add(PassageKind::kBody, text);
    Citation citation;
    citation.source = source;
    citation.form = form;
    citation.text = {text.find(as), text.find(as) + as.size()};
    view_.passages[at].citations.push_back(citation);
    view_.citations_recognised = true;
  }

  ListedSource& list(const std::string& text, const std::string& id) {
    const std::size_t at = add(PassageKind::kSource, text);
    ListedSource source;
    source.id = id;
    source.title = text;
    source.sequence = static_cast<std::uint32_t>(at);
    return view_.report.listed_sources.emplace_back(source);
  }

  // "rule: message" of what is found, in the order of the rules' code.
  std::vector<std::string> found() {
    IndexSnapshot snapshot{IndexDir(index_.index())};
    Findings findings;
    AuditState state(snapshot);
    find_source_faults(view_, state, findings);
    std::vector<std::string> out;
    for (const Finding& finding : findings) {
      out.push_back(std::string(finding.rule->id) + ": " + finding.message + " @" +
                    finding.location.excerpt);
    }
    return out;
  }

  testing::TestIndex index_;
  ReportView view_;
};

TEST_F(CitationForms, ThatLeadToAnEntryAreListedAndCited) {
  cite("The port grew [1].", "1", kEntry, Citation::Form::kListed);
  cite("항구가 커졌다.[1]", "1", kEntry, Citation::Form::kListed);
  list("On cranes", kEntry).label = "1";
  EXPECT_THAT(found(), IsEmpty());
  const Attribution attribution = report_attribution(view_);
  EXPECT_EQ(attribution.citations, 2U);
  EXPECT_EQ(attribution.sound_citations, 2U);
}

TEST_F(CitationForms, OfALinkAreNeverUnlisted) {
  cite("The port grew ([board](https://example.org/cranes)).", kLink, kLink, Citation::Form::kUrl);
  EXPECT_THAT(found(), IsEmpty());
  list("부두의 크레인", kEntry);
  EXPECT_THAT(found(), ElementsAre("never-cited-source: \"부두의 크레인\" is listed and not cited "
                                   "@부두의 크레인"));
  EXPECT_EQ(report_attribution(view_).sound_citations, 1U);
}

TEST_F(CitationForms, ThatLeadNowhereAreFoundOnce) {
  cite("The port grew [9].", "9", "9", Citation::Form::kMissing);
  cite("항구가 또 커졌다 [9].", "9", "9", Citation::Form::kMissing);
  cite("Busan 항이 커졌다[^kea].", "^kea", "^kea", Citation::Form::kMissing);
  cite("It grew [1].", "1", kEntry, Citation::Form::kListed);
  list("On cranes", kEntry).label = "1";
  EXPECT_THAT(found(),
              ElementsAre("citation-without-entry: [9] leads to no entry of the source list @9",
                          "citation-without-entry: [^kea] leads to no entry of the source list "
                          "@^kea"));
  EXPECT_EQ(report_attribution(view_).sound_citations, 1U);
}

TEST_F(CitationForms, OfAReportWithoutAListAreFoundOnceInAll) {
  cite("The port grew [9].", "9", "9", Citation::Form::kMissing);
  cite("항구가 커졌다 [10].", "10", "10", Citation::Form::kMissing);
  EXPECT_THAT(found(),
              ElementsAre("citation-without-entry: [9] leads to no entry of the source list @9"));
}

TEST_F(CitationForms, ThatLeadToAnEntryWhichIsNotThereAreUnlisted) {
  cite("The port grew (Kea 2021).", "Kea 2021", kEntry, Citation::Form::kListed);
  list("Of ships", "words:ships").label = "1";
  cite("항구가 커졌다 [1].", "1", "words:ships", Citation::Form::kListed);
  EXPECT_THAT(found(), ElementsAre("unlisted-source: " + std::string(kEntry) +
                                   " is cited and not listed @Kea 2021"));
}

// Two notes on one source are two places in it; an identity of ours is no id with a wrong form.
TEST_F(CitationForms, MayHaveSeveralNotesOnOneSource) {
  cite("The port grew[^1].", "^1", kEntry, Citation::Form::kListed);
  list("Kea, On cranes, p. 4", kEntry).label = "^1";
  list("Kea, On cranes, p. 9", kEntry).label = "^2";
  EXPECT_EQ(found().size(), 1U);  // the titles differ
  view_.report.listed_sources[1].title = view_.report.listed_sources[0].title;
  EXPECT_THAT(found(), IsEmpty());
  for (ListedSource& source : view_.report.listed_sources) source.label = "1";
  EXPECT_EQ(found().size(), 1U);
  EXPECT_THAT(found().front(), ::testing::HasSubstr("duplicate-listing: \"Kea, On cranes, p. 4\""));
}

// An entry that no mark can lead to has no identity, and is not said to be cited nowhere.
TEST_F(CitationForms, CannotLeadToAnEntryWithoutIdentity) {
  cite("The port grew [9].", "9", "9", Citation::Form::kMissing);
  list("On cranes", "");
  EXPECT_THAT(found(),
              ElementsAre("citation-without-entry: [9] leads to no entry of the source list @9"));
}

}  // namespace
}  // namespace ibid
