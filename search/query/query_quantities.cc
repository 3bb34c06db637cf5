// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads the values of amount:, percent: and year: (one quantity as written in texts, or a range of
// two).

#include <algorithm>
#include <cstddef>
#include <optional>

#include "corpus/text/code_points.h"
#include "indexer/quantities/quantity.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

struct FieldWords {
  const char *one, *many, *example;
};

FieldWords words_of(Field field) {
  switch (field) {
    case Field::kAmount:
      return {"an amount of money", "amounts",
              "write amount:200bn, amount:$5m.., amount:200bn..300bn or amount:2000억..3000억"};
    case Field::kPercent:
      return {"a percentage", "percentages",
              "write percent:26.3, percent:20..30, percent:20.. or percent:..30"};
    default:
      return {"a year", "years", "write year:1989, year:2020..2023, year:2020.. or year:..2023"};
  }
}

bool fits(Field field, const Quantity& quantity) {
  const bool plain = quantity.kind == QuantityKind::kCount;
  switch (field) {
    case Field::kAmount:
      return plain || quantity.kind == QuantityKind::kAmount;
    case Field::kPercent:
      return plain || quantity.kind == QuantityKind::kPercent;
    default:
      return (plain || quantity.kind == QuantityKind::kYear) && !quantity.scaled &&
             quantity.value.is_integer() && quantity.value.to_string().size() <= 4;
  }
}

Quantity read_end(Field field, std::string_view text, std::size_t column) {
  const std::optional<Quantity> quantity = parse_quantity(text);
  if (quantity && fits(field, *quantity)) return *quantity;
  const FieldWords words = words_of(field);
  throw QueryError("\"" + quoted_excerpt(text) + "\" is not " + words.one + "; " + words.example,
                   column, std::max<std::size_t>(1, count_chars(text)));
}

// The currency of a range: named at one end, or the same at both.
std::string currency_of(const std::optional<Quantity>& first, const std::optional<Quantity>& last,
                        std::size_t column, std::size_t width) {
  std::string found;
  for (const std::optional<Quantity>* end : {&first, &last}) {
    if (!*end || (*end)->kind != QuantityKind::kAmount || (*end)->unit.empty()) continue;
    if (!found.empty() && found != (*end)->unit) {
      throw QueryError("the range begins in " + found + " and ends in " + (*end)->unit +
                           "; write both ends in one currency",
                       column, width);
    }
    found = (*end)->unit;
  }
  return found;
}

}  // namespace

QuantityRange parse_quantity_range(Field field, std::string_view value, std::size_t column) {
  const std::size_t dots = value.find("..");
  std::optional<Quantity> first, last;
  const std::size_t width = std::max<std::size_t>(1, count_chars(value));
  if (dots == std::string_view::npos) {
    first = last = read_end(field, value, column);
  } else {
    const std::string_view from = trim(value.substr(0, dots)), to = trim(value.substr(dots + 2));
    const FieldWords words = words_of(field);
    if (from.empty() && to.empty()) {
      throw QueryError(
          std::string("a range of ") + words.many + " needs at least one end; " + words.example,
          column, width);
    }
    if (!from.empty()) first = read_end(field, from, column);
    if (!to.empty()) {
      const auto skipped = static_cast<std::size_t>(to.data() - value.data());
      last = read_end(field, to, column + count_chars(value.substr(0, skipped)));
    }
    if (first && last && last->value < first->value) {
      throw QueryError(std::string("the range of ") + words.many +
                           " ends before it begins; write " + to_string(field) + ":" +
                           std::string(to) + ".." + std::string(from),
                       column, width);
    }
  }
  QuantityRange range;
  range.currency = currency_of(first, last, column, width);
  if (first) range.first = first->value.to_string();
  if (last) range.last = last->value.to_string();
  range.single = dots == std::string_view::npos;
  return range;
}

std::string to_string(const QuantityRange& quantities) {
  const auto with_currency = [&](const std::string& end) {
    return end.empty() ? end : end + quantities.currency;
  };
  if (quantities.single) return with_currency(quantities.first);
  return with_currency(quantities.first) + ".." + with_currency(quantities.last);
}

}  // namespace ibid
