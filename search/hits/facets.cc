// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/facets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/words/source_publishers.h"

namespace ibid {
namespace {

// Calls `take` for each part of a value that has several, with NUL between.
template <class Take>
void for_each_part(std::string_view value, const Take& take) {
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('\0', begin), value.size());
    take(value.substr(begin, end - begin));
    begin = end + 1;
  }
}

Xapian::valueno slot_of(Facet facet) {
  switch (facet) {
    case Facet::kSource:
    case Facet::kPublisher:
      return schema::kSlotSources;
    case Facet::kLanguage:
      return schema::kSlotLanguage;
    case Facet::kReport:
      return schema::kSlotOrder;
    case Facet::kSection:
      return schema::kSlotSection;
    case Facet::kDate:
      return schema::kSlotDate;
    case Facet::kCollection:
      return schema::kSlotCollection;
    case Facet::kTag:
      return schema::kSlotTags;
  }
  return Xapian::BAD_VALUENO;
}

// Counts the values of one facet.
class Counter {
 public:
  explicit Counter(Facet facet) : facet_(facet) {}

  // `value`: of the facet's slot; empty if the document has none.
  void add(std::string_view value, std::uint64_t times = 1) {
    if (value.empty()) return;
    times_ = times;
    switch (facet_) {
      case Facet::kSource:
      case Facet::kTag:
        for_each_part(value, [&](std::string_view part) { count(part); });
        break;
      case Facet::kReport:
        count(read_order_value(value).report_id);
        break;
      case Facet::kDate:
        count(value.substr(0, kMonth));  // of YYYYMMDD
        break;
      case Facet::kPublisher:  // each set of sources; counts() knows their publishers
      case Facet::kLanguage:
      case Facet::kSection:
      case Facet::kCollection:
        count(value);
        break;
    }
  }

  std::vector<FacetCount> counts(const IndexView& index) const {
    std::vector<FacetCount> sorted;
    for (const auto& [value, count] : facet_ == Facet::kPublisher ? by_publisher(index) : counts_) {
      sorted.push_back({facet_ == Facet::kDate ? month(value) : value, count});
    }
    std::sort(sorted.begin(), sorted.end(), [](const FacetCount& a, const FacetCount& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return sorted;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Counts = std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>>;

  static constexpr std::size_t kYear = 4, kMonth = 6;
  static std::string month(const std::string& date) {
    return date.substr(0, kYear) + "-" + date.substr(kYear);
  }

  Counts by_publisher(const IndexView& index) const {
    SourcePublishers& publishers = source_publishers(index);
    std::map<std::uint32_t, std::uint64_t> counted;
    std::set<std::uint32_t> cited;  // a passage counts once, however many of its sources are theirs
    for (const auto& [sources, count] : counts_) {
      cited.clear();
      for_each_part(sources, [&](std::string_view source) {
        const std::vector<std::uint32_t>& its = publishers.of(index, std::string(source));
        cited.insert(its.begin(), its.end());
      });
      for (const std::uint32_t publisher : cited) counted[publisher] += count;
    }
    Counts named;
    for (const auto& [publisher, count] : counted) {
      named.emplace(publishers.name(publisher), count);
    }
    return named;
  }

  // Adjacent documents mostly have the same value.
  void count(std::string_view value) {
    if (last_ == nullptr || value != last_->first) {
      auto known = counts_.find(value);
      if (known == counts_.end()) known = counts_.emplace(std::string(value), 0).first;
      last_ = &*known;
    }
    last_->second += times_;
  }

  Facet facet_;
  std::uint64_t times_ = 1;  // that the current value counts
  Counts counts_;
  Counts::value_type* last_ = nullptr;  // stays where it is as others are added
};

// `documents` ascend.
std::vector<FacetCount> facet_counts(Facet facet, const IndexView& index,
                                     std::span<const Xapian::docid> documents) {
  Counter counter(facet);
  if (index.postings) {
    auto values = index.postings->values(slot_of(facet));
    for (const Xapian::docid document : documents) counter.add(values.value(document));
  } else {
    for (const std::string& value : values_of(index, slot_of(facet), documents)) {
      counter.add(value);
    }
  }
  return counter.counts(index);
}

}  // namespace

const char* to_string(Facet facet) {
  switch (facet) {
    case Facet::kSource:
      return "source";
    case Facet::kPublisher:
      return "publisher";
    case Facet::kLanguage:
      return "language";
    case Facet::kReport:
      return "report";
    case Facet::kSection:
      return "section";
    case Facet::kDate:
      return "date";
    case Facet::kCollection:
      return "collection";
    case Facet::kTag:
      return "tag";
  }
  return "";
}

const std::vector<Xapian::docid>& DocumentSpy::documents() {
  if (!std::is_sorted(documents_.begin(), documents_.end())) {
    std::sort(documents_.begin(), documents_.end());
  }
  return documents_;
}

FacetCounter::FacetCounter(const IndexView& index, const std::vector<Facet>& facets)
    : index_(index), facets_(facets) {
  if (!is_on_nodes(index)) return;
  // The value of an order is another one for each passage.
  for (const Facet facet : facets) {
    values_.emplace_back(facet == Facet::kReport ? schema::kSlotReport : slot_of(facet));
  }
}

void FacetCounter::watch(Xapian::Enquire& enquire) {
  if (!is_on_nodes(index_)) return enquire.add_matchspy(&documents_);
  for (Xapian::ValueCountMatchSpy& spy : values_) enquire.add_matchspy(&spy);
}

std::vector<std::pair<Facet, std::vector<FacetCount>>> FacetCounter::counts() {
  std::vector<std::pair<Facet, std::vector<FacetCount>>> counts;
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    if (!is_on_nodes(index_)) {
      counts.emplace_back(facets_[i], facet_counts(facets_[i], index_, documents_.documents()));
      continue;
    }
    Counter counter(facets_[i]);
    for (auto at = values_[i].values_begin(); at != values_[i].values_end(); ++at) {
      counter.add(*at, at.get_termfreq());
    }
    counts.emplace_back(facets_[i], counter.counts(index_));
  }
  return counts;
}

}  // namespace ibid
