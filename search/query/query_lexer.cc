// SPDX-License-Identifier: GPL-2.0-or-later

#include "search/query/query_lexer.h"

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr std::size_t kNone = std::u32string::npos;

class Lexer {
 public:
  Lexer(const QueryText& text, Notices& notices) : text_(text), notices_(notices) {
    const std::u32string& chars = text_.chars;
    for (std::size_t i = 0; i < chars.size(); ++i) {
      if (is_single_closer(i)) last_single_closer_ = i;
    }
  }

  std::vector<Token> run() {
    while (pos_ < size()) {
      if (is_query_space(at(pos_))) {
        ++pos_;
      } else {
        read_token();
      }
    }
    return std::move(tokens_);
  }

 private:
  std::size_t size() const { return text_.chars.size(); }
  // With full-width signs as the ASCII ones that they stand for.
  char32_t at(std::size_t i) const { return i < size() ? ascii_sign(text_.chars[i]) : U' '; }
  char32_t before(std::size_t i) const { return i > 0 ? ascii_sign(text_.chars[i - 1]) : U' '; }

  void read_token();
  bool skip_unbound_signs();
  void read_operand(Token token);
  void read_phrase(Token token, std::size_t close);
  void read_run(Token token);
  bool read_field(Token& token);
  bool prefix_binds(std::size_t i) const;
  std::size_t phrase_close(std::size_t open) const;
  std::size_t next_closer(char32_t open, std::u32string_view closers, std::size_t begin) const;
  std::size_t single_phrase_close(std::size_t open) const;
  bool is_single_closer(std::size_t i) const;
  bool read_as_operator(Token& token) const;
  void read_as_wildcard(Token& token);

  const QueryText& text_;
  Notices& notices_;
  std::vector<Token> tokens_;
  std::size_t pos_ = 0;
  std::size_t last_single_closer_ = 0;
  mutable std::map<char32_t, std::size_t>
      last_closer_;  // by opening quote; keeps the search linear
};

void Lexer::read_token() {
  if (skip_unbound_signs()) return;
  Token token;
  if ((at(pos_) == '+' || at(pos_) == '-') && prefix_binds(pos_ + 1)) {
    token.prefix = static_cast<char>(at(pos_));
    token.signed_number = at(pos_) == '-' && is_ascii_digit(at(pos_ + 1));
    ++pos_;
  }
  token.begin = token.value_begin = pos_;
  read_operand(std::move(token));
}

// A sign that directly follows a closing quote or bracket, as in `"no limits"-style`, is
// punctuation.
bool Lexer::skip_unbound_signs() {
  const bool after_phrase =
      !tokens_.empty() && tokens_.back().kind == Token::Kind::kPhrase && tokens_.back().end == pos_;
  if (!after_phrase && !is_double_quote(before(pos_)) && before(pos_) != ')') return false;
  const std::size_t start = pos_;
  while (at(pos_) == '+' || at(pos_) == '-') ++pos_;
  return pos_ > start;
}

void Lexer::read_operand(Token token) {
  const bool has_field = read_field(token);
  const char32_t c = at(pos_);
  if (is_bracket(c)) {
    token.kind = c == '(' ? Token::Kind::kOpen : Token::Kind::kClose;
    token.end = ++pos_;
    tokens_.push_back(std::move(token));
    return;
  }
  const std::size_t close = is_double_quote(c)      ? phrase_close(pos_)
                            : opens_single_quote(c) ? single_phrase_close(pos_)
                                                    : kNone;
  if (close != kNone) {
    read_phrase(std::move(token), close);
  } else if (is_double_quote(c) && !has_field) {
    std::string quote;
    append_utf8(quote, c);
    notices_.add("unmatched " + quote + " read as text");
    ++pos_;
  } else {
    read_run(std::move(token));
  }
}

void Lexer::read_phrase(Token token, std::size_t close) {
  for (std::size_t i = pos_ + 1; i < close; ++i) {
    const bool space = is_query_space(at(i));
    if (!space) {
      append_utf8(token.text, text_.chars[i]);
    } else if (!token.text.empty() && token.text.back() != ' ') {
      token.text += ' ';
    }
  }
  if (!token.text.empty() && token.text.back() == ' ') token.text.pop_back();
  pos_ = close + 1;
  token.kind = Token::Kind::kPhrase;
  token.end = pos_;
  if (token.text.empty()) {
    notices_.add("empty quotes ignored");
  } else {
    tokens_.push_back(std::move(token));
  }
}

void Lexer::read_run(Token token) {
  const std::size_t start = pos_;
  const bool exact =
      token.field && (!is_text_field(*token.field) ||
                      is_whole_name(*token.field, text_.utf8(start, std::min(start + 2, size()))));
  bool has_letter = false;
  // A name may hold full-width brackets.
  for (; pos_ < size() && !ends_word(exact ? text_.chars[pos_] : at(pos_)); ++pos_) {
    has_letter = has_letter || is_letter_or_digit(at(pos_));
  }
  token.end = pos_;
  token.text = text_.utf8(start, pos_);
  if (!exact && !(!token.field && read_as_operator(token)) && has_letter) read_as_wildcard(token);
  tokens_.push_back(std::move(token));
}

// True if the word is spelt like an operator, whether it is one or not.
bool Lexer::read_as_operator(Token& token) const {
  const std::optional<Token> op = read_operator(token.text);
  if (!op) return false;
  if (token.prefix != 0 || !ends_word(before(token.begin))) {
    token.kind = Token::Kind::kPhrase;  // `+AND` asks for the word; it is printed as +"AND"
    return true;
  }
  if (op->distance == 0 || op->distance > kMaxNearDistance) {
    throw QueryError("the distance of " + quoted_excerpt(token.text) +
                         " is out of range; it may be 1 to " + std::to_string(kMaxNearDistance) +
                         " words",
                     token.begin + 1, token.end - token.begin);
  }
  token.kind = op->kind;
  token.distance = op->distance;
  token.ordered = op->ordered;
  return true;
}

void Lexer::read_as_wildcard(Token& token) {
  std::string with_stars;
  for (std::size_t i = token.value_begin; i < token.end; ++i) {
    const char32_t sign = at(i);
    append_utf8(with_stars, sign == U'*' || sign == U'?' ? sign : text_.chars[i]);
  }
  if (std::string pattern = wildcard_pattern(with_stars); !pattern.empty()) {
    token.kind = Token::Kind::kWildcard;
    token.text = std::move(pattern);
  } else {
    note_oddities(token.text, notices_);
  }
}

// Takes "title:" if a value follows without white space.
bool Lexer::read_field(Token& token) {
  std::size_t colon = pos_;
  while (is_ascii_letter(at(colon)) && colon - pos_ < kLongestFieldName) ++colon;
  if (at(colon) != ':') return false;
  const auto field = find_field(text_.utf8(pos_, colon));
  const char32_t value = at(colon + 1);
  if (!field || is_query_space(value) || value == ')') return false;
  if (is_double_quote(value) && phrase_close(colon + 1) == kNone) return false;
  token.field = field;
  pos_ = token.value_begin = colon + 1;
  return true;
}

bool Lexer::prefix_binds(std::size_t i) const {
  const char32_t previous = before(i - 1);
  if (!is_query_space(previous) && previous != '(') return false;
  const char32_t c = at(i);
  return takes_prefix(c) || c == '(' || (is_double_quote(c) && phrase_close(i) != kNone);
}

std::size_t Lexer::phrase_close(std::size_t open) const {
  const char32_t c = at(open);
  const bool shapeless = c == U'"' || c == U'”' || c == U'»';
  const bool inside_word = is_letter_or_digit(before(open)) && !is_hangul(before(open));
  const std::u32string_view own = closers_of(c);
  if (own.empty() || (shapeless && inside_word)) return kNone;
  const std::size_t close = next_closer(c, own, open + 1);
  return close != kNone ? close : next_closer(0, any_closer(), open + 1);
}

// The first of `closers` from `begin` on. `open` is the key of `closers` in the cache.
std::size_t Lexer::next_closer(char32_t open, std::u32string_view closers,
                               std::size_t begin) const {
  const auto [last, is_new] = last_closer_.try_emplace(open, kNone);
  if (is_new) last->second = text_.chars.find_last_of(closers);
  if (last->second == kNone || last->second < begin) return kNone;
  return text_.chars.find_first_of(closers, begin);
}

// True for an apostrophe or quote that ends a word. Hangul words hold no apostrophes: Hangul
// directly after one is a particle.
bool Lexer::is_single_closer(std::size_t i) const {
  if (!closes_single_quote(at(i)) || ends_word(before(i))) return false;
  const char32_t next = at(i + 1);
  return ends_word(next) || is_hangul(next) || !is_letter_or_digit(next);
}

std::size_t Lexer::single_phrase_close(std::size_t open) const {
  if (ends_word(at(open + 1))) return kNone;
  std::size_t words = 0;
  for (std::size_t i = open + 1; i <= last_single_closer_; ++i) {
    if (i > open + 1 && is_single_closer(i)) return words >= 2 ? i : kNone;
    if (!ends_word(at(i)) && (i == open + 1 || ends_word(at(i - 1)))) ++words;
  }
  return kNone;
}

struct Cost {
  bool (*counts)(const Token& token);
  std::size_t most;
  const char* what;
};

bool is_range(const Token& token) {
  return token.field == Field::kDate || token.field == Field::kAmount ||
         token.field == Field::kPercent || token.field == Field::kYear;
}

constexpr Cost kCosts[] = {
    {[](const Token& t) {
       return t.kind == Token::Kind::kWildcard || (t.field && t.text.ends_with('*'));
     },
     kMaxQueryWildcards, "words with * or ?"},
    {[](const Token& t) { return t.kind == Token::Kind::kPhrase && !is_range(t); },
     kMaxQueryPhrases, "phrases"},
    {[](const Token& t) { return t.kind == Token::Kind::kNear; }, kMaxQueryDistances,
     "NEAR or ADJ operators"},
    {is_range, kMaxQueryRanges, "dates and ranges of figures"},
};

void check_costs(const std::vector<Token>& tokens) {
  for (const Cost& cost : kCosts) {
    std::size_t count = 0;
    const Token* first_past = nullptr;
    for (const Token& token : tokens) {
      if (cost.counts(token) && ++count == cost.most + 1) first_past = &token;
    }
    if (first_past == nullptr) continue;
    throw QueryError("a query may have " + std::to_string(cost.most) + " " + cost.what +
                         " but this one has " + std::to_string(count) + "; leave some out",
                     first_past->begin + 1, first_past->end - first_past->begin);
  }
}

}  // namespace

void Notices::add(const std::string& message) {
  if (counts_[message]++ == 0) order_.push_back(message);
}

std::vector<std::string> Notices::take() const {
  constexpr std::size_t kMost = 20;
  std::vector<std::string> result;
  for (std::size_t i = 0; i < std::min(kMost, order_.size()); ++i) {
    const std::size_t count = counts_.at(order_[i]);
    result.push_back(order_[i] + (count > 1 ? " (" + std::to_string(count) + " times)" : ""));
  }
  if (order_.size() > kMost) {
    result.push_back("and " + std::to_string(order_.size() - kMost) + " more notices");
  }
  return result;
}

std::string QueryText::utf8(std::size_t begin, std::size_t end) const {
  return to_utf8(std::u32string_view(chars).substr(begin, end - begin));
}

QueryText decode_query(std::string_view text, Notices& notices) {
  QueryText result;
  std::size_t broken = 0;
  const std::size_t limit = std::min(text.size(), kMaxQueryBytes);
  std::size_t offset = 0;
  while (offset < limit) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    broken += c == 0xFFFD && text.substr(begin, 3) != "\xEF\xBF\xBD";
    result.chars += c;
    result.offsets.push_back(begin);
  }
  if (text.size() > kMaxQueryBytes) {
    throw QueryError("a query may have " + std::to_string(kMaxQueryBytes) +
                         " bytes but this one has " + std::to_string(text.size()) +
                         "; shorten it or split it",
                     result.chars.size() + 1, 1);
  }
  result.offsets.push_back(offset);
  for (; broken > 0; --broken) notices.add("bytes that are not UTF-8 read as U+FFFD");
  return result;
}

std::vector<Token> lex_query(const QueryText& text, Notices& notices) {
  std::vector<Token> tokens = Lexer(text, notices).run();
  note_foreign_operators(tokens, text, notices);
  settle_tokens(tokens, text, notices);
  check_costs(tokens);
  return tokens;
}

}  // namespace ibid
