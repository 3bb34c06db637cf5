// SPDX-License-Identifier: GPL-2.0-or-later
//
// The titles that source lists give one source: which are the same, and which differ.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/sources/sources.h"

namespace ibid {

// What two spellings of one title share: their letters and digits, folded (see normalize.h). A
// title without letters and digits is its own key.
std::string title_key(std::string_view title);

// Collects the titles of one source; skips empty ones.
class SourceTitles {
 public:
  void add(std::string_view title, std::string_view publisher = {});
  // One for each title_key, in its most frequent spelling; see SourceSummary::titles for the order.
  // A title followed by a publisher of the source ("Trade figures, Ledger") is the same as the
  // title alone.
  std::vector<SourceTitle> titles() const;

 private:
  std::map<std::string, SourceTitle> by_key() const;

  std::map<std::string, std::uint64_t, std::less<>> spellings_;
  std::set<std::string, std::less<>> publishers_;
};

}  // namespace ibid
