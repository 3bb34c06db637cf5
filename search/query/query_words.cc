// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a single word: as an operator, as a wildcard, or as a word that may mean something else.

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/query/query_lexer.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The proximity operators of other programs, `w/5`, `pre5` or `near/5`, in our spelling; empty for
// other words.
std::string foreign_proximity(const std::string& lower) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> kNames = {
      {{"w", "NEAR/"}, {"near", "NEAR/"}, {"pre", "ADJ/"}, {"adj", "ADJ/"}}};
  for (const auto& [name, ours] : kNames) {
    if (lower.compare(0, name.size(), name) != 0) continue;
    const std::size_t slash = lower.find('/') == name.size() ? 1 : 0;
    const std::string number = lower.substr(name.size() + slash);
    if (!all_digits(number)) continue;
    const unsigned long distance = number.size() <= 3 ? std::stoul(number) : 0;
    const bool possible = distance >= 1 && distance <= kMaxNearDistance;
    return ours + (possible ? std::to_string(distance) : std::to_string(kDefaultNearDistance));
  }
  return {};
}

bool is_url(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.compare(0, 4, "www.") == 0;
}

}  // namespace

std::optional<Token> read_operator(std::string_view word) {
  Token token;
  token.text = word;
  const std::string_view name = word.substr(0, word.find('/'));
  if (name == "NEAR" || name == "ADJ") {
    token.kind = Token::Kind::kNear;
    token.ordered = name == "ADJ";
    if (name == word) return token;
    const std::string_view digits = word.substr(name.size() + 1);
    if (!all_digits(digits)) return std::nullopt;
    token.distance = 0;
    for (const char digit : digits) {
      token.distance = std::min(token.distance * 10 + static_cast<std::uint32_t>(digit - '0'),
                                kMaxNearDistance + 1);
    }
    return token;
  }
  if (word != "AND" && word != "OR" && word != "NOT") return std::nullopt;
  token.kind = word == "AND"  ? Token::Kind::kAnd
               : word == "OR" ? Token::Kind::kOr
                              : Token::Kind::kNot;
  return token;
}

bool takes_prefix(char32_t c) {
  if (opens_single_quote(c) || is_letter_or_digit(c)) return true;
  return std::u32string_view(U"$#@*?£¥€₩").find(c) != std::u32string_view::npos;
}

std::string wildcard_pattern(std::string_view word) {
  if (word.find_first_of("*?") == std::string_view::npos || is_url(word)) return {};
  if (word.find("**") != std::string_view::npos) return {};
  const std::string_view pattern = word.substr(0, word.find_last_not_of(".,;:!") + 1);
  const std::size_t first = pattern.find_first_of("*?");
  const bool emphasis = pattern.front() == '*' && pattern.back() == '*';
  const bool question = first + 1 == pattern.size() && pattern[first] == '?';
  return emphasis || question ? std::string() : std::string(pattern);
}

void note_oddities(const std::string& word, Notices& notices) {
  const std::string shown = quoted_excerpt(word);
  if (word.find('*') != std::string::npos && !is_url(word)) {
    notices.add("* in " + shown + " read as emphasis, not as a wildcard");
  }
  const std::string lower = ascii_lower(word);
  if (const std::string ours = foreign_proximity(lower); !ours.empty()) {
    notices.add(shown + " read as a word; write " + ours);
  }
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos || colon + 1 == word.size() || is_url(word)) return;
  if (const auto similar = find_similar_field(lower.substr(0, colon))) {
    notices.add(word.substr(0, colon + 1) + " is not a field; did you mean " + to_string(*similar) +
                ":?");
  }
}

}  // namespace ibid
