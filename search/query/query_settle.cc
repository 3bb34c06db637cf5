// SPDX-License-Identifier: GPL-2.0-or-later
//
// Settles what a token means in view of all others: unmatched and empty brackets, particles after a
// closing quote, numbers with a sign, and texts in capitals.

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/query/query_chars.h"
#include "search/query/query_lexer.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

using Kind = Token::Kind;

void check_depth(std::size_t depth, const Token& open) {
  if (depth <= kMaxQueryDepth) return;
  throw QueryError("brackets are nested deeper than " + std::to_string(kMaxQueryDepth) +
                       " levels; leave some out",
                   open.begin + 1, 1);
}

// Finds each bracket's partner. A bracket without one becomes text: only its field name is left, if
// it has one.
void match_brackets(std::vector<Token>& tokens, const QueryText& text, Notices& notices) {
  std::vector<std::size_t> open;
  std::vector<bool> matched(tokens.size(), false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == Kind::kOpen) open.push_back(i);
    if (tokens[i].kind != Kind::kClose || open.empty()) continue;
    matched[i] = matched[open.back()] = true;
    open.pop_back();
  }
  std::vector<Token> kept;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    const bool bracket = token.kind == Kind::kOpen || token.kind == Kind::kClose;
    if (bracket && !matched[i]) {
      notices.add(token.kind == Kind::kOpen ? "unmatched ( read as text"
                                            : "unmatched ) read as text");
      if (!token.field) continue;
      token.kind = Kind::kWord;
      token.field.reset();
      token.end = token.value_begin;
      token.text = text.utf8(token.begin, token.end);
    } else if (bracket) {
      depth = token.kind == Kind::kOpen ? depth + 1 : depth - 1;
      check_depth(depth, token);
    }
    kept.push_back(std::move(token));
  }
  tokens = std::move(kept);
}

void drop_empty_brackets(std::vector<Token>& tokens, Notices& notices) {
  std::vector<Token> kept;
  for (Token& token : tokens) {
    if (token.kind == Kind::kClose && !kept.empty() && kept.back().kind == Kind::kOpen) {
      kept.pop_back();
      notices.add("empty brackets ignored");
    } else {
      kept.push_back(std::move(token));
    }
  }
  tokens = std::move(kept);
}

// Korean attaches particles to a closing quote or bracket: "국방 협정"을, 김정은(Kim Jong Un)은.
// As separate clauses they would come between an operator and its operand.
constexpr std::array kGluedParticles = std::to_array<std::string_view>({
#include "search/word_lists/glued_particles.inc"
});

// Punctuation and particles attached to a quote or bracket are not separate words.
void drop_glued(std::vector<Token>& tokens, const QueryText& text, Notices& notices) {
  const auto touches = [&tokens](std::size_t i, std::size_t neighbour) {
    return tokens[i].end == tokens[neighbour].begin || tokens[neighbour].end == tokens[i].begin;
  };
  std::vector<bool> dropped(tokens.size(), false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind != Kind::kWord || token.field || token.prefix != 0) continue;
    const bool after = i > 0 && touches(i, i - 1) &&
                       (tokens[i - 1].kind == Kind::kClose || tokens[i - 1].kind == Kind::kPhrase);
    const bool before = i + 1 < tokens.size() && touches(i, i + 1) &&
                        (tokens[i + 1].kind == Kind::kOpen || tokens[i + 1].kind == Kind::kPhrase);
    std::size_t end = token.end;
    while (end > token.begin && !is_letter_or_digit(text.chars[end - 1])) --end;
    if (end == token.begin) {
      dropped[i] = after || before;
    } else if (const std::string word = text.utf8(token.begin, end);
               after && is_one_of(word, kGluedParticles)) {
      dropped[i] = true;
      notices.add(word + " after a closing quote or bracket read as a particle and ignored");
    }
  }
  std::size_t i = 0;
  std::erase_if(tokens, [&](const Token&) { return dropped[i++]; });
}

// `-5` beside a positive operand is an exclusion; if nothing else is asked for, it is a number.
void settle_signed_numbers(std::vector<Token>& tokens, Notices& notices) {
  std::vector<bool> excluded = {false};  // one entry per open bracket
  bool positive = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Kind::kClose) excluded.pop_back();
    if (!token.is_operand()) continue;
    const bool negated =
        excluded.back() || token.prefix == '-' || (i > 0 && tokens[i - 1].kind == Kind::kNot);
    const bool plain_bracket = token.kind == Kind::kOpen && !token.field;
    positive = positive || (!negated && !plain_bracket);
    if (token.kind == Kind::kOpen) excluded.push_back(negated);
  }
  for (Token& token : tokens) {
    if (positive || !token.signed_number) continue;
    token.text.insert(0, "-");
    token.prefix = 0;
    token.begin = --token.value_begin;
    notices.add(quoted_excerpt(token.text) +
                " read as a number, because nothing else is asked for");
  }
}

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// A pasted text all in capitals, such as a shouted tweet. A user of brackets, prefixes, fields or a
// distance knows what an operator is.
bool is_shouted(const std::vector<Token>& tokens, const QueryText& text) {
  constexpr std::size_t kLongestCommand = 6;
  std::size_t words = 0;
  bool capitals = false, side_by_side = false, after_operand = false;
  for (const Token& token : tokens) {
    const bool distance = token.kind == Kind::kNear && token.text.find('/') != std::string::npos;
    const bool bracket = token.kind == Kind::kOpen || token.kind == Kind::kClose;
    if (bracket || distance || token.prefix != 0 || token.field) return false;
    words += token.kind != Kind::kPhrase;
    side_by_side = side_by_side || (after_operand && token.is_operand());
    after_operand = token.is_operand();
    for (std::size_t i = token.begin; i < token.end; ++i) {
      const char32_t c = text.chars[i];
      if (is_letter_or_digit(c) && !is_ascii_digit(c) && !is_capital(c)) return false;
      capitals = capitals || (is_capital(c) && !token.is_operator());
    }
  }
  return words > kLongestCommand && capitals && side_by_side;
}

void settle_capitals(std::vector<Token>& tokens, const QueryText& text, Notices& notices) {
  const auto is_operator = [](const Token& token) { return token.is_operator(); };
  if (std::none_of(tokens.begin(), tokens.end(), is_operator) || !is_shouted(tokens, text)) return;
  for (Token& token : tokens) {
    if (token.is_operator()) token.kind = Kind::kWord;
  }
  notices.add("a text all in capitals: AND, OR and NOT read as words");
}

}  // namespace

void settle_tokens(std::vector<Token>& tokens, const QueryText& text, Notices& notices) {
  match_brackets(tokens, text, notices);
  drop_empty_brackets(tokens, notices);
  drop_glued(tokens, text, notices);
  settle_signed_numbers(tokens, notices);
  settle_capitals(tokens, text, notices);
}

}  // namespace ibid
