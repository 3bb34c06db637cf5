// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/permalinks/shown_passage.h"

#include <algorithm>
#include <utility>

#include "search/hits/searcher.h"
#include "search/passages/anchors.h"
#include "search/passages/place_reader.h"
#include "search/permalinks/resolve.h"

namespace ibid {
namespace {

PassageInContext in_context(Searcher& searcher, const StoredPassage& asked, std::uint32_t around) {
  PassageInContext out;
  out.passages = searcher.context(asked, around);
  const auto it = std::find_if(out.passages.begin(), out.passages.end(),
                               [&](const StoredPassage& p) { return p.id == asked.id; });
  if (it == out.passages.end()) {  // another writer changed the report in between
    out.passages = {asked};
  } else {
    out.asked = static_cast<std::size_t>(it - out.passages.begin());
  }
  out.stale = searcher.is_stale(asked.report);
  return out;
}

}  // namespace

ShownPassage shown_passage(OpenIndex& index, const PassageRef& ref, std::uint32_t around) {
  Searcher searcher(index);
  ShownPassage out;
  if (!ref.hash.empty()) out.resolution = PermalinkResolver(index).resolve(ref);
  std::optional<StoredPassage> passage =
      out.resolution ? out.resolution->present : searcher.passage(ref);
  const bool elsewhere = !passage && out.resolution && !out.resolution->passages.empty();
  if (elsewhere) passage = out.resolution->passages.front();
  if (!passage) return out;
  PassageInContext shown = in_context(searcher, *passage, around);
  if (out.resolution) {
    const Standing standing = out.resolution->standing;
    shown.changed = standing == Standing::kChanged || (standing == Standing::kMoved && !elsewhere);
    for (const StoredPassage& place : out.resolution->passages) {
      if (place.id != passage->id) shown.cited_at.push_back(place.permalink);
    }
  }
  if (elsewhere) shown.cited_as = passage_id(ref.report, ref.locator, ref.ordinal);
  shown.anchors = AnchorReader().read(*passage);
  if (!shown.stale) shown.place = PlaceReader().read(*passage);
  out.passage = std::move(shown);
  return out;
}

}  // namespace ibid
