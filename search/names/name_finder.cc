// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/names/name_finder.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/names/alias_key.h"
#include "search/names/name_forms.h"
#include "search/names/spelling_variants.h"

namespace ibid {
namespace {

// The words by which a name may be stored: as written, or without particle, possessive or plural.
std::vector<std::string> key_words(const Analysis& analysis, const Word& word) {
  std::vector<std::string> keys{std::string(analysis.surface(word))};
  const std::string& surface = keys[0];
  if (word.hangul) {
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kStem || analysis.text(*form) == surface) continue;
      if (!is_name_with_particles(surface, analysis.text(*form))) continue;
      keys.emplace_back(analysis.text(*form));
    }
    return keys;
  }
  constexpr std::size_t kShortestPlural = 5;
  const std::string bare =
      surface.ends_with("'s") ? surface.substr(0, surface.size() - 2) : surface;
  if (bare != surface) {
    keys.push_back(bare);
  } else if (surface.size() >= kShortestPlural && surface.ends_with('s')) {
    keys.push_back(surface.substr(0, surface.size() - 1));
  }
  return keys;
}

// True if `analysis` has the words of `name` side by side, from word `begin` to `end`.
bool holds(const Analysis& analysis, std::size_t begin, std::size_t end, const Analysis& name) {
  const auto& words = analysis.words;
  for (std::size_t first = begin; first + name.words.size() <= end; ++first) {
    bool same = true;
    for (std::size_t i = 0; same && i < name.words.size(); ++i) {
      const std::vector<std::string> keys = key_words(analysis, words[first + i]);
      same = std::find(keys.begin(), keys.end(), name.surface(name.words[i])) != keys.end();
    }
    if (same) return true;
  }
  return false;
}

// True if `name` has the words `begin` to `end` of `analysis` side by side.
bool is_part_of(const Analysis& analysis, std::size_t begin, std::size_t end,
                const Analysis& name) {
  const std::size_t size = end - begin;
  for (std::size_t first = 0; first + size <= name.words.size(); ++first) {
    bool same = true;
    for (std::size_t i = 0; same && i < size; ++i) {
      const std::vector<std::string> keys = key_words(analysis, analysis.words[begin + i]);
      const std::string_view word = name.surface(name.words[first + i]);
      same = std::find(keys.begin(), keys.end(), word) != keys.end();
    }
    if (same) return true;
  }
  return false;
}

// Korean names may hold Latin letters: SK하이닉스.
bool is_korean(std::string_view text) {
  bool latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_hangul(c)) return true;
    latin |= is_latin(c);
  }
  return !latin;
}

bool is_latin_word(const Analysis& analysis, const Word& word) {
  std::size_t at = 0;
  return is_latin(next_code_point(analysis.surface(word), at));
}

}  // namespace

std::vector<NamedRun> NameFinder::find(const Analysis& analysis, std::string_view text) const {
  std::vector<NamedRun> runs;
  std::set<std::string> seen;  // Russia and Russian have the same alias, 러시아
  for (std::size_t w = 0; w < analysis.words.size();) {
    const Known known = longest_known(analysis, text, w);
    NamedRun run{w, std::max<std::size_t>(known.words, 1), {}};
    run.names = known_names(analysis, run, known.names);
    if (known.words <= 1) add_spellings(analysis, text, run);
    std::erase_if(run.names, [&](const OtherName& name) { return !seen.insert(name.text).second; });
    w += run.words;
    if (!run.names.empty()) runs.push_back(std::move(run));
  }
  return runs;
}

NameFinder::Known NameFinder::longest_known(const Analysis& analysis, std::string_view text,
                                            std::size_t first) const {
  Known best;
  const Word& start = analysis.words[first];
  for (const std::string& word : key_words(analysis, start)) {
    const AliasBook::Names names = book_.beginning_with(word);
    if (names.empty()) continue;
    std::string run;  // the words before the last; only the last may be inflected
    for (std::size_t count = 1; count <= kMaxAliasWords; ++count) {
      if (first + count > analysis.words.size()) break;
      const Word& last = analysis.words[first + count - 1];
      const bool said = count > 1 || counts_alone(analysis, text, last);
      const std::vector<std::string> endings =
          count == 1 ? std::vector<std::string>{word} : key_words(analysis, last);
      for (const std::string& ending : endings) {
        const auto found = names.find(run + ending);
        if (found == names.end() || !said || count <= best.words) continue;
        best = {count, found->second};
      }
      run += (count == 1 ? word : std::string(analysis.surface(last))) + ' ';
    }
  }
  return best;
}

// "us" is a pronoun, "US" is not; a name of several words may contain of, the, and. Two letters are
// a name in capitals only, "UN" but not "Un", unless they are all of the query that is Latin.
bool NameFinder::counts_alone(const Analysis& analysis, std::string_view text,
                              const Word& word) const {
  if (word.weightiness == Weightiness::kStop) return false;
  constexpr std::size_t kLetters = 2;
  if (!is_latin_word(analysis, word) || analysis.surface(word).size() > kLetters) return true;
  bool others = false, other_names = true;
  for (const Word& other : analysis.words) {
    if (&other == &word || !is_latin_word(analysis, other)) continue;
    others = true;
    const bool capitals = other.capitals && analysis.surface(other).size() > kLetters;
    if (capitals) other_names &= !book_.beginning_with(analysis.surface(other)).empty();
  }
  // KIM JONG UN: capitals say nothing beside words in capitals that are no names.
  const bool written_so = text.substr(word.begin, 1) != analysis.surface(word).substr(0, 1);
  return !others || (word.capitals && written_so && other_names);
}

std::vector<OtherName> NameFinder::known_names(const Analysis& analysis, const NamedRun& run,
                                               const KnownNames& known) const {
  std::vector<OtherName> names;
  const std::size_t end = run.first + run.words;
  const bool korean = std::any_of(analysis.words.begin() + static_cast<std::ptrdiff_t>(run.first),
                                  analysis.words.begin() + static_cast<std::ptrdiff_t>(end),
                                  [&](const Word& w) { return !is_latin_word(analysis, w); });
  for (std::size_t i = 0; i < known.names.size(); ++i) {
    const std::string& name = known.names[i];
    Analysis analysed;
    analyzer_.analyze(name, analysed);
    if (analysed.words.empty() || holds(analysis, 0, analysis.words.size(), analysed)) continue;
    const bool other = i < known.from_editor || is_korean(name) != korean;
    // Vladimir Putin is found by Putin already.
    if (!other && is_part_of(analysis, run.first, end, analysed)) continue;
    names.push_back({name, other ? NameRelation::kAlias : NameRelation::kSameLanguage});
  }
  return names;
}

void NameFinder::add_spellings(const Analysis& analysis, std::string_view text,
                               NamedRun& run) const {
  SpellingVariants spellings = spelling_variants(index_, analysis, text, run.first);
  if (!run.names.empty() && spellings.words != run.words) return;
  run.words = spellings.words;
  for (std::string& spelling : spellings.texts) {
    run.names.push_back({std::move(spelling), NameRelation::kSpelling});
  }
}

}  // namespace ibid
