// SPDX-License-Identifier: GPL-2.0-or-later
//
// See sentences.h. ICU proposes boundaries (UAX #29, with CLDR's English suppressions); the rules
// below take back those that CLDR 42 does not know: "U.N.", "Gen.", Korean dates, quoted speech.
#include "corpus/parser/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "corpus/error.h"
#include "corpus/layout/abbreviations.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

// One of these begins a new sentence even after "U.S.".
constexpr std::array kStarters = std::to_array<std::string_view>({
#include "corpus/word_lists/sentence_starters.inc"
});
constexpr std::array kQuotatives = std::to_array<std::string_view>({
#include "corpus/word_lists/quotatives.inc"
});

icu::BreakIterator& sentence_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale english("en");
    std::unique_ptr<icu::BreakIterator> plain(
        icu::BreakIterator::createSentenceInstance(english, status));
    const std::unique_ptr<icu::FilteredBreakIteratorBuilder> filter(
        icu::FilteredBreakIteratorBuilder::createInstance(english, status));
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::kSystem, "cannot break text into sentences: ICU has no data");
    }
    return std::unique_ptr<icu::BreakIterator>(filter->build(plain.release(), status));
  }();
  return *breaks;
}

// The word before `end`, back to white space or an opening bracket or quote. Looks no further back
// than the length of an abbreviation.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 24;
  constexpr std::string_view kOpening = " \t([{\"'";
  std::size_t at = end;
  while (at > begin && end - at < kLongest &&
         kOpening.find(text[at - 1]) == std::string_view::npos) {
    --at;
  }
  return text.substr(at, end - at);
}

std::string_view word_after(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest && is_ascii_letter(text[end])) {
    ++end;
  }
  return text.substr(at, end - at);
}

// "U.S.", "D.C.", "p.m.", "J.": letters, each with its full stop.
bool is_initialism(std::string_view word) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!is_ascii_letter(word[i]) || word[i + 1] != '.') return false;
  }
  return true;
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

// How many numbers of a dotted Korean date, "2024. 6. 27." or "2024.6.27.", end at `end`, the year
// included; 0 if none.
std::size_t dotted_date_parts(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  for (std::size_t parts = 1; parts <= 3; ++parts) {
    while (at > begin && text[at - 1] == ' ') --at;
    if (at == begin || text[at - 1] != '.') return 0;
    const std::size_t last = --at;
    while (at > begin && is_ascii_digit(text[at - 1])) --at;
    const std::size_t digits = last - at;
    if (digits == 4) return parts;
    if (digits == 0 || digits > 2) return 0;
  }
  return 0;
}

// The full stop before `end` belongs to a date, and the date or its sentence continues.
bool is_date_stop(std::string_view text, std::size_t begin, std::size_t end, std::size_t next) {
  const std::size_t parts = dotted_date_parts(text, begin, end);
  if (parts == 0) return false;
  std::size_t digits = 0;
  while (next + digits < text.size() && is_ascii_digit(text[next + digits])) {
    ++digits;
  }
  const bool stop_follows = next + digits < text.size() && text[next + digits] == '.';
  if (parts == 1) return (digits == 1 || digits == 2) && stop_follows;
  return !is_ascii_letter(text[next]);
}

bool goes_on_after(std::string_view word, std::string_view text, std::size_t next) {
  const bool number_follows = is_ascii_digit(text[next]);
  if (is_abbreviation(word, AbbreviationUse::kBeforeName)) return true;
  if (number_follows && is_abbreviation(word, AbbreviationUse::kBeforeNumber)) return true;
  return is_initialism(word) && !is_one_of(word_after(text, next), kStarters);
}

// `"…했다."라고 말했다`: the speech ends here, the sentence does not.
bool is_quoted_speech(std::string_view text, std::size_t end, std::size_t next) {
  std::size_t before = end;
  if (!is_closing(previous_code_point(text, before))) return false;
  std::size_t after = next;
  if (end == next && is_hangul(next_code_point(text, after))) return true;
  return begins_with_quotative(text.substr(next));
}

// `end` is past the last character of the sentence [begin, end), `next` is where the next begins.
bool is_false_boundary(std::string_view text, std::size_t begin, std::size_t end,
                       std::size_t next) {
  if (is_quoted_speech(text, end, next)) return true;
  if (text[end - 1] != '.') return false;
  if (is_date_stop(text, begin, end, next)) return true;
  const std::string_view word = word_before(text, begin, end);
  // "1." before its text: the number of an enumeration alone is not a sentence.
  if (word.size() == end - begin && is_number(word.substr(0, word.size() - 1))) return true;
  return goes_on_after(word, text, next);
}

// The text for ICU: same length, marks hidden. A bracketed mark becomes spaces, so that it never
// begins a sentence; so does a bare id at the end of the text. Any other bare id becomes a
// capitalised word.
std::string hide_marks(std::string_view text, const std::vector<CitationMark>& marks) {
  std::string hidden(text);
  bool text_follows = false;
  std::size_t tail = text.size();
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    const ByteRange range = mark->text;
    for (std::size_t at = range.end; at < tail && !text_follows;) {
      const char32_t c = next_code_point(text, at);
      text_follows = is_letter(c) || is_ascii_digit(c);
    }
    tail = range.begin;
    const bool bracketed = text[range.begin] == '(' || text[range.begin] == '[';
    const char cover = bracketed || !text_follows ? ' ' : 'X';
    std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(range.begin),
              hidden.begin() + static_cast<std::ptrdiff_t>(range.end), cover);
  }
  return hidden;
}

std::vector<std::size_t> proposed_boundaries(std::string_view text) {
  std::vector<std::size_t> boundaries;
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  icu::BreakIterator& breaks = sentence_breaks();
  breaks.setText(&utext, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::kSystem, "cannot break text into sentences");
  breaks.first();
  for (auto at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    boundaries.push_back(static_cast<std::size_t>(at));
  }
  utext_close(&utext);
  return boundaries;
}

}  // namespace

bool begins_with_quotative(std::string_view text) { return begins_with_one_of(text, kQuotatives); }

std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<CitationMark>& marks) {
  const ByteRange all = trim(text, {0, text.size()});
  if (all.empty()) return {};
  // ICU counts in 32 bits.
  if (text.size() > std::numeric_limits<std::int32_t>::max()) return {all};
  const std::string covered = hide_marks(text, marks);
  std::vector<ByteRange> sentences;
  std::size_t begin = all.begin;
  for (const std::size_t boundary : proposed_boundaries(covered)) {
    if (boundary <= begin || boundary >= all.end) continue;
    const ByteRange piece = trim(covered, {begin, boundary});
    const std::size_t next = skip_spaces(covered, boundary);
    if (piece.empty() || next >= all.end) continue;
    if (is_false_boundary(covered, begin, piece.end, next)) continue;
    sentences.push_back(trim(text, {begin, boundary}));
    begin = boundary;
  }
  sentences.push_back(trim(text, {begin, all.end}));
  return sentences;
}

}  // namespace ibid
