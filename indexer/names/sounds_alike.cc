// SPDX-License-Identifier: GPL-2.0-or-later
//
// Classes follow the rules for foreign names (국립국어원, 외래어 표기법), which write f as ㅍ, v as
// ㅂ, th as ㅅ or ㄷ, and drop r before a consonant and at the end.
#include "indexer/names/sounds_alike.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"
#include "indexer/analysis/normalize.h"

namespace ibid {
namespace {

// In the order of Unicode: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ; a blank says nothing.
constexpr std::string_view kOnsetSounds = "kknttlmppss sssktp ";
// None, then ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ.
constexpr std::string_view kFinalSounds = " kkknnntllllllllmppttnttktp ";

std::string hangul_consonants(std::string_view text) {
  std::string out;
  char before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_precomposed(c)) continue;
    const Syllable syllable(c);
    const char onset = kOnsetSounds[syllable.onset];
    // Between vowels Hangul writes l twice: 갈릴레오.
    if (onset != ' ' && !(onset == 'l' && before == 'l')) out += onset;
    before = kFinalSounds[static_cast<std::size_t>(syllable.final)];
    if (before != ' ') out += before;
  }
  return out;
}

char latin_sound(char c, char next) {
  const bool soft = next == 'e' || next == 'i' || next == 'y';
  switch (c) {
    case 'b':
    case 'f':
    case 'p':
    case 'v':
      return 'p';
    case 'c':
      return soft || next == 'h' ? 's' : 'k';
    case 'g':
      return soft ? 's' : 'k';
    case 'k':
    case 'q':
      return 'k';
    case 'd':
    case 't':
      return 't';
    case 'j':
    case 's':
    case 'x':
    case 'z':
      return 's';
    case 'l':
    case 'r':
      return 'l';
    case 'm':
    case 'n':
      return c;
    default:
      return ' ';
  }
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

std::string latin_consonants(std::string_view text) {
  std::vector<FoldedChar> chars;
  fold(text, chars);
  std::string letters;  // ASCII; characters between words are kept as a blank
  for (const FoldedChar& c : chars) letters += c.ch < 0x80 ? static_cast<char>(c.ch) : 'e';
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char next = i + 1 < letters.size() ? letters[i + 1] : ' ';
    const char before = i > 0 ? letters[i - 1] : ' ';
    if (letters[i] == 'r' && !is_vowel(next)) continue;
    if (letters[i] == 'g' && before == 'n' && !is_vowel(next)) continue;  // ng is one sound
    if (letters[i] == before) continue;
    const char sound = latin_sound(letters[i], next);
    if (sound != ' ') out += sound;
  }
  return out;
}

// Length of the longest common subsequence.
std::size_t in_common(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

double sound_similarity(std::string_view hangul, std::string_view latin) {
  constexpr std::size_t kFewest = 2;
  const std::string a = hangul_consonants(hangul), b = latin_consonants(latin);
  if (a.size() < kFewest || b.size() < kFewest) return 0;
  return 2.0 * static_cast<double>(in_common(a, b)) / static_cast<double>(a.size() + b.size());
}

}  // namespace ibid
