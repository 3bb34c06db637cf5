// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/letters_in_order.h"

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/hangul_syllable.h"

namespace ibid {
namespace {

bool is_plain_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || is_ascii_digit(c) || is_precomposed(c);
}

// Quotes, dashes, bullets, brackets and ideographs of prose: in no normal form a letter of those,
// nor left out.
bool is_plain_other(char32_t c) {
  return c == 0xA0 || c == 0xB7 || (c >= 0x2010 && c <= 0x2016) || (c >= 0x2018 && c <= 0x201E) ||
         c == 0x2022 || c == 0x2026 || c == 0x20AC || (c >= 0x3001 && c <= 0x3003) ||
         (c >= 0x3008 && c <= 0x3011) || (c >= 0x4E00 && c <= 0x9FFF);
}

char small(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte; }

// True if all characters are ASCII, syllables or plain others.
bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (!is_precomposed(c) && !is_plain_other(c)) return false;
  }
  return true;
}

// The first byte of a syllable, and of few other characters.
bool may_begin_syllable(char byte) { return byte >= '\xEA' && byte <= '\xED'; }

// Appends the letters of a plain text.
void append_letters(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      if (is_ascii_letter(byte) || is_ascii_digit(byte)) out += small(byte);
      ++at;
      continue;
    }
    const std::size_t begin = at;
    if (is_precomposed(next_code_point(text, at))) out.append(text, begin, at - begin);
  }
}

// True if a mark ends at `at` after which a word may go on that began before the mark: marks end in
// a bracket, or are an id ("-0-0").
bool may_join_words(std::string_view text, std::size_t at) {
  const char before = text[at - 1];
  if (before == ')' || before == ']' || before == '>') {
    return is_ascii_letter(text[at]) || is_ascii_digit(text[at]) || may_begin_syllable(text[at]);
  }
  if (!is_ascii_digit(before) || !may_begin_syllable(text[at])) return false;
  std::size_t digits = at;
  while (digits > 0 && is_ascii_digit(text[digits - 1])) --digits;
  return digits > 1 && text[digits - 1] == '-' && is_ascii_digit(text[digits - 2]);
}

bool may_join_words(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (may_join_words(text, at)) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> plain_letters(std::string_view text,
                                         const std::vector<ByteRange>& skip) {
  if (!is_plain(text)) return std::nullopt;
  std::string letters;
  letters.reserve(text.size());
  std::size_t at = 0;
  for (const ByteRange skipped : skip) {
    append_letters(text.substr(at, skipped.begin - at), letters);
    at = skipped.end;
  }
  append_letters(text.substr(at), letters);
  return letters;
}

LettersInOrder::LettersInOrder(const NormalText& quotation,
                               const std::vector<NormalPiece>& pieces) {
  for (const NormalPiece piece : pieces) {
    std::string letters;
    std::string word;
    for (std::size_t i = piece.begin; i <= piece.end; ++i) {
      if (i < piece.end && is_plain_letter(quotation[i].ch)) {
        append_utf8(word, quotation[i].ch);
        continue;
      }
      letters += word;
      if (!word.empty()) words_.push_back(std::exchange(word, {}));
    }
    if (!letters.empty()) pieces_.push_back(std::move(letters));
  }
  std::ranges::sort(words_, std::ranges::greater(), &std::string::size);
}

bool LettersInOrder::may_be_in(std::string_view text, const std::vector<ByteRange>& skip) const {
  if (pieces_.empty()) return true;
  const std::optional<std::string> letters = plain_letters(text, skip);
  if (!letters) return true;
  std::size_t from = 0;
  for (const std::string& piece : pieces_) {
    const std::size_t found = letters->find(piece, from);
    if (found == std::string::npos) return false;
    from = found + piece.size();
  }
  return true;
}

bool LettersInOrder::may_be_with_marks_or_without(std::string_view text) const {
  std::string smaller(text);
  for (char& byte : smaller) byte = small(byte);
  const bool lacks_one = std::ranges::any_of(
      words_, [&](const std::string& word) { return smaller.find(word) == std::string::npos; });
  return !lacks_one || !is_plain(text) || may_join_words(text);
}

}  // namespace ibid
