// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/source_publishers.h"

#include <algorithm>
#include <memory>

#include "indexer/analysis/normalize.h"
#include "indexer/analysis/term.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/index/index_metadata.h"

namespace ibid {

const std::vector<std::uint32_t>& SourcePublishers::of(const IndexView& index,
                                                       const std::string& source) {
  if (const auto known = sources_.find(source); known != sources_.end() && known->second.complete) {
    return known->second.publishers;
  }
  const std::string term = value_term(schema::kLists, source);
  std::vector<Xapian::docid> documents;
  const auto end = index.database.postlist_end(term);
  for (auto it = index.database.postlist_begin(term); it != end; ++it) documents.push_back(*it);
  for (const std::string& order : values_of(index, schema::kSlotOrder, documents)) {
    if (!order.empty()) read(index, std::string(read_order_value(order).report_id));
  }
  Known& known = sources_[source];
  known.complete = true;
  return known.publishers;
}

void SourcePublishers::read(const IndexView& index, const std::string& report_id) {
  if (!read_.insert(report_id).second) return;
  const auto record = report_record(index, report_id);
  if (!record) return;
  for (const ListedSource& entry : record->report.listed_sources) {
    if (entry.id.empty() || entry.publisher.empty()) continue;
    const std::uint32_t number = number_of(entry.publisher);
    std::vector<std::uint32_t>& known = sources_[entry.id].publishers;
    const auto place = std::lower_bound(known.begin(), known.end(), number);
    if (place == known.end() || *place != number) known.insert(place, number);
  }
}

std::uint32_t SourcePublishers::number_of(const std::string& publisher) {
  const auto [known, is_new] = numbers_.emplace(folded_text(publisher), spellings_.size());
  if (is_new) spellings_.emplace_back();
  ++spellings_[known->second][publisher];
  return known->second;
}

std::string_view SourcePublishers::name(std::uint32_t publisher) const {
  const auto most =
      std::max_element(spellings_[publisher].begin(), spellings_[publisher].end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

SourcePublishers& source_publishers(const IndexView& index) {
  std::shared_ptr<SourcePublishers>& kept = index.derived->publishers;
  if (!kept) kept = std::make_shared<SourcePublishers>();
  return *kept;
}

}  // namespace ibid
