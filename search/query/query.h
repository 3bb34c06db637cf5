// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query text -> tree. Knows the language, not the index: no analysis, no I/O.
// docs/query-language.md describes the language for users; this is the grammar as parsed.
//
//   query    = *clause                     clauses side by side; each matches if it can
//   clause   = ["+"] or                    a clause that consists of a not is an exclusion
//   or       = and *("OR" and)
//   and      = not *("AND" not)
//   not      = ["NOT" | "-"] near
//   near     = primary *(("NEAR" | "ADJ") ["/" 1*3DIGIT] primary)
//   primary  = "(" query ")" | field ":" value | phrase | wildcard | word
//   value    = bracket, phrase, wildcard or word; of section: and publisher: also a phrase or word
//              that begins with "="
//   phrase   = quote *any quote            quotes: " “ ” „ « » 「 」 『 』, each closed by its own
//                                          partner, or by any if that never comes; also '…' or
//                                          ‘…’ round two or more words
//   wildcard = a word that contains * or ?, but not only those
//   word     = any other run without white space, brackets and double quotes
//
// Operators are upper case and separate words. Everything else is text: an unmatched quote or
// bracket, a lone "+" or "-", an unknown "field:", a colon followed by white space. What is ignored
// or read as text in this way is reported in `notices`. Wrong use of an operator throws QueryError:
// a missing operand of AND, OR, NOT, NEAR or ADJ; a field with a value it cannot take; NEAR between
// things that have no position.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Limits, so that no query exhausts the machine. Past them: QueryError. The number of words is not
// limited: a word costs only a look-up for each of its forms.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::uint32_t kDefaultNearDistance = 8;
inline constexpr std::uint32_t kMaxNearDistance = 100;
// A wildcard reads terms and expands to many; a phrase, NEAR or a range examines each passage that
// has the words or the field.
inline constexpr std::size_t kMaxQueryWildcards = 32;
inline constexpr std::size_t kMaxQueryPhrases = 64;
inline constexpr std::size_t kMaxQueryDistances = 16;  // NEAR and ADJ
inline constexpr std::size_t kMaxQueryRanges = 64;     // of dates and quantities

// what() is the message; column counts characters (code points) from 1; width is at least 1.
class QueryError : public Error {
 public:
  QueryError(const std::string& message, std::size_t column, std::size_t width)
      : Error(ErrorKind::kQuery, message), column_(column), width_(width) {}
  std::size_t column() const { return column_; }
  std::size_t width() const { return width_; }

 private:
  std::size_t column_, width_;
};

// Two lines for a terminal, without a final line feed: the query, and carets under the error (wide
// characters count as two columns; a query wider than 78 columns is cut around the error, with … at
// each cut). Control and bidi characters are made harmless.
std::string caret_lines(std::string_view query, const QueryError& error);

enum class Field : std::uint8_t {
  kTitle,    // text: words of the report's title,
  kSection,  // of the section headings above the passage,
  kEntity,   // of the glossary entry's heading
  kReport,   // exact values
  kSource,
  kCites,
  kPublisher,
  kCollection,
  kTag,
  kLang,
  kKind,
  kDate,    // ranges: of the report's date,
  kAmount,  // of the quantities in the passage
  kPercent,
  kYear,
};
const char* to_string(Field field);

// Inclusive days as "YYYYMMDD"; an open end is empty. "2024-06" as an end means the first or last
// day of that month.
struct DateRange {
  std::string first, last;
  bool none = false;  // instead: reports without a date
  bool operator==(const DateRange&) const = default;
};

// The range of an amount:, percent: or year: field. Inclusive; exact decimals in plain digits
// ("240100000000"); an open end is empty.
struct QuantityRange {
  std::string first, last;
  std::string currency;  // ISO 4217 code of an amount; empty: any
  bool single = false;   // one value, not a range: amounts that it rounds to, or that round to it
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
    kGroup,   // clauses: of the whole query or of a bracket; brackets round a single thing leave
              // no trace
    kAnd,     // all of the children; a child of type kNot excludes
    kOr,      // any of the children; one may be a kNot
    kNot,     // children[0]; only below kAnd and kOr, elsewhere it is a clause with kMustNot
    kNear,    // children (two or more) within `distance` words; `ordered` for ADJ. Each is a word,
              // phrase or wildcard, or a kOr of words and wildcards
    kField,   // `field`; for text fields children[0] (word, phrase, wildcard or group, without
              // fields inside); else `value` / `dates` / `quantities`
    kPhrase,  // `text` without its quotes, trimmed, each run of white space one space; not empty
    kWildcard,  // `text` with * (any run) and ? (one character)
    // `text`, as split by the lexer. The analyzer decides what a word of the index is: adjacent
    // words of a group are joined by spaces again and analysed as one text ("S 400", names).
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
  // kReport, kSource, kCites, kPublisher, kCollection, kTag: as typed ("none" and "any" of kCites
  // in lower case); kLang: "en", "ko", "und"; kKind: one of to_string(PassageKind).
  std::string value;
  // kPublisher, kSection: `value` is the whole name, not words of it ("=Trade" without the "=").
  bool whole = false;
  DateRange dates;
  QuantityRange quantities;  // kAmount, kPercent, kYear
};

struct ParsedQuery {
  std::string text;   // as typed; the ranges of the tree refer to it
  QueryNodePtr root;  // a kGroup, maybe empty
  // "unmatched \" read as text": each kind once, with its count; at most 21. Empty if everything
  // was understood.
  std::vector<std::string> notices;
};

// Reads the query language. `today`, from which date:7d counts: as "YYYYMMDD"; empty: by the clock,
// where the program runs. Clauses with fields are kShould like others; how they are matched is up
// to the planner. Broken UTF-8 becomes U+FFFD, with a notice.
// Throws: QueryError.
// Thread: safe.
ParsedQuery parse_query(std::string_view text, std::string_view today = {});

// The whole text as words, without operators: for batches of pasted claims and for benchmarks.
// Throws: QueryError past kMaxQueryBytes.
// Thread: safe.
ParsedQuery plain_query(std::string_view text);

// A value in quotes of the language that it does not hold itself, as a field takes it; in straight
// ones if it holds all: there are no escapes.
std::string quoted_value(std::string_view value);

// The tree as one canonical line with all operators and brackets; parse_query reads it back to the
// same tree (except ranges): `+"no limits" (china AND russia) lang:ko`. A tree of plain_query is
// shown as typed, and reads back the same only if nothing in it looks like an operator.
std::string to_string(const QueryNode& node);

}  // namespace ibid
