// SPDX-License-Identifier: GPL-2.0-or-later
//
// A quotation -> the passages that may hold it. Any function may throw Xapian::Error; callers
// translate.
//
// No passage that holds the quotation in normal form is missed: the search uses only words with a
// form that no neighbour can change, which excludes words at the edges that are not plain. Words in
// citation marks are not in the index: see cut_mark_phrases for a quotation that may be cut out of
// one.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/quotes/candidates/source_names.h"
#include "search/quotes/candidates/wanted_phrases.h"

namespace ibid {

// A word of a quotation and the surface terms it may have in a report.
struct QuoteWord {
  std::vector<std::string> terms;
  bool follows = false;  // in a report it is right after the word before it
  bool operator==(const QuoteWord&) const = default;
};

// The reliable words, in order; empty for punctuation and for fragments of words.
std::vector<QuoteWord> quote_words(std::string_view quotation, const Xapian::Database& database,
                                   Analyzer& analyzer);
// All words, those too that a report may have in another form.
std::vector<QuoteWord> all_quote_words(std::string_view quotation, const Xapian::Database& database,
                                       Analyzer& analyzer);

// Words [begin, end), with consecutive words side by side. None if the index does not know one of
// them.
WantedPhrases quote_phrases(const std::vector<QuoteWord>& words, std::size_t begin, std::size_t end,
                            const IndexView& index);
// All words, in any order. None if there are fewer than two.
WantedPhrases words_apart(const std::vector<QuoteWord>& words);

// Passages that may hold a quotation that begins, ends or lies inside a citation mark: they have
// the words outside the brackets that it leaves open, and name a source that contains the words
// inside. None if there is no such source.
WantedPhrases cut_mark_phrases(std::string_view quotation, const SourceNames& sources,
                               const IndexView& index, Analyzer& analyzer);

}  // namespace ibid
