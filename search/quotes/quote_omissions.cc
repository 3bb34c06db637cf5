// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_omissions.h"

#include <algorithm>
#include <iterator>

#include "corpus/text/code_points.h"
#include "search/passages/word_diff.h"
#include "search/quotes/quote_alteration.h"
#include "search/quotes/quote_change_kind.h"
#include "search/quotes/quote_stretch.h"

namespace ibid {
namespace {

bool turns(const QuoteChange& change) {
  return change.kind == ChangeKind::kNegation || change.kind == ChangeKind::kHedge ||
         change.kind == ChangeKind::kRestriction;
}

}  // namespace

std::vector<QuoteChange> turning_omissions(const std::vector<std::string>& left_out,
                                           Analyzer& analyzer) {
  std::vector<QuoteChange> turning;
  for (const std::string& words : left_out) {
    const std::string said = without_citation_marks(words);
    ChangeReader reader(said, {}, analyzer);
    reader.read({0, said.size()}, {0, 0});
    const std::vector<QuoteChange> dropped = reader.take();
    std::copy_if(dropped.begin(), dropped.end(), std::back_inserter(turning), turns);
  }
  std::stable_sort(turning.begin(), turning.end(),
                   [](const QuoteChange& a, const QuoteChange& b) { return a.kind < b.kind; });
  return turning;
}

QuoteAlteration turned_quotation(std::string_view text, const NormalFormMatch& place,
                                 std::string_view quotation, Analyzer& analyzer) {
  QuoteAlteration made;
  made.said = without_citation_marks(slice(text, place.with_edges));
  made.diff = word_diff(made.said, quotation, WordMatch::kFolded);
  made.changes = turning_omissions(place.left_out, analyzer);
  made.similarity =
      nearest_stretch(WordsOfText(made.said, analyzer), WordsOfText(quotation, analyzer))
          .similarity;
  return made;
}

}  // namespace ibid
