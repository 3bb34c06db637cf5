// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/reports/report_ranges.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"

namespace ibid {

ReportRanges::ReportRanges(const IndexView& index) {
  if (is_on_nodes(index)) {
    read_nodes(index);
    return;
  }
  const Xapian::Database& database = index.database;
  const auto end = database.valuestream_end(schema::kSlotOrder);
  for (auto it = database.valuestream_begin(schema::kSlotOrder); it != end; ++it) {
    const std::string order = *it;
    add(it.get_docid(), read_order_value(order).report_id);
  }
  known_.clear();
}

// A stream of values would be a message for each; hits come with the value that they are sorted by.
void ReportRanges::read_nodes(const IndexView& index) {
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.set_sort_by_value(schema::kSlotReport, false);
  const Xapian::MSet all = enquire.get_mset(0, index.database.get_doccount());
  std::vector<std::pair<Xapian::docid, std::string>> documents;
  for (auto it = all.begin(); it != all.end(); ++it) documents.emplace_back(*it, it.get_sort_key());
  std::sort(documents.begin(), documents.end());
  for (const auto& [document, report] : documents) add(document, report);
  known_.clear();
}

void ReportRanges::add(Xapian::docid document, std::string_view report) {
  if (!ranges_.empty() && report == ids_[ranges_.back().report]) return;
  const auto [entry, is_new] = known_.emplace(report, ids_.size());
  if (is_new) ids_.emplace_back(report);
  ranges_.push_back({document, entry->second});
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
