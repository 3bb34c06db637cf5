// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/facets.h"

#include <algorithm>
#include <set>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/words/source_publishers.h"

namespace ibid {
namespace {

// Calls `take` for each part of a value that has several, with NUL between.
template <class Take>
void for_each_part(const std::string& value, const Take& take) {
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

void FacetSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string value = document.get_value(slot_of(facet_));
  if (value.empty()) return;
  switch (facet_) {
    case Facet::kSource:
    case Facet::kTag:
      for_each_part(value, [&](const std::string& part) { ++counts_[part]; });
      break;
    case Facet::kReport:
      ++counts_[std::string(read_order_value(value).report_id)];
      break;
    case Facet::kDate:
      ++counts_[value.substr(0, 4) + "-" + value.substr(4, 2)];
      break;
    case Facet::kPublisher:  // each set of sources; counts() knows their publishers
    case Facet::kLanguage:
    case Facet::kSection:
    case Facet::kCollection:
      ++counts_[value];
      break;
  }
}

std::map<std::string, std::uint64_t> FacetSpy::by_publisher(const IndexView& index) const {
  SourcePublishers& publishers = source_publishers(index);
  std::map<std::uint32_t, std::uint64_t> counted;
  std::set<std::uint32_t> cited;  // a passage counts once, however many of its sources are theirs
  for (const auto& [sources, count] : counts_) {
    cited.clear();
    for_each_part(sources, [&](const std::string& source) {
      const std::vector<std::uint32_t>& its = publishers.of(index, source);
      cited.insert(its.begin(), its.end());
    });
    for (const std::uint32_t publisher : cited) counted[publisher] += count;
  }
  std::map<std::string, std::uint64_t> named;
  for (const auto& [publisher, count] : counted) {
    named.emplace(publishers.name(publisher), count);
  }
  return named;
}

std::vector<FacetCount> FacetSpy::counts(const IndexView& index) const {
  std::vector<FacetCount> sorted;
  const auto values = facet_ == Facet::kPublisher ? by_publisher(index) : counts_;
  for (const auto& [value, count] : values) sorted.push_back({value, count});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return sorted;
}

}  // namespace ibid
