// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/names/name_forms.h"

#include <algorithm>
#include <array>

#include "corpus/text/utf32.h"
#include "corpus/text/word_list.h"
#include "indexer/korean/hangul.h"

namespace ibid {
namespace {

// Longer names are no other words.
constexpr std::size_t kLongestHomograph = 2;  // syllables
constexpr std::size_t kMostWords = 1000;      // examined

constexpr std::array kHomographs = std::to_array<std::string_view>({
#include "search/word_lists/name_homographs.inc"
});

// What makes an adjective or a verb of a noun begins like this; ascending.
constexpr std::array kTurns =
    std::to_array<std::string_view>({"당", "돼", "됐", "되", "된", "될", "됨", "됩", "롭", "받",
                                     "스", "시", "적", "하", "한", "할", "함", "합", "해", "했"});

std::size_t syllables(std::string_view text) { return to_utf32(text).size(); }

// True if the index has words that begin with the name and may be made of it as another word.
bool has_turned_words(const IndexView& index, const std::string& surface) {
  return std::any_of(kTurns.begin(), kTurns.end(), [&](std::string_view turn) {
    return has_terms_beginning(index, surface + std::string(turn));
  });
}

}  // namespace

bool is_name_with_particles(std::string_view word, std::string_view name) {
  if (word.size() == name.size()) return true;
  const std::string_view tail = word.substr(name.size());
  if (tail.starts_with("적") || tail.starts_with("스러") || tail.starts_with("스런")) return false;
  const std::u32string all = to_utf32(word);
  const std::size_t size = syllables(name);
  return noun_of_verb(all) != size && without_particles(all) == size;
}

bool is_with_particles(std::string_view word, std::string_view noun) {
  if (!word.starts_with(noun)) return false;
  return word.size() == noun.size() || is_particle(to_utf32(word.substr(noun.size())));
}

std::vector<std::string> korean_name_terms(const IndexView& index, TextField field,
                                           std::string_view name) {
  const std::string stem = form_term(field, FormKind::kStem, name);
  const std::string surface = form_term(field, FormKind::kSurface, name);
  // 한은 alone is stored as 한 with a particle.
  const std::u32string letters = to_utf32(name);
  if (without_particles(letters) != letters.size()) return {stem, surface};
  if (frequency(index, stem) == 0) return {};
  if (syllables(name) > kLongestHomograph || !has_turned_words(index, surface)) {
    return {stem};
  }
  std::vector<std::string> terms;
  std::size_t seen = 0;
  statistics(index).each_term(surface, surface, [&](const std::string& term) {
    const std::string_view word = std::string_view(term).substr(surface.size() - name.size());
    if (is_name_with_particles(word, name)) terms.push_back(term);
    return ++seen < kMostWords;
  });
  return terms;
}

bool is_also_a_word(std::string_view name) { return is_one_of(name, kHomographs); }

}  // namespace ibid
