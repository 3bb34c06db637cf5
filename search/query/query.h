// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> tree. Knows the language, not the index: no Xapian, no analysis, no I/O.
// docs/query-language.md is the grammar for users; this is its reading.
//
//   query    = *clause                     clauses side by side; each matches if it can
//   clause   = ["+"] or                    a clause that is only a not is an exclusion
//   or       = and *("OR" and)
//   and      = not *("AND" not)
//   not      = ["NOT" | "-"] near
//   near     = primary *(("NEAR" | "ADJ") ["/" 1*3DIGIT] primary)
//   primary  = "(" query ")" | field ":" value | phrase | wildcard | word
//   phrase   = quote *any quote            quotes: " “ ” „ « » 「 」 『 』, each closed by its own
//                                          partner, or by any where that never comes; and '…' or
//                                          ‘…’ round two or more words
//   wildcard = a word with * or ? in it that is more than those
//   word     = any other run without white space, brackets and double quotes
//
// Operators are upper case and stand alone. Everything else is text: an unmatched quote or bracket,
// a lone "+" or "-", an unknown "field:", a colon followed by white space. What is passed over so
// is told in `notices`. Wrong use of an operator throws QueryError: an operand missing beside AND,
// OR, NOT, NEAR or ADJ; a field with a value it cannot take; NEAR between things that have no
// position.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Limits, so that no query eats the machine. Past them: QueryError. Words have no limit of their
// own: one costs a look-up for each of its forms.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::uint32_t kDefaultNearDistance = 8;
inline constexpr std::uint32_t kMaxNearDistance = 100;
// A wildcard reads terms and becomes many; a phrase, NEAR or a range looks into each passage that
// the words or the field are in.
inline constexpr std::size_t kMaxQueryWildcards = 32;
inline constexpr std::size_t kMaxQueryPhrases = 64;
inline constexpr std::size_t kMaxQueryDistances = 16;  // NEAR and ADJ
inline constexpr std::size_t kMaxQueryRanges = 64;     // of dates and figures

// what() is the sentence; column counts characters (code points) from 1; width is at least 1.
class QueryError : public Error {
 public:
  QueryError(const std::string& message, std::size_t column, std::size_t width)
      : Error(ErrorKind::kQuery, message), column_(column), width_(width) {}
  std::size_t column() const { return column_; }
  std::size_t width() const { return width_; }

 private:
  std::size_t column_, width_;
};

// Two lines for a terminal, no line feed at the end: the query, and carets under the place (wide
// characters count two columns; a query wider than 78 columns is cut around the place, with … where
// something is left out). Control and bidi characters are made harmless.
std::string caret_lines(std::string_view query, const QueryError& error);

enum class Field : std::uint8_t {
  kTitle,    // text: words of the report's title,
  kSection,  // of the section headings above the passage,
  kEntity,   // of the glossary entry's heading
  kReport,   // exact values
  kSource,
  kCites,
  kLang,
  kKind,
  kDate,    // ranges: of the report's date,
  kAmount,  // of the figures in the passage
  kPercent,
  kYear,
};
const char* to_string(Field field);

// Inclusive days as "YYYYMMDD"; an open end is empty. "2024-06" as one end means its first or last
// day.
struct DateRange {
  std::string first, last;
  bool operator==(const DateRange&) const = default;
};

// Of amount:, percent: and year:. Inclusive; exact decimals in plain digits ("240100000000"), an
// open end is empty.
struct QuantityRange {
  std::string first, last;
  std::string currency;  // ISO 4217 code of an amount; empty: any
  bool operator==(const QuantityRange&) const = default;
};

struct QueryNode;
using QueryNodePtr = std::unique_ptr<QueryNode>;

enum class Occur : std::uint8_t { kShould, kMust, kMustNot };
struct Clause {
  Occur occur = Occur::kShould;
  QueryNodePtr node;
};

struct QueryNode {
  enum class Type : std::uint8_t {
    kGroup,   // clauses: the whole query, or what stands in brackets; brackets round one thing
              // leave no trace
    kAnd,     // children, all of them; a child of type kNot excludes
    kOr,      // children, any of them; one may be a kNot
    kNot,     // children[0]; only below kAnd and kOr, elsewhere it is a clause with kMustNot
    kNear,    // children (two or more) within `distance` words; `ordered` for ADJ. Each is a word,
              // phrase or wildcard, or a kOr of words and wildcards
    kField,   // `field`; for text fields children[0] (word, phrase, wildcard or group, without
              // fields inside); else `value` / `dates` / `figures`
    kPhrase,  // `text` without its quotes, trimmed, runs of white space made one space; not empty
    kWildcard,  // `text` with * (any run) and ? (one character)
    // `text`, as the lexer parted it. What is a word to the index is the analyzer's: words side by
    // side in one group are joined by spaces again and analysed as one text ("S 400", names).
    kWord,
  };
  Type type = Type::kGroup;
  ByteRange range;  // in the query text
  std::string text;
  std::vector<Clause> clauses;
  std::vector<QueryNodePtr> children;
  std::uint32_t distance = kDefaultNearDistance;
  bool ordered = false;
  Field field = Field::kTitle;
  // kReport, kSource, kCites: as typed ("none", "any" for kCites in lower case); kLang: "en", "ko",
  // "und"; kKind: one of to_string(PassageKind).
  std::string value;
  DateRange dates;
  QuantityRange figures;  // kAmount, kPercent, kYear
};

struct ParsedQuery {
  std::string text;   // as typed; the ranges of the tree are of it
  QueryNodePtr root;  // a kGroup, maybe empty
  // "unmatched \" read as text": each kind once with how often, at most 21; empty if all was
  // understood.
  std::vector<std::string> notices;
};

// Reads the query language. Clauses with fields are kShould like others, however they are to be
// matched. Broken UTF-8 becomes U+FFFD, with a notice.
// Throws: QueryError.
// Thread: safe.
ParsedQuery parse_query(std::string_view text);

// The whole text as words, no operator read: for pasted claims in batch and for benchmarks.
// Throws: QueryError past kMaxQueryBytes.
// Thread: safe.
ParsedQuery plain_query(std::string_view text);

// The tree in one canonical line, operators and brackets spelt out; parse_query reads it back to
// the same tree (ranges apart): `+"no limits" (china AND russia) lang:ko`. A tree of plain_query is
// shown as it was typed, and read back only if nothing in it looks like an operator.
std::string to_string(const QueryNode& node);

}  // namespace ibid
