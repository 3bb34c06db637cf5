// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/facets.h"

#include <algorithm>

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

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string value = document.get_value(slot_of(facet_));
  if (value.empty()) return;
  switch (facet_) {
    case Facet::kSource:
    case Facet::kTag:
      for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find('\0', begin), value.size());
        ++counts_[value.substr(begin, end - begin)];
        begin = end + 1;
      }
      break;
    case Facet::kReport:
      ++counts_[std::string(read_order_value(value).report_id)];
      break;
    case Facet::kDate:
      ++counts_[value.substr(0, 4) + "-" + value.substr(4, 2)];
      break;
    case Facet::kLanguage:
    case Facet::kSection:
    case Facet::kCollection:
      ++counts_[value];
      break;
  }
}

std::vector<FacetCount> FacetSpy::counts() const {
  std::vector<FacetCount> sorted;
  for (const auto& [value, count] : counts_) sorted.push_back({value, count});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return sorted;
}

}  // namespace ibid
