// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tree -> canonical line.

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/text/code_points.h"
#include "search/query/query.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/query/query_lexer.h"

namespace ibid {
namespace {

using Type = QueryNode::Type;

bool needs_no_quotes(const std::string& value) {
  Notices ignored;
  const std::u32string chars = decode_query(value, ignored).chars;
  if (chars.empty() || opens_single_quote(chars[0]) || closes_single_quote(chars[0])) return false;
  for (const char32_t c : chars) {
    if (ends_word(ascii_sign(c))) return false;
  }
  return true;
}

std::string print_value(const QueryNode& node) {
  if (node.field == Field::kDate) return to_string(node.dates);
  if (is_quantity_field(node.field)) return to_string(node.quantities);
  const std::string value = (node.whole ? "=" : "") + node.value;
  return needs_no_quotes(value) ? value : quoted_value(value);
}

std::string print_field(const QueryNode& node) {
  const std::string name = std::string(to_string(node.field)) + ":";
  if (node.children.empty()) return name + print_value(node);
  const QueryNode& value = *node.children[0];
  const std::string printed = to_string(value);
  const bool quote = value.type == Type::kWord && !needs_no_quotes(printed);
  return name + (value.type == Type::kGroup || quote ? "(" + printed + ")" : printed);
}

// A node beside others: puts brackets round anything that is more than one thing.
std::string print_operand(const QueryNode& node) {
  switch (node.type) {
    case Type::kGroup:
    case Type::kAnd:
    case Type::kOr:
    case Type::kNear:
      return "(" + to_string(node) + ")";
    default:
      return to_string(node);
  }
}

// A node after a prefix or NOT: words such as "--x" or "'tis" need brackets to be read back, and
// "-5" alone would be a number.
std::string print_prefixed(const std::string& prefix, const QueryNode& node) {
  if (node.type != Type::kWord && node.type != Type::kWildcard) return prefix + print_operand(node);
  Notices ignored;
  const char32_t first = decode_query(node.text, ignored).chars.front();
  const bool number = prefix == "-" && is_ascii_digit(first);
  const bool safe = takes_prefix(first) && !opens_single_quote(first) && !number;
  return prefix + (safe ? node.text : "(" + node.text + ")");
}

std::string print_clause(const Clause& clause) {
  switch (clause.occur) {
    case Occur::kMust:
      return print_prefixed("+", *clause.node);
    case Occur::kMustNot:
      return print_prefixed("-", *clause.node);
    case Occur::kShould:
      break;
  }
  return print_operand(*clause.node);
}

std::string print_joined(const QueryNode& node, const std::string& joiner) {
  std::string line;
  for (const QueryNodePtr& child : node.children) {
    if (!line.empty()) line += " " + joiner + " ";
    line += print_operand(*child);
  }
  return line;
}

std::string print_group(const QueryNode& node) {
  if (node.clauses.size() == 1 && node.clauses[0].occur == Occur::kShould) {
    return to_string(*node.clauses[0].node);
  }
  std::string line;
  for (const Clause& clause : node.clauses) {
    if (!line.empty()) line += " ";
    line += print_clause(clause);
  }
  return line;
}

}  // namespace

std::string quoted_value(std::string_view text) {
  struct Shape {
    const char *open, *close;
    std::array<const char*, 3> closers;
  };
  static constexpr std::array<Shape, 5> kShapes = {{{"\"", "\"", {"\"", "”", "＂"}},
                                                    {"「", "」", {"」", "」", "」"}},
                                                    {"『", "』", {"』", "』", "』"}},
                                                    {"«", "»", {"»", "»", "»"}},
                                                    {"»", "«", {"«", "«", "«"}}}};
  for (const Shape& shape : kShapes) {
    const bool held = std::any_of(
        shape.closers.begin(), shape.closers.end(),
        [&](const char* closer) { return text.find(closer) != std::string_view::npos; });
    if (!held) return std::string(shape.open).append(text) + shape.close;
  }
  return std::string(1, '"').append(text) + '"';
}

std::string to_string(const QueryNode& node) {
  switch (node.type) {
    case Type::kGroup:
      return print_group(node);
    case Type::kAnd:
      return print_joined(node, "AND");
    case Type::kOr:
      return print_joined(node, "OR");
    case Type::kNot:
      return print_prefixed("NOT ", *node.children[0]);
    case Type::kNear:
      return print_joined(node, (node.ordered ? "ADJ/" : "NEAR/") + std::to_string(node.distance));
    case Type::kField:
      return print_field(node);
    case Type::kPhrase:
      return quoted_value(node.text);
    case Type::kWildcard:
    case Type::kWord:
      break;
  }
  return node.text;
}

}  // namespace ibid
