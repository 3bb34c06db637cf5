// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values of amount:, percent: and year:: one figure as in a text, or a range of two.

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
      return {"amount of money", "amounts",
              "write amount:200bn, amount:$5m.., amount:200bn..300bn or amount:2000억..3000억"};
    case Field::kPercent:
      return {"percentage", "percentages",
              "write percent:26.3, percent:20..30, percent:20.. or percent:..30"};
    default:
      return {"year", "years", "write year:1989, year:2020..2023, year:2020.. or year:..2023"};
  }
}

bool fits(Field field, const Quantity& figure) {
  const bool plain = figure.kind == QuantityKind::kCount;
  switch (field) {
    case Field::kAmount:
      return plain || figure.kind == QuantityKind::kAmount;
    case Field::kPercent:
      return plain || figure.kind == QuantityKind::kPercent;
    default:
      return (plain || figure.kind == QuantityKind::kYear) && !figure.scaled &&
             figure.value.is_integer() && figure.value.to_string().size() <= 4;
  }
}

Quantity read_end(Field field, std::string_view text, std::size_t column) {
  const std::optional<Quantity> figure = parse_quantity(text);
  if (figure && fits(field, *figure)) return *figure;
  const FieldWords words = words_of(field);
  throw QueryError("\"" + quoted_excerpt(text) + "\" is no " + words.one + "; " + words.example,
                   column, std::max<std::size_t>(1, count_chars(text)));
}

// The currency of a range that names it at one end, or twice the same.
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

QuantityRange parse_figure_range(Field field, std::string_view value, std::size_t column) {
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
  return range;
}

std::string to_string(const QuantityRange& figures) {
  const auto with_currency = [&](const std::string& end) {
    return end.empty() ? end : end + figures.currency;
  };
  if (figures.first == figures.last) return with_currency(figures.first);
  return with_currency(figures.first) + ".." + with_currency(figures.last);
}

}  // namespace ibid
