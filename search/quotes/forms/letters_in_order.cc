// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/forms/letters_in_order.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/report/note_marks.h"
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

bool begins_with_letter(std::string_view text) {
  return !text.empty() && (is_ascii_letter(text.front()) || is_ascii_digit(text.front()) ||
                           may_begin_syllable(text.front()));
}

bool ends_in_letter(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size();
  const char32_t c = previous_code_point(text, at);
  return is_ascii_letter(c) || is_ascii_digit(c) || is_precomposed(c);
}

// Brackets that a text leaves open at its end, or closes without opening them.
struct LooseBrackets {
  bool opened = false, closed = false;
};

LooseBrackets loose_brackets(std::string_view text) {
  constexpr std::string_view kOpen = "([<", kClose = ")]>";
  LooseBrackets loose;
  std::array<std::size_t, kOpen.size()> open{};
  for (const char byte : text) {
    const std::size_t opened = kOpen.find(byte);
    if (opened != std::string_view::npos) ++open[opened];
    const std::size_t closed = kClose.find(byte);
    if (closed == std::string_view::npos) continue;
    if (open[closed] == 0) loose.closed = true;
    if (open[closed] > 0) --open[closed];
  }
  loose.opened = std::ranges::any_of(open, [](std::size_t n) { return n > 0; });
  // Wide ones are rare: any may be loose.
  for (const char* wide : {"【", "】", "〈", "〉"}) {
    if (text.find(wide) != std::string_view::npos) loose = {true, true};
  }
  return loose;
}

// True if `text` ends in letters that `piece` begins with.
bool ends_in_beginning(std::string_view text, std::string_view piece) {
  for (std::size_t n = std::min(text.size(), piece.size()); n > 0; --n) {
    if (text.ends_with(piece.substr(0, n))) return true;
  }
  return false;
}

// True if `text` begins with letters that `piece` ends in.
bool begins_with_end(std::string_view text, std::string_view piece) {
  for (std::size_t n = std::min(text.size(), piece.size()); n > 0; --n) {
    if (text.starts_with(piece.substr(piece.size() - n))) return true;
  }
  return false;
}

// is_it(letters) of a plain text with its marks, or without them.
template <class IsIt>
bool with_marks_or_without(std::string_view text, const IsIt& is_it) {
  const std::optional<std::string> whole = plain_letters(text, {});
  if (!whole || is_it(*whole)) return true;
  const std::vector<ByteRange> marks = unquoted_marks(text);
  return !marks.empty() && is_it(*plain_letters(text, marks));
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
  in_one_ = pieces.size() == 1 && pieces_.size() == 1 &&
            std::ranges::none_of(quotation, [](const NormalChar& c) { return c.ch == kGap; });
  if (!in_one_) return;
  first_is_letter_ = is_plain_letter(quotation[pieces[0].begin].ch);
  last_is_letter_ = is_plain_letter(quotation[pieces[0].end - 1].ch);
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
  small_ = text;
  for (char& byte : small_) byte = small(byte);
  const bool lacks_one = std::ranges::any_of(
      words_, [&](const std::string& word) { return small_.find(word) == std::string::npos; });
  return !lacks_one || !is_plain(text) || may_join_words(text);
}

// What stands at the break belongs to the quotation: a letter there is one of its letters.
bool LettersInOrder::may_run_out_of(std::string_view first) const {
  const std::string_view text = trim(first);
  const bool by_signs = !first_is_letter_ && !ends_in_letter(text);
  if (!in_one_ || by_signs || text.ends_with('-') || loose_brackets(text).opened) return true;
  return with_marks_or_without(
      text, [&](std::string_view letters) { return ends_in_beginning(letters, pieces_[0]); });
}

bool LettersInOrder::may_run_into(std::string_view second) const {
  const std::string_view text = trim(second);
  const bool by_signs = !last_is_letter_ && !begins_with_letter(text);
  if (!in_one_ || by_signs || loose_brackets(text).closed) return true;
  return with_marks_or_without(
      text, [&](std::string_view letters) { return begins_with_end(letters, pieces_[0]); });
}

}  // namespace ibid
