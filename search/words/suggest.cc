// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/suggest.h"

#include "corpus/text/code_points.h"
#include "corpus/text/edit_distance.h"
#include "indexer/analysis/term.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

constexpr std::size_t kShortestWord = 4;  // letters; shorter words are all near each other
constexpr std::size_t kTwoEditsFrom = 8;

// A word is known if the index has any of its forms that represent the whole word. A Korean word
// whose bigrams are all known is a compound, not a misspelling.
bool is_known(const Analysis& analysis, const Word& word, const IndexView& index) {
  bool bigrams = false, all_bigrams = true;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind == FormKind::kGram) continue;
    const bool exists =
        has_live(index, form_term(TextField::kBody, form->kind, analysis.text(*form)));
    if (form->kind == FormKind::kBigram) {
      bigrams = true;
      all_bigrams = all_bigrams && exists;
    } else if (exists) {
      return true;
    }
  }
  return bigrams && all_bigrams;
}

// The nearest word that begins with the same letter (for Korean, any word); the most frequent of
// the nearest ones.
std::string nearest_word(const std::string& word, bool hangul, const IndexView& index) {
  const std::u32string letters = letters_of(word);
  if (letters.size() < kShortestWord) return {};
  const std::size_t limit = letters.size() >= kTwoEditsFrom ? 2 : 1;
  // Stems represent all forms of a word; those of Korean words have no particles.
  const std::string kind =
      hangul ? form_term(TextField::kBody, FormKind::kStem, "") : std::string();
  std::size_t first = 0;
  next_code_point(word, first);
  const std::string prefix = kind + word.substr(0, hangul ? 0 : first);
  std::string best;
  std::size_t best_distance = limit + 1, scanned = 0;
  Xapian::doccount best_frequency = 0;
  const Xapian::Database& database = index.database;
  for (auto it = database.allterms_begin(prefix);
       it != database.allterms_end(prefix) && scanned < kMaxExpansionScan; ++it, ++scanned) {
    const std::string candidate = (*it).substr(kind.size());
    if (candidate.size() > word.size() + 4 * limit || word.size() > candidate.size() + 4 * limit)
      continue;
    const std::size_t distance = edit_distance(letters, letters_of(candidate), limit);
    const Xapian::doccount frequency = it.get_termfreq();
    const bool better =
        distance < best_distance ||
        (distance == best_distance && distance <= limit && frequency > best_frequency);
    if (better && has_live(index, *it)) {
      best = candidate;
      best_distance = distance;
      best_frequency = frequency;
    }
  }
  return best;
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
    if ((surface[0] >= '0' && surface[0] <= '9') || is_known(analysis, word, index)) continue;
    // The particle stays: only the part before it is replaced.
    const Form& stem = analysis.forms[word.first_form + (word.hangul ? 1U : 0U)];
    const std::string better = nearest_word(std::string(analysis.text(stem)), word.hangul, index);
    if (better.empty()) continue;
    corrected += query.substr(copied, stem.begin - copied);
    corrected += better;
    copied = stem.end;
  }
  if (copied == 0) return std::nullopt;
  corrected += query.substr(copied);
  return corrected;
}

}  // namespace ibid
