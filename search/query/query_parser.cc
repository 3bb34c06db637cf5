// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tokens -> tree, by the grammar in query.h.

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/query/query.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/query/query_lexer.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

using Kind = Token::Kind;
using Type = QueryNode::Type;

QueryNodePtr make_node(Type type, ByteRange range) {
  auto node = std::make_unique<QueryNode>();
  node->type = type;
  node->range = range;
  return node;
}

// Brackets round a single thing are that thing.
QueryNodePtr unwrap(QueryNodePtr group) {
  if (group->clauses.size() != 1 || group->clauses[0].occur != Occur::kShould) return group;
  return std::move(group->clauses[0].node);
}

class Parser {
 public:
  Parser(const QueryText& text, std::vector<Token> tokens, Notices& notices, std::string_view today)
      : text_(text), tokens_(std::move(tokens)), notices_(notices), today_(today) {}

  QueryNodePtr run() {
    const ByteRange whole = text_.bytes(0, text_.chars.size());
    QueryNodePtr root = unwrap(parse_clauses());
    if (root->type != Type::kGroup) {
      QueryNodePtr group = make_node(Type::kGroup, whole);
      group->clauses.push_back({Occur::kShould, std::move(root)});
      root = std::move(group);
    }
    root->range = whole;
    return root;
  }

 private:
  const Token* peek() const { return pos_ < tokens_.size() ? &tokens_[pos_] : nullptr; }
  bool next_is(Kind kind) const { return peek() != nullptr && peek()->kind == kind; }

  QueryNodePtr parse_clauses();
  Clause parse_clause();
  QueryNodePtr parse_joined(Type type);
  QueryNodePtr parse_not(const Token* after);
  QueryNodePtr parse_near();
  QueryNodePtr parse_primary();
  QueryNodePtr parse_operand(std::size_t begin);
  QueryNodePtr parse_field();
  void read_value(QueryNode& node, const Token& token) const;
  void expect_operand(const Token* after) const;
  void ignore_plus(const Token* after);
  void check_near_operand(const QueryNode& operand, const Token& op) const;

  [[noreturn]] void fail(const std::string& message, std::size_t begin, std::size_t end) const {
    throw QueryError(message, begin + 1, std::max<std::size_t>(1, end - begin));
  }

  const QueryText& text_;
  std::vector<Token> tokens_;
  Notices& notices_;
  std::string_view today_;
  std::size_t pos_ = 0;
  std::size_t required_ = static_cast<std::size_t>(-1);  // the token whose + applies to the clause
  bool inside_field_ = false;
};

QueryNodePtr Parser::parse_clauses() {
  QueryNodePtr group = make_node(Type::kGroup, {});
  while (peek() != nullptr && !next_is(Kind::kClose)) group->clauses.push_back(parse_clause());
  return group;
}

Clause Parser::parse_clause() {
  const bool required = peek()->prefix == '+';
  if (required) required_ = pos_;
  QueryNodePtr node = parse_joined(Type::kOr);
  if (node->type == Type::kNot) return {Occur::kMustNot, std::move(node->children[0])};
  if (required && node->type == Type::kOr) {
    notices_.add("+ covers everything that OR joins; use brackets if less was meant");
  }
  return {required ? Occur::kMust : Occur::kShould, std::move(node)};
}

// OR of ANDs, or AND of operands; a single operand is returned as it is.
QueryNodePtr Parser::parse_joined(Type type) {
  const Kind joiner = type == Type::kOr ? Kind::kOr : Kind::kAnd;
  const auto parse_next = [this, type](const Token* after) {
    if (after != nullptr) expect_operand(after);
    return type == Type::kOr ? parse_joined(Type::kAnd) : parse_not(after);
  };
  QueryNodePtr first = parse_next(nullptr);
  if (!next_is(joiner)) return first;
  QueryNodePtr node = make_node(type, first->range);
  node->children.push_back(std::move(first));
  while (next_is(joiner)) {
    const Token* op = peek();
    ++pos_;
    expect_operand(op);
    ignore_plus(op);
    node->children.push_back(parse_next(op));
  }
  node->range.end = node->children.back()->range.end;
  return node;
}

void Parser::ignore_plus(const Token* after) {
  if (peek()->prefix != '+') return;
  notices_.add("+ after " + after->text + " ignored");
  required_ = pos_;
}

// Throws unless an operand or NOT comes next; `after` is the operator before it, null at the start
// of a clause.
void Parser::expect_operand(const Token* after) const {
  const Token* next = peek();
  if (next != nullptr && (next->is_operand() || next->kind == Kind::kNot)) return;
  const Token& op = after != nullptr ? *after : *next;
  fail(op.text + " needs something on its " + (after != nullptr ? "right" : "left"), op.begin,
       op.end);
}

QueryNodePtr Parser::parse_not(const Token* after) {
  expect_operand(after);
  const Token& token = *peek();
  const bool negated = token.kind == Kind::kNot || token.prefix == '-';
  if (token.kind == Kind::kNot) {
    ++pos_;
    if (peek() == nullptr || !peek()->is_operand()) {
      fail("NOT needs something on its right", token.begin, token.end);
    }
    if (peek()->prefix == '-') {
      fail("NOT and - mean the same; leave one of them out", peek()->begin - 1, peek()->end);
    }
    ignore_plus(&token);
  }
  const std::size_t begin = token.begin - (token.prefix == '-' ? 1 : 0);
  QueryNodePtr operand = parse_near();
  if (!negated) return operand;
  QueryNodePtr node = make_node(Type::kNot, {text_.offsets[begin], operand->range.end});
  node->children.push_back(std::move(operand));
  return node;
}

QueryNodePtr Parser::parse_near() {
  QueryNodePtr first = parse_primary();
  if (!next_is(Kind::kNear)) return first;
  const Token* op = peek();
  check_near_operand(*first, *op);
  QueryNodePtr node = make_node(Type::kNear, first->range);
  node->distance = op->distance;
  node->ordered = op->ordered;
  node->children.push_back(std::move(first));
  while (next_is(Kind::kNear)) {
    op = peek();
    if (op->distance != node->distance || op->ordered != node->ordered) {
      fail("NEAR and ADJ in a row need the same distance and kind; write AND between two of them",
           op->begin, op->end);
    }
    ++pos_;
    expect_operand(op);
    if (next_is(Kind::kNot) || peek()->prefix == '-') {
      fail(op->text + " needs words or phrases on both sides", peek()->begin, peek()->end);
    }
    ignore_plus(op);
    node->children.push_back(parse_primary());
    check_near_operand(*node->children.back(), *op);
  }
  node->range.end = node->children.back()->range.end;
  return node;
}

// Words, phrases and wildcards have positions, and so does an OR of them.
void Parser::check_near_operand(const QueryNode& operand, const Token& op) const {
  const auto is_word = [](const QueryNode& node) {
    return node.type == Type::kWord || node.type == Type::kWildcard || node.type == Type::kPhrase;
  };
  if (is_word(operand)) return;
  const bool words = std::all_of(operand.children.begin(), operand.children.end(),
                                 [&](const QueryNodePtr& child) { return is_word(*child); });
  if (operand.type == Type::kOr && words) return;
  const auto char_at = [this](std::uint64_t byte) {
    const auto found = std::lower_bound(text_.offsets.begin(), text_.offsets.end(), byte);
    return static_cast<std::size_t>(found - text_.offsets.begin());
  };
  const std::string message =
      " needs words or phrases on both sides; in brackets only words and phrases joined by OR";
  fail(op.text + message, char_at(operand.range.begin), char_at(operand.range.end));
}

QueryNodePtr Parser::parse_primary() {
  const Token& token = tokens_[pos_];
  return token.field ? parse_field() : parse_operand(token.begin);
}

// Reads a bracket or a single thing; `begin` is after the field name if there is one.
QueryNodePtr Parser::parse_operand(std::size_t begin) {
  const Token& token = tokens_[pos_++];
  if (token.kind == Kind::kOpen) {
    QueryNodePtr group = unwrap(parse_clauses());
    const Token& close = tokens_[pos_++];  // settle_tokens ensures that there is one
    group->range = text_.bytes(begin, close.end);
    return group;
  }
  const Type type = token.kind == Kind::kPhrase     ? Type::kPhrase
                    : token.kind == Kind::kWildcard ? Type::kWildcard
                                                    : Type::kWord;
  QueryNodePtr node = make_node(type, text_.bytes(begin, token.end));
  node->text = token.text;
  return node;
}

QueryNodePtr Parser::parse_field() {
  const Token& token = tokens_[pos_];
  const Field field = *token.field;
  const std::string name = std::string(to_string(field)) + ":";
  if (inside_field_) {
    fail(name + " is inside the brackets of another field; write the two side by side", token.begin,
         token.value_begin);
  }
  QueryNodePtr node = make_node(Type::kField, text_.bytes(token.begin, token.end));
  node->field = field;
  node->whole = token.kind != Kind::kOpen && is_whole_name(field, token.text);
  if (node->whole || !is_text_field(field)) {
    if (token.kind == Kind::kOpen) {
      fail(name + " takes one value, no brackets; repeat the field for another value",
           token.value_begin, token.end);
    }
    ++pos_;
    read_value(*node, token);
    return node;
  }
  inside_field_ = true;
  QueryNodePtr value = parse_operand(token.value_begin);
  inside_field_ = false;
  node->range.end = value->range.end;
  if (!value->children.empty()) {  // operators stay in their brackets
    QueryNodePtr group = make_node(Type::kGroup, value->range);
    group->clauses.push_back({Occur::kShould, std::move(value)});
    value = std::move(group);
  }
  node->children.push_back(std::move(value));
  return node;
}

void Parser::read_value(QueryNode& node, const Token& token) const {
  const std::size_t begin = token.value_begin + (token.kind == Kind::kPhrase ? 1 : 0);
  const std::string given = ", not \"" + quoted_excerpt(token.text) + "\"";
  switch (node.field) {
    case Field::kDate:
      node.dates = parse_date_range(token.text, today_, begin + 1);
      return;
    case Field::kAmount:
    case Field::kPercent:
    case Field::kYear:
      node.quantities = parse_quantity_range(node.field, token.text, begin + 1);
      return;
    case Field::kLang:
      node.value = normalise_language(token.text);
      if (node.value.empty()) {
        fail("lang: takes en, ko or und" + given, token.value_begin, token.end);
      }
      return;
    case Field::kKind:
      node.value = normalise_kind(token.text);
      if (node.value.empty()) {
        fail("kind: takes summary, body, conclusion, glossary, source or note" + given,
             token.value_begin, token.end);
      }
      return;
    case Field::kCites: {
      const std::string lower = ascii_lower(token.text);
      node.value = lower == "none" || lower == "any" ? lower : token.text;
      return;
    }
    default:
      node.value = node.whole ? token.text.substr(1) : token.text;
  }
}

}  // namespace

ParsedQuery parse_query(std::string_view text, std::string_view today) {
  Notices notices;
  const QueryText decoded = decode_query(text, notices);
  std::vector<Token> tokens = lex_query(decoded, notices);
  QueryNodePtr root = Parser(decoded, std::move(tokens), notices, today).run();
  return {std::string(text), std::move(root), notices.take()};
}

ParsedQuery plain_query(std::string_view text) {
  Notices notices;
  const QueryText decoded = decode_query(text, notices);
  const std::size_t size = decoded.chars.size();
  QueryNodePtr root = make_node(Type::kGroup, decoded.bytes(0, size));
  for (std::size_t begin = 0; begin < size; ++begin) {
    std::size_t end = begin;
    while (end < size && !is_query_space(decoded.chars[end])) ++end;
    if (end == begin) continue;
    QueryNodePtr word = make_node(Type::kWord, decoded.bytes(begin, end));
    word->text = decoded.utf8(begin, end);
    root->clauses.push_back({Occur::kShould, std::move(word)});
    begin = end;
  }
  return {std::string(text), std::move(root), notices.take()};
}

}  // namespace ibid
