// SPDX-License-Identifier: GPL-2.0-or-later
//
// A quotation -> the passages that may hold it. Names Xapian: search internals only. Any function
// may throw Xapian::Error; callers translate.
//
// Nothing that holds the quotation in normal form is missed: only words are looked for whose shape
// no neighbour can change, which leaves out words at the edges that are not plain. Words in
// citation marks are no words of the index: where the quotation may be cut out of one, see
// cut_mark_query.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"

namespace ibid {

// A word of a quotation and the surface terms a report may have it as.
struct QuoteWord {
  std::vector<std::string> terms;
  bool follows = false;  // in a report it stands right after the word before it
};

// Words that can be relied on, in order; empty for punctuation, and for scraps of words.
std::vector<QuoteWord> quote_words(std::string_view quotation, const Xapian::Database& database,
                                   Analyzer& analyzer);

// Passages that have words [begin, end), those that follow each other side by side. An empty query
// where the index does not know one of them.
Xapian::Query quote_query(const std::vector<QuoteWord>& words, std::size_t begin, std::size_t end,
                          const IndexView& index);

// Terms of all cited and listed sources.
std::vector<std::string> named_source_terms(const Xapian::Database& database);

// Passages that may hold a quotation which begins, ends or lies whole inside a citation mark: they
// have the words outside brackets that it leaves open, and name a source that what is inside is
// part of. Empty where there is none. `sources`: named_source_terms().
Xapian::Query cut_mark_query(std::string_view quotation, const std::vector<std::string>& sources,
                             const IndexView& index, Analyzer& analyzer);

// Passages that have the quotation's rarest words, in any form and order. Empty where the index
// knows none.
Xapian::Query likeness_query(std::string_view quotation, const Xapian::Database& database,
                             Analyzer& analyzer);

// All that match, earliest report first, those without date last, in file order within a report.
std::vector<Xapian::docid> in_order_of_date(const Xapian::Query& query, const IndexView& index);

// The best that match, best first.
std::vector<Xapian::docid> best_matches(const Xapian::Query& query, Xapian::doccount limit,
                                        const IndexView& index);

}  // namespace ibid
