// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/quoted_terms.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/sentences/sentences.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

using enum ListMatch;
constexpr std::array kSaying = std::to_array<ListedWord>({
#include "search/word_lists/saying_words.inc"
});
constexpr std::array kNaming = std::to_array<std::string_view>({
#include "search/word_lists/naming_words.inc"
});
constexpr std::array kNamesAfter = std::to_array<std::string_view>({
#include "search/word_lists/names_after_quotes.inc"
});
constexpr std::array kClauseWords = std::to_array<std::string_view>({
#include "search/word_lists/clause_words.inc"
});

// The words of `text` in small letters, without punctuation at their ends.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t begin = at;
    const char32_t c = at < text.size() ? next_code_point(text, at) : U' ';
    const bool inside = is_letter_or_digit(c) || c == U'\'' || c == U'’' || c == U'-';
    if (inside) {
      word += c == U'’' ? "'" : ascii_lower(text.substr(begin, at - begin));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (begin == text.size()) break;
  }
  return words;
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'。' || c == U'…';
}

// The part of the same sentence before byte `at`.
std::string_view sentence_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0) {
    std::size_t before = begin;
    const char32_t c = previous_code_point(text, before);
    const bool stop = c == U'\n' || (ends_sentence(c) && begin < at && text[begin] == ' ');
    if (stop) break;
    begin = before;
  }
  return text.substr(begin, at - begin);
}

std::string_view sentence_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    if (c == U'\n' || (ends_sentence(c) && (next == text.size() || text[next] == ' '))) break;
    end = next;
  }
  return text.substr(at, end - at);
}

bool is_saying(const std::string& word) { return matches_one_of(word, kSaying); }

// Within a few words: `He called it "…"`, `"…," the minister said`, `"…"을 강조했다`.
bool saying_beside(std::string_view before, std::string_view after) {
  constexpr std::size_t kBefore = 6, kAfter = 5;
  const std::vector<std::string> left = words_of(before), right = words_of(after);
  const std::size_t from = left.size() - std::min(left.size(), kBefore);
  const std::size_t to = std::min(right.size(), kAfter);
  return std::any_of(left.begin() + static_cast<std::ptrdiff_t>(from), left.end(), is_saying) ||
         std::any_of(right.begin(), right.begin() + static_cast<std::ptrdiff_t>(to), is_saying);
}

// `the so-called "`, `영화 "`: a word for a title or term right before the quotes.
bool named_before(std::string_view before) {
  before = trim(before);
  if (before.ends_with(',') || before.ends_with(':')) return false;
  const std::string small = ascii_lower(before);
  return std::any_of(kNaming.begin(), kNaming.end(), [&](std::string_view word) {
    if (!std::string_view(small).ends_with(word)) return false;
    const std::size_t begin = small.size() - word.size();
    return begin == 0 || !is_ascii_letter(word.front()) || !is_ascii_letter(small[begin - 1]);
  });
}

// `"…"라는 제목`.
bool named_after(std::string_view after) {
  for (const std::string_view ending : {"이라는 ", "라는 ", "이란 ", "란 "}) {
    if (!after.starts_with(ending)) continue;
    return begins_with_one_of(after.substr(ending.size()), kNamesAfter);
  }
  return false;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  return previous_code_point(text, at);
}

// Whether what the quotes hold has a verb of its own.
bool is_sentence(std::string_view inside) {
  const std::vector<std::string> words = words_of(inside);
  constexpr std::size_t kFewest = 3;
  if (words.empty()) return false;
  const char32_t last = last_of(trim(inside));
  if (is_hangul(last)) {
    constexpr std::u32string_view kEndings = U"다요까죠라자네냐오소";
    return words.size() >= 2 && kEndings.find(last) != std::u32string_view::npos;
  }
  if ((ends_sentence(last) || last == U',') && words.size() >= 2) return true;
  return words.size() >= kFewest && std::any_of(words.begin(), words.end(), [](const auto& word) {
           return is_one_of(word, kClauseWords);
         });
}

// Past the closing quote, which is one character.
std::size_t past_quote(std::string_view text, std::size_t at) {
  if (at < text.size()) next_code_point(text, at);
  return at;
}

std::size_t before_quote(std::string_view text, std::size_t at) {
  if (at > 0) previous_code_point(text, at);
  return at;
}

}  // namespace

bool is_said(std::string_view text, ByteRange inside) {
  const std::string_view before = sentence_before(text, before_quote(text, inside.begin));
  const std::size_t close = past_quote(text, inside.end);
  if (named_before(before)) return false;
  const std::string_view after = sentence_after(text, close);
  if (named_after(after)) return false;
  return begins_with_quotative(after) || saying_beside(before, after) ||
         is_sentence(slice(text, inside));
}

}  // namespace ibid
