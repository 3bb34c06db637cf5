// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/facets.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

Xapian::valueno slot_of(Facet facet) {
  switch (facet) {
    case Facet::kSource:
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
  void add(std::string_view value) {
    if (value.empty()) return;
    switch (facet_) {
      case Facet::kSource:
      case Facet::kTag:
        for (std::size_t begin = 0; begin <= value.size();) {
          const std::size_t end = std::min(value.find('\0', begin), value.size());
          count(value.substr(begin, end - begin));
          begin = end + 1;
        }
        break;
      case Facet::kReport:
        count(read_order_value(value).report_id);
        break;
      case Facet::kDate:
        count(value.substr(0, kMonth));  // of YYYYMMDD
        break;
      case Facet::kLanguage:
      case Facet::kSection:
      case Facet::kCollection:
        count(value);
        break;
    }
  }

  std::vector<FacetCount> counts() const {
    std::vector<FacetCount> sorted;
    for (const auto& [value, count] : counts_) {
      sorted.push_back({facet_ == Facet::kDate ? month(value) : value, count});
    }
    std::sort(sorted.begin(), sorted.end(), [](const FacetCount& a, const FacetCount& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return sorted;
  }

 private:
  static constexpr std::size_t kYear = 4, kMonth = 6;
  static std::string month(const std::string& date) {
    return date.substr(0, kYear) + "-" + date.substr(kYear);
  }
  // Adjacent documents mostly have the same value.
  void count(std::string_view value) {
    if (last_ == nullptr || value != last_->first) {
      auto known = counts_.find(value);
      if (known == counts_.end()) known = counts_.emplace(std::string(value), 0).first;
      last_ = &*known;
    }
    ++last_->second;
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Counts = std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>>;

  Facet facet_;
  Counts counts_;
  Counts::value_type* last_ = nullptr;  // stays where it is as others are added
};

}  // namespace

const char* to_string(Facet facet) {
  switch (facet) {
    case Facet::kSource:
      return "source";
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
  return counter.counts();
}

}  // namespace ibid
