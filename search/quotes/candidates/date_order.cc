// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/date_order.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/schema.h"
#include "search/hits/document_order.h"

namespace ibid {
namespace {

constexpr std::uint32_t kNoDate = UINT32_MAX;

// Numbers for dates that have their order.
class DateRanks {
 public:
  // Returns the number of a date, in the order of their coming.
  std::uint32_t add(std::string_view date) {
    if (date.empty()) return kNoDate;
    const auto known = numbers_.find(date);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    numbers_.emplace(date, number);
    return number;
  }

  // Replaces the numbers by ranks.
  void rank(std::vector<std::uint32_t>& numbers) const {
    std::vector<std::uint32_t> ranks(numbers_.size());
    std::uint32_t rank = 0;
    for (const auto& [date, number] : numbers_) ranks[number] = rank++;
    for (std::uint32_t& number : numbers) {
      if (number != kNoDate) number = ranks[number];
    }
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

}  // namespace

std::vector<Xapian::docid> DateOrder::sorted(const std::vector<Xapian::docid>& documents,
                                             const IndexView& index) {
  if (documents.size() < 2) return documents;
  const std::vector<std::uint32_t> ranks = ranks_of(documents, index);
  std::vector<std::size_t> order = document_order(index).sorted(index, documents);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return ranks[i]; });
  std::vector<Xapian::docid> sorted;
  sorted.reserve(documents.size());
  for (const std::size_t i : order) sorted.push_back(documents[i]);
  return sorted;
}

std::vector<std::uint32_t> DateOrder::ranks_of(const std::vector<Xapian::docid>& documents,
                                               const IndexView& index) {
  const Xapian::docid last = index.database.get_lastdocid();
  if (ranks_.empty()) {
    read_ += documents.size();
    if (read_ >= last && last <= DocumentOrder::kMostKept && index.postings) learn(index);
  }
  std::vector<std::uint32_t> ranks;
  ranks.reserve(documents.size());
  if (!ranks_.empty()) {
    for (const Xapian::docid document : documents) ranks.push_back(ranks_.at(document));
    return ranks;
  }
  DateRanks dates;
  for (const std::string& date : values_of(index, schema::kSlotDate, documents)) {
    ranks.push_back(dates.add(date));
  }
  dates.rank(ranks);
  return ranks;
}

void DateOrder::learn(const IndexView& index) {
  const Xapian::docid last = index.database.get_lastdocid();
  glass::ValueReader values = index.postings->values(schema::kSlotDate);
  DateRanks dates;
  std::vector<std::uint32_t> ranks(std::size_t{last} + 1, kNoDate);
  for (Xapian::docid document = 1; document <= last; ++document) {
    ranks[document] = dates.add(values.value(document));
  }
  dates.rank(ranks);
  ranks_ = std::move(ranks);
}

}  // namespace ibid
