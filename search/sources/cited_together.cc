// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/cited_together.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "search/sources/collect_sources.h"
#include "search/sources/source_terms.h"

namespace ibid {
namespace {

using CitedIn = std::vector<std::pair<Xapian::docid, std::size_t>>;  // document, index of source

CitedIn cited_in(const IndexSnapshot& snapshot, const std::vector<SourceSummary>& sources) {
  std::unordered_map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < sources.size(); ++i) index_of[sources[i].source] = i;
  CitedIn out;
  for_each_cited_source(snapshot.database(), [&](const std::string& source, const auto& documents) {
    const auto found = index_of.find(source);
    if (found == index_of.end()) return;
    for (const Xapian::docid document : documents) out.emplace_back(document, found->second);
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

SourcesTogether sources_together(const IndexSnapshot& snapshot, std::size_t limit) {
  SourceList list;
  collect_sources(snapshot, std::nullopt, SourceSort::kCount, list);
  SourcesTogether out;
  out.index = snapshot.state();
  std::erase_if(list.sources, [](const SourceSummary& source) { return source.passages == 0; });
  if (list.sources.size() > limit) {
    out.left_out = list.sources.size() - limit;
    list.sources.resize(limit);
  }
  out.sources = std::move(list.sources);

  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> counts;
  const CitedIn cited = cited_in(snapshot, out.sources);
  for (auto begin = cited.begin(); begin != cited.end();) {
    auto end = begin;
    while (end != cited.end() && end->first == begin->first) ++end;
    for (auto a = begin; a != end; ++a) {
      for (auto b = a + 1; b != end; ++b) ++counts[{a->second, b->second}];
    }
    begin = end;
  }
  for (const auto& [pair, passages] : counts) {
    out.pairs.push_back({pair.first, pair.second, passages});
  }
  std::stable_sort(
      out.pairs.begin(), out.pairs.end(),
      [](const CitedTogether& x, const CitedTogether& y) { return x.passages > y.passages; });
  return out;
}

}  // namespace ibid
