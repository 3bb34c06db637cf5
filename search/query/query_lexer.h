// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> characters -> tokens. Decides what is an operator, a quote, a bracket, a field, and
// what is plain text; the parser (query_parser.cc) only sees the result. Internal to the query
// files.
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

// What was passed over. A repeated notice is counted, and a long list cut, so that pasted text
// cannot bury the few that matter.
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
  std::vector<std::uint64_t> offsets;  // byte offset of each character in the query, and its length

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
  char prefix = 0;             // '+' or '-' directly before
  bool signed_number = false;  // '-' before a digit: an exclusion only beside something positive
  std::optional<Field> field;
  std::size_t begin = 0;        // after the prefix; of the field name if there is one
  std::size_t value_begin = 0;  // after the field's colon
  std::size_t end = 0;
  std::uint32_t distance = kDefaultNearDistance;
  bool ordered = false;

  bool is_operand() const { return kind <= Kind::kWildcard && kind != Kind::kClose; }
  bool is_operator() const { return kind >= Kind::kAnd; }
};

// Reads tokens left to right, then settles what depends on the whole (query_settle.cc): brackets
// are matched and none is empty, particles and punctuation after a closing quote or bracket are
// gone. Throws QueryError for a distance out of range and for brackets nested too deep.
std::vector<Token> lex_query(const QueryText& text, Notices& notices);
void settle_tokens(std::vector<Token>& tokens, const QueryText& text, Notices& notices);

// How single words are read (query_words.cc).

// A token of kind kAnd … kNear if `word` is spelt like an operator, wherever it stands. The
// distance may be out of range.
std::optional<Token> read_operator(std::string_view word);

// True if `+` or `-` directly before a word that begins with `c` is a prefix.
bool takes_prefix(char32_t c);

// `word`, which holds a letter or digit, without the punctuation after it if it is a wildcard;
// empty if it is not: "파견된 인물은?" asks, "**this**" is emphasis, URLs have parameters.
std::string wildcard_pattern(std::string_view word);

// Tells of words that look as if something else was meant: "w/5", "tite:x", "*this*".
void tell_oddities(const std::string& word, Notices& notices);

}  // namespace ibid
