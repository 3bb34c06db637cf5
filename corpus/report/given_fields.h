// SPDX-License-Identifier: GPL-2.0-or-later
//
// What somebody says of a report by hand, in a file beside it (corpus/given). It wins over what the
// report says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

struct GivenField {
  std::string name;                 // one of given_field_names()
  std::vector<std::string> values;  // one; of "tags" any number, ascending; "" or none: it has none
  std::string file;                 // name of the file that says so, without folders
  bool operator==(const GivenField&) const = default;
};

// Ascending by name, each name once.
using GivenFields = std::vector<GivenField>;

// "author", "collection", "date", "language", "publisher", "tags", "title", "url".
const std::vector<std::string>& given_field_names();

// Returns what `value` should have been, in words, if a field cannot hold it; else empty.
std::string why_not_given(std::string_view name, std::string_view value);

// Adds `field`, in place of one of the same name.
void put_given(GivenFields& fields, GivenField field);

// Tells whether two lists say the same: 16 hex digits; empty for no fields.
std::string given_key(const GivenFields& fields);

// Puts the values into the report, and their origin in place of that which they replace.
void apply_given(const GivenFields& fields, Report& report);

}  // namespace ibid
