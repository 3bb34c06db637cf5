// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/suggest.h"

#include "corpus/text/code_points.h"
#include "search/words/similar_spellings.h"

namespace ibid {

std::optional<std::string> suggest(std::string_view query, const IndexView& index,
                                   Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(query, analysis);
  std::string corrected;
  std::size_t copied = 0;
  for (const Word& word : analysis.words) {
    if (word.weightiness == Weightiness::kStop || word.in_designator || word.begin < copied)
      continue;
    const std::string_view surface = analysis.surface(word);
    if (is_ascii_digit(surface[0]) || known_in(index, analysis, word) != Known::kNo) continue;
    // The particle stays: only the part before it is replaced.
    const Form& stem = analysis.forms[word.first_form + (word.hangul ? 1U : 0U)];
    const auto better = similar_spellings(index, analysis.text(stem));
    if (better.empty()) continue;
    corrected += query.substr(copied, stem.begin - copied);
    corrected += better.front().text;
    copied = stem.end;
  }
  if (copied == 0) return std::nullopt;
  corrected += query.substr(copied);
  return corrected;
}

}  // namespace ibid
