// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/suggest.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "indexer/analysis/normalize.h"
#include "search/words/similar_spellings.h"

namespace ibid {
namespace {

std::vector<std::string> words_between_spaces(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    at = std::min(text.find(' ', begin), text.size());
    if (at > begin) words.emplace_back(text.substr(begin, at - begin));
  }
  return words;
}

// `word` without a last syllable that the typed word has, too: 러시아 of 러시아를 for 러시어를. The
// hits may have the word with another particle.
std::string_view without_particle(std::string_view word, std::string_view typed) {
  std::size_t last = word.size(), typed_last = typed.size();
  if (word.empty() || typed.empty()) return word;
  const char32_t syllable = previous_code_point(word, last);
  const bool same = syllable == previous_code_point(typed, typed_last) && is_hangul(syllable);
  constexpr std::size_t kTwoSyllables = 6;  // bytes
  return same && last >= kTwoSyllables ? word.substr(0, last) : word;
}

}  // namespace

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

std::optional<std::string> still_to_offer(std::string_view query, std::string_view suggestion,
                                          const std::vector<std::string>& shown) {
  const std::vector<std::string> typed = words_between_spaces(query);
  const std::vector<std::string> offered = words_between_spaces(suggestion);
  if (typed.size() != offered.size()) return std::string(suggestion);
  std::string out;
  bool any = false;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const std::string word = folded_text(offered[i]);
    const std::string_view stem = without_particle(word, folded_text(typed[i]));
    const bool is_shown = std::any_of(shown.begin(), shown.end(), [&](const std::string& text) {
      return text.starts_with(stem);
    });
    const bool offer = word != folded_text(typed[i]) && !is_shown;
    any = any || offer;
    if (i > 0) out += ' ';
    out += offer ? offered[i] : typed[i];
  }
  return any ? std::optional(out) : std::nullopt;
}

}  // namespace ibid
