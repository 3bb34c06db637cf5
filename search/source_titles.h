// SPDX-License-Identifier: GPL-2.0-or-later
//
// Titles that source lists give one source: which of them are the same, and which differ.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/sources.h"

namespace ibid {

// What two spellings of one title share: their letters and digits, folded (see normalize.h). A
// title without any is its own key.
std::string title_key(std::string_view title);

// Collects the titles of one source; empty ones say nothing and are left out.
class SourceTitles {
 public:
  void add(std::string_view title);
  // One for each title_key, in its most frequent spelling; see SourceSummary::titles for the order.
  std::vector<SourceTitle> titles() const;

 private:
  std::map<std::string, std::uint64_t, std::less<>> spellings_;
};

}  // namespace ibid
