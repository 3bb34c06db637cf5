// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who publishes the sources that passages cite, as the lists of reports say.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/index_view.h"

namespace ibid {

// Reads each report that lists a source when it is first asked for one of its sources, and keeps
// what all its entries say. Spellings of a publisher that fold alike are one.
class SourcePublishers {
 public:
  // The numbers of all publishers that any list gives the source, ascending; none if no list does.
  // Valid until the next call. May throw Xapian::Error.
  const std::vector<std::uint32_t>& of(const IndexView& index, const std::string& source);
  // In the spelling that most entries have. `publisher`: a number that of() returned.
  std::string_view name(std::uint32_t publisher) const;

 private:
  struct Known {
    std::vector<std::uint32_t> publishers;
    bool complete = false;  // all lists that have it were read
  };
  void read(const IndexView& index, const std::string& report_id);
  std::uint32_t number_of(const std::string& publisher);

  std::unordered_map<std::string, Known> sources_;               // by id
  std::set<std::string, std::less<>> read_;                      // reports
  std::unordered_map<std::string, std::uint32_t> numbers_;       // by folded name
  std::vector<std::map<std::string, std::uint64_t>> spellings_;  // of each number: entries
};

// That of this state, made when it is first asked for.
SourcePublishers& source_publishers(const IndexView& index);

}  // namespace ibid
