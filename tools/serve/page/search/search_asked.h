// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the address of a search page asks for.
#pragma once

#include <string>
#include <vector>

#include "search/passages/search_options.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/page/search/search_filters.h"

namespace ibid {

inline constexpr std::uint64_t kHitsOfPage = 10;

struct SearchAsked {
  std::string typed;  // in the search box
  std::vector<Filter> filters;
  std::string query;  // both together: what is asked
  SearchOptions options;

  bool nothing() const { return query.find_first_not_of(" \t\n") == std::string::npos; }
};

// Throws ProblemError for what a parameter cannot be.
SearchAsked asked_of(const PageVisit& visit);

// The fields of the address but those of the place within the answer: what a link keeps that asks
// for another one.
HttpFields kept_fields(const PageVisit& visit);

}  // namespace ibid
