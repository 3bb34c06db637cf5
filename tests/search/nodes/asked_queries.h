// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries of all kinds, made of the words of passages: the same ones for the same passages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/passages/search_options.h"
#include "search/passages/stored_passage.h"

namespace ibid::testing {

struct AskedQuery {
  std::string query;
  SearchOptions options;
};

// `passages`: some, in a given order.
std::vector<AskedQuery> asked_queries(const std::vector<StoredPassage>& passages,
                                      std::size_t count);

}  // namespace ibid::testing
