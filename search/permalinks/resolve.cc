// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/permalinks/resolve.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/analysis/term.h"
#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/open/open_index_internals.h"

namespace ibid {
namespace {

// A document with the cited text, and its sort key: the cited id first, then the cited report.
struct Occurrence {
  bool other_id = true;
  bool other_report = true;
  std::string order;  // kSlotOrder
  Xapian::docid document = 0;
  bool operator<(const Occurrence& other) const {
    return std::tie(other_id, other_report, order) <
           std::tie(other.other_id, other.other_report, other.order);
  }
};

// Reads the values of all, the passages of the first few only: a text may be boilerplate.
std::vector<Occurrence> occurrences_of(const IndexSnapshot& snapshot, const PassageRef& ref,
                                       std::optional<Xapian::docid> own) {
  const Xapian::Database& database = snapshot.database();
  const std::string term = value_term(schema::kTextHash, ref.hash);
  std::vector<Occurrence> occurrences;
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    std::string order = database.get_document(*it).get_value(schema::kSlotOrder);
    const bool other_report = read_order_value(order).report_id != ref.report;
    occurrences.push_back({!own || *it != *own, other_report, std::move(order), *it});
  }
  std::sort(occurrences.begin(), occurrences.end());
  return occurrences;
}

Resolution resolution_of(const PassageRef& ref, IndexSnapshot& snapshot) {
  Resolution out;
  const std::string id = passage_id(ref.report, ref.locator, ref.ordinal);
  out.permalink = id + "@" + ref.hash;
  out.index = snapshot.state();
  out.report_known = snapshot.report(ref.report).has_value();
  const auto own = snapshot.find_passage(id);
  if (own) out.present = snapshot.passage(*own);
  const std::vector<Occurrence> occurrences = occurrences_of(snapshot, ref, own);
  out.passage_count = occurrences.size();
  for (std::size_t i = 0; i < occurrences.size() && i < kMostResolvedPassages; ++i) {
    out.passages.push_back(snapshot.passage(occurrences[i].document));
  }
  if (!occurrences.empty()) {
    out.standing = occurrences.front().other_id ? Standing::kMoved : Standing::kSame;
  } else {
    out.standing = own ? Standing::kChanged : Standing::kGone;
  }
  if (out.standing == Standing::kChanged && out.present && out.present->report.extraction) {
    out.reader_before = out.present->report.extraction->reader_before;
  }
  const auto is_stale = [&](const StoredPassage& p) {
    return snapshot.is_stale(p.report.id, FreshnessCheck::kBytes);
  };
  if (out.standing == Standing::kMoved) {
    out.stale = std::any_of(out.passages.begin(), out.passages.end(), is_stale);
  } else {
    out.stale = out.present && is_stale(*out.present);
  }
  return out;
}

}  // namespace

PermalinkResolver::PermalinkResolver(OpenIndex& index) : index_(index) {
  index_.internals().session.snapshot().forget_freshness();
}

Resolution PermalinkResolver::resolve(const PassageRef& ref) {
  IndexSession& session = index_.internals().session;
  return session.run([&] { return resolution_of(ref, session.snapshot()); });
}

}  // namespace ibid
