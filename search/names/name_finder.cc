// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/names/name_finder.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/term.h"
#include "indexer/korean/hangul.h"
#include "indexer/korean/verbs.h"
#include "indexer/names/alias_key.h"
#include "indexer/names/korean_surnames.h"
#include "search/names/name_forms.h"
#include "search/names/spelling_variants.h"

namespace ibid {
namespace {

// The words by which a name may be stored: as written, or without particle, possessive or plural.
std::vector<std::string> key_words(const Analysis& analysis, const Word& word) {
  std::vector<std::string> keys{std::string(analysis.surface(word))};
  const std::string surface = keys[0];  // a copy: keys grow
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

enum class Counted : std::uint8_t { kDates, kRanks };

// True for a counter that makes a date, or the name of a thing, of a number (3월 is no three), or
// that counts in order.
bool counts(const Analysis& analysis, const Word& counter, Counted what) {
  constexpr std::array<std::string_view, 7> kDates = {"일", "월", "시", "호", "항", "조", "세"};
  constexpr std::array<std::string_view, 4> kRanks = {"번째", "차", "위", "회"};
  const std::string_view word = analysis.surface(counter);
  const auto begins = [&](std::string_view unit) { return is_with_particles(word, unit); };
  return what == Counted::kDates ? std::any_of(kDates.begin(), kDates.end(), begins)
                                 : std::any_of(kRanks.begin(), kRanks.end(), begins);
}

bool is_english(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// True for a word of Latin letters, the first of them a capital.
bool is_capitalised_word(const Analysis& analysis, std::string_view text, const Word& word) {
  const std::string_view surface = analysis.surface(word);
  return text[word.begin] >= 'A' && text[word.begin] <= 'Z' && is_english(surface);
}

// Samsung stands for the firms that are called after it, too: for Samsung SDI, which Korean writes
// as one word with 삼성. `names`: those that begin with `key`, the names of which `found` are.
void add_firms(const AliasBook::Names& names, const std::string& key,
               std::vector<std::string>& found) {
  const std::size_t own = found.size();
  for (const auto& [longer, known] : names) {
    if (!longer.starts_with(key + ' ')) continue;
    for (const std::string& name : known.names) {
      const bool after = std::any_of(
          found.begin(), found.begin() + static_cast<std::ptrdiff_t>(own), [&](const auto& first) {
            return is_korean(first) && name.size() > first.size() && name.starts_with(first);
          });
      if (after) found.push_back(name);
    }
  }
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
    if (known.words == 0) add_number(analysis, run);
    if (known.words <= 1) add_person(analysis, text, run);
    if (run.names.empty() && known.words == 0) add_sounds(analysis, text, run);
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
        if (count == 1) add_firms(names, found->first, best.names.names);
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
  std::vector<Analysis> all(known.names.size());
  std::vector<const Analysis*> typed;  // with the run, in the other language
  for (std::size_t i = 0; i < all.size(); ++i) {
    analyzer_.analyze(known.names[i], all[i]);
    if (!all[i].words.empty() && holds(analysis, 0, analysis.words.size(), all[i])) {
      typed.push_back(&all[i]);
    }
  }
  // Beside 디즈니, Disney is not to count a second time as Walt Disney.
  const auto holds_typed = [&](const Analysis& name) {
    return std::any_of(typed.begin(), typed.end(), [&](const Analysis* other) {
      return holds(name, 0, name.words.size(), *other);
    });
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& name = known.names[i];
    const Analysis& analysed = all[i];
    if (analysed.words.empty() || holds_typed(analysed)) continue;
    const bool other = i < known.from_editor || is_korean(name) != korean;
    // Vladimir Putin is found by Putin already.
    if (!other && is_part_of(analysis, run.first, end, analysed)) continue;
    names.push_back({name, other ? NameRelation::kAlias : NameRelation::kSameLanguage});
  }
  return names;
}

// English news writes small numbers as words, Korean ones as digits with a counter.
void NameFinder::add_number(const Analysis& analysis, NamedRun& run) const {
  constexpr std::array<std::string_view, 9> kCounts = {"two",   "three", "four", "five", "six",
                                                       "seven", "eight", "nine", "ten"};
  constexpr std::array<std::string_view, 9> kRanks = {
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
  constexpr std::size_t kFirst = 2;
  const std::size_t next = run.first + 1;
  if (next >= analysis.words.size()) return;
  const Word &number = analysis.words[run.first], &counter = analysis.words[next];
  if (!counter.hangul || counter.begin != number.end) return;
  if (counts(analysis, counter, Counted::kDates)) return;
  const auto& words = counts(analysis, counter, Counted::kRanks) ? kRanks : kCounts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (analysis.surface(number) != std::to_string(i + kFirst)) continue;
    run.names.push_back({std::string(words[i]), NameRelation::kNumeral});
  }
}

// A Korean name of a surname and one or two words: Kim Gye-gwan, Kim Gye Gwan, Kim Gyegwan.
void NameFinder::add_person(const Analysis& analysis, std::string_view text, NamedRun& run) const {
  const auto& words = analysis.words;
  const std::size_t first = run.first;
  if (first + 1 >= words.size() || korean_surname(analysis.surface(words[first])).empty()) return;
  if (!is_capitalised_word(analysis, text, words[first])) return;
  std::string given;
  constexpr std::size_t kMostWords = 2;
  for (std::size_t w = first + 1; w < words.size() && w <= first + kMostWords; ++w) {
    const bool joined = text.substr(words[w - 1].end, words[w].begin - words[w - 1].end) == "-";
    const bool apart = text.substr(words[w - 1].end, words[w].begin - words[w - 1].end) == " ";
    const bool second = joined && w == first + kMostWords && is_english(analysis.surface(words[w]));
    if (!second && !(apart && is_capitalised_word(analysis, text, words[w]))) break;
    given += analysis.surface(words[w]);
    std::vector<std::string> names = sounds_.korean_person(analysis.surface(words[first]), given);
    if (names.empty()) continue;
    run.words = w - first + 1;
    run.names.clear();
    for (std::string& name : names) run.names.push_back({std::move(name), NameRelation::kSound});
  }
}

void NameFinder::add_sounds(const Analysis& analysis, std::string_view text, NamedRun& run) const {
  const Word& word = analysis.words[run.first];
  if (word.weightiness != Weightiness::kContent) return;
  std::vector<std::string> alike;
  if (word.hangul) {
    // Walking the vocabulary takes time: only for words that few Korean passages have, in a longer
    // query none. Names that many have are in the lists, or else they are other words.
    constexpr std::size_t kShortQuery = 4;
    constexpr Xapian::doccount kFew = 10, kShare = 500;
    const std::string stem =
        form_term(TextField::kBody, FormKind::kStem, key_words(analysis, word).back());
    const Xapian::doccount most = analysis.words.size() > kShortQuery
                                      ? 0
                                      : std::max(statistics(index_).documents() / kShare, kFew);
    if (frequency(index_, stem) > most) return;
    const std::u32string syllables = to_utf32(analysis.surface(word));
    if (verb_form(syllables) || noun_of_verb(syllables) != 0) return;  // no name
    alike = sounds_.latin_for(key_words(analysis, word).back());
  } else if (is_capitalised_word(analysis, text, word)) {
    alike = sounds_.korean_for(analysis.surface(word));
  }
  for (std::string& name : alike) {
    if (!book_.beginning_with(name).empty()) continue;  // known for another name
    run.names.push_back({std::move(name), NameRelation::kSound});
  }
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
