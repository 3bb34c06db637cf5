// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/glossary_pairs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "corpus/text/word_list.h"
#include "indexer/korean/hangul.h"
#include "indexer/names/sounds_alike.h"

namespace ibid {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kMostWords = 4;        // of a name
constexpr std::size_t kFewestSyllables = 5;  // of a Hangul name of an acronym by sense
constexpr std::size_t kSyllableBytes = 3;
constexpr std::size_t kLongestBracket = 120;  // bytes
constexpr double kAlike = 0.8;                // of the consonants

bool is_hangul_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (!is_precomposed(c)) return false;
  }
  return !word.empty();
}

bool is_upper(char32_t c) { return is_latin(c) && !is_lower(c); }

// Xi, O'Brien, Bin-Salman, J.
bool is_name_word(std::string_view word) {
  std::size_t at = 0;
  if (word.empty() || !is_upper(next_code_point(word, at))) return false;
  while (at < word.size()) {
    const char32_t c = next_code_point(word, at);
    if (!is_latin(c) && c != U'\'' && c != U'\u2019' && c != U'-' && c != U'.') return false;
  }
  return true;
}

// NATO, S-400, G7, R&D.
bool is_acronym(std::string_view word) {
  if (word.empty()) return false;
  std::size_t capitals = 0, marks = 0;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool mark = is_ascii_digit(c) || c == '-' || c == '&';
    if (!upper && !mark) return false;
    ++(upper ? capitals : marks);
  }
  return word[0] >= 'A' && word[0] <= 'Z' && capitals + marks >= 2;
}

constexpr std::array kConnectors = std::to_array<std::string_view>({
#include "indexer/word_lists/name_connectors.inc"
});

// Words that introduce, date or credit: never a name.
constexpr std::array kRemarks = std::to_array<std::string_view>({
#include "indexer/word_lists/remark_words.inc"
});

Words split_words(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The last words of `text` that are all accepted and side by side, at most kMostWords.
template <class Accepted>
Words last_words(std::string_view text, Accepted accepted) {
  Words words;
  while (words.size() < kMostWords && !text.empty()) {
    const std::size_t space = text.rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = text.substr(begin);
    if (!accepted(word)) break;
    words.insert(words.begin(), word);
    text = text.substr(0, space == std::string_view::npos ? 0 : space);
  }
  return words;
}

std::string joined(const Words& words, std::size_t from = 0) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i)
    out += (out.empty() ? "" : " ") + std::string(words[i]);
  return out;
}

bool is_latin_name(const Words& words) {
  if (words.empty() || words.size() > kMostWords) return false;
  if (!is_name_word(words.front()) || !is_name_word(words.back())) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view w) {
    return is_name_word(w) || is_one_of(w, kConnectors);
  });
}

bool is_remark(std::string_view hangul) { return begins_with_one_of(hangul, kRemarks); }

// The words at the end of `words` that sound most like `other`; nothing under kAlike.
template <class Similarity>
std::optional<std::string> best_tail(const Words& words, Similarity similarity) {
  std::optional<std::string> best;
  double most = kAlike;
  for (std::size_t from = words.size(); from-- > 0;) {
    std::string tail = joined(words, from);
    const double alike = similarity(tail);
    // More words only if they add: the first to reach a value is the shortest.
    if (alike < most || (best && alike <= most)) continue;
    most = alike;
    best = std::move(tail);
  }
  return best;
}

std::string without_title(std::string_view part) {
  // "영어: Xi Jinping" -> "Xi Jinping"
  const std::size_t colon = part.find(':');
  return std::string(trim(colon == std::string_view::npos ? part : part.substr(colon + 1)));
}

// 시진핑(Xi Jinping): `before` ends in the Hangul, `inside` is one part of the bracket.
std::optional<NamePair> hangul_first(std::string_view before, std::string_view inside) {
  const std::string latin_text = without_title(inside);
  const Words latin = split_words(latin_text);
  const Words hangul = last_words(before, is_hangul_word);
  if (hangul.empty() || hangul.back().size() < 2 * kSyllableBytes || is_remark(hangul.back())) {
    return std::nullopt;
  }
  const std::string name = joined(latin);
  const bool acronym = latin.size() == 1 && is_acronym(latin[0]);
  if (acronym) {
    const bool whole = hangul.back().size() >= kFewestSyllables * kSyllableBytes;
    if (!whole && sound_similarity(hangul.back(), name) < kAlike) return std::nullopt;
    return NamePair{std::string(hangul.back()), name};
  }
  if (!is_latin_name(latin)) return std::nullopt;
  auto spoken = best_tail(hangul, [&](std::string_view h) { return sound_similarity(h, name); });
  if (!spoken) return std::nullopt;
  return NamePair{std::move(*spoken), name};
}

// Xi Jinping (시진핑)
std::optional<NamePair> latin_first(std::string_view before, std::string_view inside) {
  const std::string hangul_text = without_title(inside);
  const Words hangul = split_words(hangul_text);
  const std::string name = joined(hangul);
  if (hangul.empty() || hangul.size() > kMostWords || is_remark(name) ||
      !std::all_of(hangul.begin(), hangul.end(), is_hangul_word) ||
      name.size() < 2 * kSyllableBytes) {
    return std::nullopt;
  }
  const Words acronyms = last_words(before, is_acronym);
  if (!acronyms.empty()) {
    const std::string_view acronym = acronyms.back();
    const bool whole = name.size() >= kFewestSyllables * kSyllableBytes;
    if (!whole && sound_similarity(name, acronym) < kAlike) return std::nullopt;
    return NamePair{name, std::string(acronym)};
  }
  const Words latin = last_words(before, is_name_word);
  auto spoken = best_tail(latin, [&](std::string_view l) { return sound_similarity(name, l); });
  if (!spoken) return std::nullopt;
  return NamePair{name, std::move(*spoken)};
}

// "習近平, Xi Jinping" -> its parts
Words bracket_parts(std::string_view inside) {
  Words parts;
  for (std::size_t at = 0; at <= inside.size();) {
    const std::size_t end = std::min(inside.find_first_of(",;/", at), inside.size());
    parts.push_back(trim(inside.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<NamePair> find_name_pairs(std::string_view text) {
  std::vector<NamePair> pairs;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::size_t close = text.find_first_of("()", open + 1);
    if (close == std::string_view::npos || text[close] == '(' || close - open > kLongestBracket) {
      continue;
    }
    const std::string_view before = trim(text.substr(0, open));
    const bool apart = before.size() < open;
    for (const std::string_view part : bracket_parts(text.substr(open + 1, close - open - 1))) {
      std::optional<NamePair> pair = latin_first(before, part);
      // Korean puts no space before the bracket; with a space, the bracket is another thought.
      if (!pair && !apart) pair = hangul_first(before, part);
      if (pair && std::find(pairs.begin(), pairs.end(), *pair) == pairs.end()) {
        pairs.push_back(std::move(*pair));
      }
    }
  }
  return pairs;
}

}  // namespace ibid
