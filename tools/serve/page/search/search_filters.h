// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is chosen beside the words of a query: each choice is a field of the address of its own
// ("source=…", any number of times), and a clause of the query that is asked. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/passages/search_options.h"
#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/wording.h"

namespace ibid {

struct FilterKind {
  std::string_view name;   // in the address: "source"
  std::string_view field;  // of the query language: "cites"
  const Wording& words;
  std::optional<Facet> facet;  // that counts its values
  bool whole = false;          // the field takes words, too: "=" means the whole name
};

// In the order in which they are shown.
const std::vector<FilterKind>& filter_kinds();

struct Filter {
  const FilterKind* kind = nullptr;
  std::string value;
};

inline constexpr std::size_t kMostFilters = 32;
inline constexpr std::size_t kMostFilterBytes = 1024;

// Those of the address, each once; empty values and what is past the limits are left out. "from"
// and "to" are a date filter "from..to".
std::vector<Filter> filters_of(const HttpFields& query);

// The query with a clause for each filter. Values of one kind are alternatives, and take the place
// of clauses of the same field in the query.
std::string query_with(std::string_view query, const std::vector<Filter>& filters);

// The address's fields without this filter.
HttpFields without_filter(const HttpFields& query, const Filter& filter);

}  // namespace ibid
