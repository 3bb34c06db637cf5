// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> characters -> tokens. Decides what is an operator, a quote, a bracket, a field or
// plain text; the parser (query_parser.cc) sees only the result. Internal to the query files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/query.h"

namespace ibid {

// Notices about ignored text. Repeated notices are counted and a long list is cut, so that pasted
// text cannot bury the few that matter.
class Notices {
 public:
  void add(const std::string& message);
  std::vector<std::string> take() const;

 private:
  std::vector<std::string> order_;
  std::map<std::string, std::size_t> counts_;
};

// The query as characters; a broken byte sequence is one U+FFFD.
struct QueryText {
  std::u32string chars;
  std::vector<std::uint64_t> offsets;  // byte offset of each character, then the query's length

  std::string utf8(std::size_t begin, std::size_t end) const;
  ByteRange bytes(std::size_t begin, std::size_t end) const {
    return {offsets[begin], offsets[end]};
  }
};

// Throws QueryError past kMaxQueryBytes.
QueryText decode_query(std::string_view text, Notices& notices);

// Positions count characters of QueryText::chars.
struct Token {
  enum class Kind : std::uint8_t {
    kOpen,
    kClose,
    kWord,
    kPhrase,
    kWildcard,
    kAnd,
    kOr,
    kNot,
    kNear,
  };
  Kind kind = Kind::kWord;
  std::string text;            // of the operand, or the operator as typed
  char prefix = 0;             // '+' or '-' directly before it
  bool signed_number = false;  // '-' before a digit: an exclusion only beside a positive operand
  std::optional<Field> field;
  std::size_t begin = 0;        // after the prefix; the field name's, if there is one
  std::size_t value_begin = 0;  // after the field's colon
  std::size_t end = 0;
  std::uint32_t distance = kDefaultNearDistance;
  bool ordered = false;

  bool is_operand() const { return kind <= Kind::kWildcard && kind != Kind::kClose; }
  bool is_operator() const { return kind >= Kind::kAnd; }
};

// Reads tokens left to right, then settles what depends on the whole query (query_settle.cc):
// matches brackets, drops empty ones, and drops particles and punctuation after a closing quote or
// bracket. Throws QueryError for a distance out of range and for brackets nested too deep.
std::vector<Token> lex_query(const QueryText& text, Notices& notices);
void settle_tokens(std::vector<Token>& tokens, const QueryText& text, Notices& notices);

// The following read single words (query_words.cc).

// A token of kind kAnd … kNear if `word` is spelt like an operator, wherever it occurs. Its
// distance may be out of range.
std::optional<Token> read_operator(std::string_view word);

// True if `+` or `-` directly before a word that begins with `c` is a prefix.
bool takes_prefix(char32_t c);

// If `word`, which holds a letter or digit, is a wildcard: `word` without final punctuation. Else
// empty: "파견된 인물은?" is a question, "**this**" is emphasis, URLs have parameters.
std::string wildcard_pattern(std::string_view word);

// Adds notices for operators of other programs, and for full-width spellings of ours that are text:
// "!x", "a && b", "x^2" (foreign_operators.cc). `tokens` are not settled yet.
void note_foreign_operators(const std::vector<Token>& tokens, const QueryText& query,
                            Notices& notices);

// Adds notices for words that look as if something else was meant: "w/5", "tite:x", "*this*".
void note_oddities(const std::string& word, Notices& notices);

}  // namespace ibid
