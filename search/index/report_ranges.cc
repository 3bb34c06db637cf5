// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/report_ranges.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"

namespace ibid {

ReportRanges::ReportRanges(const Xapian::Database& database) {
  std::unordered_map<std::string, std::size_t> known;
  const auto end = database.valuestream_end(schema::kSlotOrder);
  std::string last;
  for (auto it = database.valuestream_begin(schema::kSlotOrder); it != end; ++it) {
    const std::string order = *it;
    const std::string_view report = read_order_value(order).report_id;
    if (!ranges_.empty() && report == last) continue;
    last = report;
    const auto [entry, is_new] = known.emplace(last, ids_.size());
    if (is_new) ids_.push_back(last);
    ranges_.push_back({it.get_docid(), entry->second});
  }
}

std::size_t ReportRanges::report_of(Xapian::docid document) const {
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), document,
                       [](Xapian::docid d, const Range& range) { return d < range.first; });
  return std::prev(after)->report;
}

std::vector<std::uint64_t> ReportRanges::counts(const Xapian::Database& database,
                                                const std::string& term) const {
  std::vector<std::uint64_t> counts(ids_.size());
  const auto end = database.postlist_end(term);
  for (auto it = database.postlist_begin(term); it != end; ++it) ++counts[report_of(*it)];
  return counts;
}

}  // namespace ibid
