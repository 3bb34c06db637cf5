// SPDX-License-Identifier: GPL-2.0-or-later
//
// A quotation -> the passages that may hold it. Any function may throw Xapian::Error; callers
// translate.
//
// No passage that holds the quotation in normal form is missed: the search uses only words with a
// form that no neighbour can change, which excludes words at the edges that are not plain. Words in
// citation marks are not in the index: see cut_mark_query for a quotation that may be cut out of
// one.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"

namespace ibid {

// A word of a quotation and the surface terms it may have in a report.
struct QuoteWord {
  std::vector<std::string> terms;
  bool follows = false;  // in a report it is right after the word before it
};

// The reliable words, in order; empty for punctuation and for fragments of words.
std::vector<QuoteWord> quote_words(std::string_view quotation, const Xapian::Database& database,
                                   Analyzer& analyzer);
// All words, those too that a report may have in another form.
std::vector<QuoteWord> all_quote_words(std::string_view quotation, const Xapian::Database& database,
                                       Analyzer& analyzer);

// Passages that have words [begin, end), with consecutive words side by side. An empty query if the
// index does not know one of them.
Xapian::Query quote_query(const std::vector<QuoteWord>& words, std::size_t begin, std::size_t end,
                          const IndexView& index);

// Terms of all cited and listed sources.
std::vector<std::string> named_source_terms(const Xapian::Database& database);

// Passages that may hold a quotation that begins, ends or lies inside a citation mark: they have
// the words outside the brackets that it leaves open, and name a source that contains the words
// inside. Empty if there is none. `sources`: named_source_terms().
Xapian::Query cut_mark_query(std::string_view quotation, const std::vector<std::string>& sources,
                             const IndexView& index, Analyzer& analyzer);

// All matches, earliest report first, without a date last, in file order within a report.
std::vector<Xapian::docid> in_order_of_date(const Xapian::Query& query, const IndexView& index);

// The best matches, best first.
std::vector<Xapian::docid> best_matches(const Xapian::Query& query, Xapian::doccount limit,
                                        const IndexView& index);

}  // namespace ibid
