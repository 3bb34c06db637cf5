// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/sourceless_texts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kLabels = std::to_array<std::string_view>({
#include "search/word_lists/note_labels.inc"
});
constexpr std::array kSuperscripts =
    std::to_array<std::string_view>({"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"});

std::size_t past_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www.");
}

// "[1]", "[^kea]:", "[1]:": a label in brackets, and a colon unless it is a number.
bool begins_with_bracket(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos || close < 2) return false;
  if (text.substr(close + 1).starts_with(':')) return true;
  return past_digits(text, 1) == close;
}

// "1) https://…", "12. <https://…>", "https://…".
bool begins_with_address(std::string_view text) {
  const std::size_t digits = past_digits(text, 0);
  if (digits != 0) {
    if (digits == text.size() || (text[digits] != ')' && text[digits] != '.')) return false;
    text = trim(text.substr(digits + 1));
  }
  if (text.starts_with('<')) text.remove_prefix(1);
  return is_address(text);
}

// "Note:", "주)", "주 1)", "자료 :".
bool begins_with_label(std::string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes; no label is longer
  const std::string small = ascii_lower(text.substr(0, kLongest));
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    if (!small.starts_with(label)) return false;
    const std::size_t name_end = skip_spaces(text, label.size());
    const std::size_t digits = past_digits(text, name_end);
    const std::string_view after = text.substr(digits);
    if (digits != name_end && after.starts_with('.')) return true;
    return after.starts_with(':') || after.starts_with(')') || after.starts_with("：");
  });
}

enum class Where : std::uint8_t { kBegins, kEnds, kHolds };
struct OwnWord {
  std::string_view text;
  Where where;
};
using enum Where;
constexpr std::array kOwnWords = std::to_array<OwnWord>({
#include "search/word_lists/own_words.inc"
});

constexpr std::array kSelfReferences = std::to_array<OwnWord>({
#include "search/word_lists/self_references.inc"
});

constexpr std::array kOwnSections = std::to_array<std::string_view>({
#include "search/word_lists/own_sections.inc"
});

bool is_sign(char c) { return std::string_view("*_>#|-•·").find(c) != std::string_view::npos; }

// Without signs and numbers of a list before it.
std::string_view without_lead(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool lead = is_sign(c) || c == ' ' || is_ascii_digit(c) || c == '.' || c == ')';
    if (!lead) return text.substr(at);
  }
  return text;
}

std::string_view without_stop(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ' || is_sign(text.back()))) {
    text.remove_suffix(1);
  }
  return text;
}

// "we" begins "we took", not "wealth"; particles may follow a Korean word.
bool begins(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  return !is_ascii_letter(word.back()) || word.size() == text.size() ||
         !(is_ascii_letter(text[word.size()]) || is_ascii_digit(text[word.size()]));
}

// "Volume:** I did not …" -> "I did not …": what follows a label.
std::string_view without_label(std::string_view text) {
  constexpr std::size_t kLongest = 40;  // bytes
  const std::size_t colon = text.substr(0, kLongest).find(':');
  return colon == std::string_view::npos ? text : trim(without_lead(text.substr(colon + 1)));
}

// As a word or words of `text`; particles may follow Korean ones.
bool holds_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool starts =
        at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == ',';
    if (starts && begins(text.substr(at), words)) return true;
  }
  return false;
}

bool says_own_words(std::string_view text) {
  if (text.ends_with('?')) return true;
  return std::any_of(kOwnWords.begin(), kOwnWords.end(), [text](const OwnWord& word) {
    switch (word.where) {
      case kBegins:
        return begins(text, word.text);
      case kEnds:
        return text.ends_with(word.text);
      case kHolds:
        return text.find(word.text) != std::string_view::npos;
    }
    return false;
  });
}

}  // namespace

bool begins_as_note(std::string_view text) {
  text = trim(text);
  for (const std::string_view sign : {"※", "*"}) {
    if (!text.starts_with(sign)) continue;
    text = trim(text.substr(sign.size()));
    break;
  }
  return begins_with_one_of(text, kSuperscripts) || begins_with_bracket(text) ||
         begins_with_address(text) || begins_with_label(text);
}

bool speaks_for_itself(std::string_view sentence) {
  const std::string small = ascii_lower(without_stop(without_lead(trim(sentence))));
  return says_own_words(small) || says_own_words(without_label(small));
}

bool speaks_of_its_text(std::string_view sentence) {
  const std::string small = ascii_lower(without_stop(without_lead(trim(sentence))));
  return std::any_of(kSelfReferences.begin(), kSelfReferences.end(), [&](const OwnWord& word) {
    if (word.where == kEnds) return small.ends_with(word.text);
    return word.where == kBegins ? begins(small, word.text) : holds_words(small, word.text);
  });
}

bool is_own_section(std::string_view title) {
  return is_one_of(ascii_lower(without_stop(without_lead(trim(title)))), kOwnSections);
}

}  // namespace ibid
