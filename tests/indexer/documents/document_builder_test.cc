// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/documents/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/parser/passage_text.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "tests/support/naive_load.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::owned;
using testing::OwnedDocument;
using testing::OwnedTerm;

// Terms with wdf, then the word positions, to be printed if two documents differ.
std::vector<std::string> terms_of(const OwnedDocument& document) {
  std::vector<std::string> lines;
  for (const OwnedTerm& term : document.terms) {
    lines.push_back(term.term + " " + std::to_string(term.wdf));
  }
  lines.push_back(document.positions);
  return lines;
}

std::vector<OwnedDocument> documents(DocumentBuilder& builder, const Report& report) {
  std::vector<OwnedDocument> documents;
  builder.build(report, [&](const Passage&, const IndexDocument& document) {
    documents.push_back(owned(document));
  });
  return documents;
}

Report report_of(const std::vector<std::string>& texts) {
  Report report;
  report.id = "r";
  for (const std::string& text : texts) {
    const std::size_t size = text.size();
    report.passages.push_back(make_passage({text, {{0, 0, size, size}}}, PassageKind::kBody));
    report.passages.back().id = "r#0." + std::to_string(report.passages.size());
  }
  return report;
}

bool has_term(const OwnedDocument& document, const std::string& term) {
  return std::any_of(document.terms.begin(), document.terms.end(),
                     [&](const OwnedTerm& one) { return one.term == term; });
}

TEST(DocumentBuilder, FindsARowByTheWordsOfItsTablesHead) {
  Report report = report_of({"2023 | 35", "2024 | 36", "text"});
  report.passages[0].table_head = report.passages[1].table_head = "해 Tonnage";
  DocumentBuilder builder;
  const auto all = documents(builder, report);
  const std::string term = form_term(TextField::kHeading, FormKind::kSurface, "tonnage");
  EXPECT_TRUE(has_term(all[0], term));
  EXPECT_TRUE(has_term(all[1], term));
  EXPECT_FALSE(has_term(all[2], term));
}

TEST(DocumentBuilder, HasNoTermsOfSigns) {
  Report report = report_of({"sur**plus** of [Reuters](https://r.example/oil)"});
  report.passages[0].markup = {{3, 5}, {9, 11}, {15, 16}, {23, 47}};
  DocumentBuilder builder;
  const OwnedDocument document = documents(builder, report).front();
  const auto has = [&](const char* word) {
    return has_term(document, form_term(TextField::kBody, FormKind::kSurface, word));
  };
  EXPECT_TRUE(has("surplus"));
  EXPECT_TRUE(has("reuters"));
  for (const char* sign : {"plus", "sur", "oil", "r.example"}) EXPECT_FALSE(has(sign)) << sign;
}

// A joint is where a line of a page ends and nobody knows whether a space belongs there.
TEST(DocumentBuilder, HasTheWordsOfBothReadingsOfAJoint) {
  const struct {
    const char* text;
    std::size_t joint;
    std::vector<const char*> found, stems;
  } cases[] = {
      {"the cyber security plan", 9, {"cyber", "security", "cybersecurity"}, {"cybersecur"}},
      {"the cybersecurity plan", 9, {"cyber", "security", "cybersecurity"}, {"cyber", "secur"}},
      {"새 국방 협정을 맺었다", 10, {"국방", "협정을", "국방협정을"}, {"국방협정"}},
      {"총 두 종으로 나뉜다", 11, {"종", "으로", "종으로"}, {}},
      {"see https://harbour.example/eng/brief now", 34, {"ief"}, {"ief"}},  // a URL is its host
  };
  for (const auto& one : cases) {
    Report report = report_of({one.text, one.text});
    report.passages[0].origin.joints = {one.joint};
    DocumentBuilder builder;
    const auto all = documents(builder, report);
    for (const char* word : one.found) {
      EXPECT_TRUE(has_term(all[0], form_term(TextField::kBody, FormKind::kSurface, word)))
          << word << " of " << one.text;
    }
    for (const char* stem : one.stems) {
      EXPECT_TRUE(has_term(all[0], form_term(TextField::kBody, FormKind::kStem, stem)))
          << stem << " of " << one.text;
    }
    // Without a joint there is one reading, and the numbers of the words are as they were.
    EXPECT_LT(all[1].terms.size(), all[0].terms.size()) << one.text;
    DocumentBuilder fresh;
    report.passages.erase(report.passages.begin());
    EXPECT_EQ(terms_of(documents(fresh, report)[0]), terms_of(all[1])) << one.text;
  }
}

// Words that a builder knows from earlier passages must change nothing in later ones.
TEST(DocumentBuilder, TreatsAKnownWordLikeANewOne) {
  DocumentBuilder experienced;
  for (int round = 0; round < 2; ++round) {
    for (const Report& report : testing::sample_reports()) {
      const auto after = documents(experienced, report);
      for (std::size_t i = 0; i < report.passages.size(); ++i) {
        Report alone = report;
        alone.passages = {report.passages[i]};
        DocumentBuilder fresh;
        const auto before = documents(fresh, alone);
        ASSERT_EQ(terms_of(after[i]), terms_of(before.front())) << report.passages[i].id;
      }
    }
    experienced.clear_vocabulary();
  }
}

// Words kept apart, spelt out as their terms, give the same as a builder that keeps none apart;
// also after the analyzer has forgotten its words.
TEST(DocumentBuilder, HasWordsThatMeanTheirTerms) {
  DocumentBuilder apart(WordEntries::kApart), plain;
  for (int round = 0; round < 3; ++round) {
    for (const Report& report : testing::sample_reports()) {
      const auto expected = documents(plain, report);
      std::size_t i = 0, words = 0;
      apart.build(report, [&](const Passage& passage, const IndexDocument& document) {
        words += document.words.size();
        IndexDocument spelt_out = document;
        spelt_out.text_terms = all_text_terms(document, apart.vocabulary());
        spelt_out.words.clear();
        EXPECT_EQ(length_of(document), length_of(spelt_out));
        EXPECT_EQ(terms_of(owned(spelt_out)), terms_of(expected[i++])) << passage.id;
      });
      EXPECT_GT(words, report.passages.size()) << report.id;
    }
    if (round == 1) apart.clear_vocabulary();
  }
}

// Spellings that are a word in one text and part of something else in another.
TEST(DocumentBuilder, KeepsApartWhatOnlyLooksLikeAKnownWord) {
  const std::vector<std::string> texts = {"A missile, I said, and a 400.",
                                          "S-400 missiles and the S 400; I-495, A-10.",
                                          "s 400 and a",
                                          "½ 1 2 1/2",
                                          "US and us",
                                          "THE U.S. IS HERE AND NOW",
                                          "the U.S. is here and now",
                                          "U.S. https://www.example.org/a S-400을 푸틴은",
                                          "푸틴은 S-400을",
                                          "é E e É ﬁ fi FI",
                                          "한국어 한국어",
                                          "iPhone IPHONE iphone DefundTheCBC defundthecbc"};
  DocumentBuilder builder;
  builder.clear_vocabulary();
  documents(builder, report_of(texts));
  for (const std::string& text : texts) {
    DocumentBuilder fresh;
    const auto expected = documents(fresh, report_of({text}));
    const auto again = documents(builder, report_of({text}));
    EXPECT_EQ(terms_of(again.front()), terms_of(expected.front())) << text;
  }
}

}  // namespace
}  // namespace ibid
