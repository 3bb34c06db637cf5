// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/quoted_spans.h"

#include <algorithm>
#include <array>
#include <deque>

#include "corpus/sentences/sentences.h"
#include "corpus/sentences/words_at.h"
#include "corpus/text/byte_set.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kSpeechVerbs = std::to_array<std::string_view>({
#include "corpus/word_lists/speech_verbs.inc"
});

// Where a character of a pair may begin, from `at` on.
std::size_t next_to_pair(std::string_view text, std::size_t at) {
  return find_byte<'(', ')', '"', '\xE2'>(text, at);
}

bool may_pair(char32_t c) {
  if (c < 0x80) return c == U'(' || c == U')' || c == U'"';
  return c >= U'‘' && c <= U'”';
}

char32_t closing_of(char32_t opening) {
  switch (opening) {
    case U'(':
      return U')';
    case U'“':
      return U'”';
    case U'‘':
      return U'’';
    case U'"':
      return U'"';
    default:
      return 0;
  }
}

// Words of the speaker and the verb: "Captain Reyes shouted", "조종사가 말했다".
constexpr std::size_t kMostSpeakerWords = 5;

bool is_speech_verb(std::string_view word) {
  return std::any_of(kSpeechVerbs.begin(), kSpeechVerbs.end(), [word](std::string_view verb) {
    return is_ascii_letter(verb.front()) ? word == verb : word.starts_with(verb);
  });
}

bool ends_word(char32_t c) {
  return is_space(c) || c == U'.' || c == U',' || c == U'!' || c == U'?';
}

}  // namespace

std::vector<ByteRange> quoted_spans(std::string_view text) {
  struct Open {
    char32_t closing;
    std::size_t at;
  };
  std::deque<Open> open;
  std::vector<ByteRange> spans;
  for (std::size_t at = next_to_pair(text, 0); at < text.size(); at = next_to_pair(text, at)) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (!may_pair(c)) continue;
    while (!open.empty() && at - open.front().at > kMostQuotedBytes) open.pop_front();
    const auto match =
        std::find_if(open.rbegin(), open.rend(), [c](const Open& o) { return o.closing == c; });
    std::size_t after = at;
    const char32_t before = from > 0 ? code_point_before(text, from) : U' ';
    const char32_t next = at < text.size() ? next_code_point(text, after) : U' ';
    // ’ inside a word and before a short year is an apostrophe.
    const bool apostrophe =
        c == U'’' && (is_ascii_digit(next) || (is_latin(before) && is_latin(next)));
    if (match != open.rend() && !apostrophe) {
      spans.push_back({match->at, at});
      open.erase(match.base() - 1, open.end());
    } else if (const char32_t closing = closing_of(c); closing != 0) {
      const bool year = c == U'‘' && is_ascii_digit(next);
      const bool stray =
          c == U'"' && (is_space(next) || is_latin(before) || is_ascii_digit(before));
      if (!year && !stray) open.push_back({closing, from});
    }
  }
  return spans;
}

bool goes_on_after_speech(std::string_view text, bool at_once) {
  std::size_t at = 0;
  const char32_t first = next_code_point(text, at);
  if (at_once && is_hangul(first)) return true;
  if (begins_with_quotative(text) || text.starts_with("하는 ") || text.starts_with("하고 "))
    return true;
  at = 0;
  if (begins_with_starter(text)) return false;  // a speaker would have a small "the", "she"
  for (std::size_t words = 0; words < kMostSpeakerWords && at < text.size(); ++words) {
    const std::size_t begin = at;
    std::size_t end = at;
    char32_t c = U' ';
    while (at < text.size() && !ends_word(c = next_code_point(text, at))) end = at;
    if (is_speech_verb(text.substr(begin, end - begin))) return true;
    const bool title = c == U'.' && end - begin <= 4;  // "Mrs. Dunne"
    if (!is_space(c) && !title) return false;
    at = skip_spaces(text, at);
  }
  return false;
}

}  // namespace ibid
