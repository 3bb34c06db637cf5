// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of the query language: their names and the values that each takes. Internal to the
// query files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "search/query/query.h"

namespace ibid {

bool is_text_field(Field field);      // title, section, entity
bool is_quantity_field(Field field);  // amount, percent, year
// Whether the value is "=" and a whole name: of section and publisher.
bool is_whole_name(Field field, std::string_view value);

inline constexpr std::size_t kLongestFieldName = 10;  // letters

std::optional<Field> find_field(std::string_view name);  // any case
// The field whose name differs by one letter, for "did you mean".
std::optional<Field> find_similar_field(std::string_view name);

// "en", "ko", "und" for any accepted spelling; empty if there is none.
std::string normalise_language(std::string_view value);
// A name of PassageKind for any accepted spelling; empty if there is none.
std::string normalise_kind(std::string_view value);

// Reads the value of date:. `today`: as parse_query has it. `column` is that of the value, for the
// QueryError if it is not a date.
DateRange parse_date_range(std::string_view value, std::string_view today, std::size_t column);

// "2024-06-27", "2024-06-01..2024-06-30", "2024-06-01..", "..2024-06-30", "none".
std::string to_string(const DateRange& dates);

// Reads the value of amount:, percent: or year:, as parse_date_range does.
QuantityRange parse_quantity_range(Field field, std::string_view value, std::size_t column);

// "200000000000USD..300000000000USD", "20..30", "2020..".
std::string to_string(const QuantityRange& quantities);

}  // namespace ibid
