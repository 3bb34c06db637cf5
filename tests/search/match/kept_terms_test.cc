// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/kept_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "indexer/analysis/term.h"

namespace ibid {
namespace {

// Word, term, begin and end in the text.
using Found = std::vector<std::tuple<std::size_t, std::string, std::uint64_t, std::uint64_t>>;

Found kept(KeptTerms& terms, std::string_view text, const std::vector<ByteRange>& skip = {}) {
  terms.read(text, skip);
  Found found;
  const auto add = [&](std::size_t w, const KeptTerm& term) {
    const std::uint64_t begin = terms.word(w).begin;
    EXPECT_EQ(term.hash, KeptTerms::hash_of(terms.text(term)));
    found.emplace_back(w, terms.text(term), begin + term.begin, begin + term.end);
  };
  for (std::size_t w = 0; w < terms.size(); ++w) {
    for (const KeptTerm& term : terms.own(w)) add(w, term);
    for (const KeptTerm& term : terms.of_several(w)) add(w, term);
  }
  return found;
}

Found analyzed(std::string_view text, const std::vector<ByteRange>& skip = {}) {
  Analyzer analyzer;
  Analysis analysis;
  analyzer.analyze(text, skip, analysis);
  Found found;
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const Word& word = analysis.words[w];
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      const bool stop = word.weightiness == Weightiness::kStop;
      if (form->kind == FormKind::kGram || (stop && form->kind != FormKind::kSurface)) continue;
      found.emplace_back(w, form_term(TextField::kBody, form->kind, analysis.text(*form)),
                         form->begin, form->end);
    }
  }
  return found;
}

const std::vector<std::string> kTexts = {
    "Russia signed a pact with the DPRK, and the pact was signed in Pyongyang.",
    "CHINA'S plan, China’s fear: the U.S. sold S-400 and s 400, then S 400 for $1,100.5.",
    "the #DefundTheCBC march of iPhone users, Zürich and ZÜRICH, naïve naïve",
    "어제 푸틴은 평양에 갔다. 푸틴이 평양에서 국방협정을 체결했다.",
    "북·러 협정, 북-러 협정과 한미일 공조; KOSPI는 S-400을 S-400는",
    "러시아(Russia)와 中國 中國의 무역, https://example.com/a 와 www.example.com",
    "ALL IN CAPITALS HERE, THE PACT OF CHINA",
    "ﬁnance ﬁnance Ｐutin Ｐutin 45³ km² 푸틴 푸틴",
    "",
};

TEST(KeptTerms, AreThoseOfTheAnalysisHoweverOftenAWordComes) {
  KeptTerms terms;
  for (int pass = 0; pass < 3; ++pass) {
    for (const std::string& text : kTexts) EXPECT_EQ(kept(terms, text), analyzed(text)) << text;
  }
}

TEST(KeptTerms, HoldNoWordThatIsSkipped) {
  KeptTerms terms;
  const std::string text = "A pact 협정 (source: pact 협정) of the pact";
  const std::vector<ByteRange> mark = {{text.find('('), text.find(')') + 1}};
  for (int pass = 0; pass < 2; ++pass) {
    EXPECT_EQ(kept(terms, text, mark), analyzed(text, mark));
    EXPECT_EQ(kept(terms, text), analyzed(text));
  }
  EXPECT_NE(analyzed(text, mark), analyzed(text));
}

TEST(KeptTerms, AreRightAfterMoreSpellingsThanAreKept) {
  KeptTerms terms;
  for (int text = 0; text < 40; ++text) {
    std::string many;
    for (int word = 0; word < 1000; ++word) {
      many += "w" + std::to_string(text * 1000 + word) + "x pact" + std::to_string(word) + "q ";
    }
    terms.read(many, {});
  }
  for (const std::string& text : kTexts) EXPECT_EQ(kept(terms, text), analyzed(text)) << text;
}

}  // namespace
}  // namespace ibid
