// SPDX-License-Identifier: GPL-2.0-or-later
//
// What our own reading of the lists finds is what Xapian's matcher finds.
#include "search/quotes/candidates/wanted_phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "search/open/open_index_internals.h"
#include "search/quotes/candidates/nearest_passages.h"
#include "search/quotes/candidates/quote_candidates.h"
#include "search/quotes/candidates/quote_loose_queries.h"
#include "search/quotes/candidates/source_names.h"
#include "tests/support/sample_index.h"

namespace ibid::testing {
namespace {

class WantedPhrasesOfSamples : public ::testing::Test {
 protected:
  WantedPhrasesOfSamples() { by_xapian_.postings = nullptr; }

  const IndexView& index() { return internals_.session.snapshot().index(); }
  std::vector<QuoteWord> words(std::string_view quotation) {
    return quote_words(quotation, index().database, internals_.analyzer);
  }

  SampleIndex samples_;
  OpenIndex::Internals& internals_ = samples_.open().internals();
  IndexView by_xapian_ = internals_.session.snapshot().index();
};

// Every third stretch of two to seven words, cut as white space cuts them.
std::vector<std::string> stretches(const std::vector<Report>& reports) {
  std::vector<std::string> found;
  std::size_t number = 0;
  for (const Report& report : reports) {
    for (const Passage& passage : report.passages) {
      std::size_t begin = 0;
      while (begin < passage.text.size()) {
        std::size_t end = begin;
        for (std::size_t words = 0; words < 2 + number % 6 && end < passage.text.size(); ++words) {
          end = std::min(passage.text.find(' ', end + 1), passage.text.size());
        }
        if (++number % 3 == 0) found.push_back(passage.text.substr(begin, end - begin));
        begin = end + 1;
      }
    }
  }
  return found;
}

TEST_F(WantedPhrasesOfSamples, AreFoundAsXapianFindsThem) {
  std::size_t found = 0;
  for (const std::string& quotation : stretches(samples_.reports())) {
    const std::vector<QuoteWord> all = words(quotation);
    const std::size_t half = all.size() / 2;
    for (const WantedPhrases& phrases :
         {quote_phrases(all, 0, all.size(), index()), quote_phrases(all, 0, half, index()),
          quote_phrases(all, half, all.size(), index()), words_apart(all)}) {
      const auto documents = documents_with(phrases, index());
      EXPECT_EQ(documents, documents_with(phrases, by_xapian_)) << quotation;
      found += documents.size();
    }
  }
  EXPECT_GT(found, 1000U);
}

TEST_F(WantedPhrasesOfSamples, HaveTheBestPassagesThatXapianRanks) {
  std::size_t off = 0;
  for (const std::string& quotation : stretches(samples_.reports())) {
    const auto choices = one_word_off(words(quotation), index());
    const auto best = best_with_any(choices, 12, index());
    auto by_xapian = best_with_any(choices, 200, by_xapian_);
    by_xapian.resize(std::min<std::size_t>(by_xapian.size(), 12));
    EXPECT_EQ(best, by_xapian) << quotation;
    off += best.size();
    // Xapian 1.4.22 may leave out one of the last, which a longer list has (sorted by relevance,
    // then by key).
    const auto terms = telling_terms(quotation, index(), internals_.analyzer);
    auto ranked = best_of_terms(terms, "", 200, by_xapian_);
    ranked.resize(std::min<std::size_t>(ranked.size(), 12));
    EXPECT_EQ(best_of_terms(terms, "", 12, index()), ranked) << quotation;
  }
  EXPECT_GT(off, 100U);
}

TEST_F(WantedPhrasesOfSamples, AreInAllDocumentsOfAReportOrInAll) {
  EXPECT_EQ(all_documents(index()).size(), index().database.get_doccount());
  EXPECT_TRUE(documents_with({}, index()).empty());
}

TEST_F(WantedPhrasesOfSamples, NameTheSourcesThatContainAnItem) {
  const SourceNames names(index().database);
  const std::vector<std::string> all = names.containing("go-public-");
  EXPECT_GT(all.size(), 20U);
  EXPECT_EQ(names.containing("go"), names.containing("go-p"));
  EXPECT_TRUE(names.containing("lighthouse").empty());
  EXPECT_TRUE(names.containing("xyz").empty());
  for (const std::string& term : all) {
    EXPECT_NE(term.find("go-public-"), std::string::npos);
    const auto named = names.containing(ascii_lower(term.substr(1)));
    EXPECT_NE(std::ranges::find(named, term), named.end());
  }
}

}  // namespace
}  // namespace ibid::testing
