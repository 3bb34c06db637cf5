// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/whole_names.h"

#include <set>
#include <vector>

#include "indexer/analysis/normalize.h"
#include "indexer/schema.h"
#include "search/index/live_query.h"
#include "search/index/reports/report_names.h"
#include "search/words/named_sources.h"

namespace ibid {
namespace {

// There is no term for a title: it is compared as it is stored for facets.
Xapian::Query with_title(const std::string& title) {
  return {XapianOp::OP_VALUE_RANGE, schema::kSlotSection, title, title};
}

bool has_any(const PlanContext& context, const Xapian::Query& query) {
  Xapian::Enquire enquire(context.index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(live(context.index, query));
  return !enquire.get_mset(0, 1).empty();
}

std::vector<std::string> all_titles(const IndexView& index) {
  std::set<std::string> titles;
  if (is_on_nodes(index)) {
    for (const auto& [title, count] : value_counts(index, schema::kSlotSection)) {
      titles.insert(title);
    }
    return {titles.begin(), titles.end()};
  }
  const Xapian::Database& database = index.database;
  const auto end = database.valuestream_end(schema::kSlotSection);
  for (auto it = database.valuestream_begin(schema::kSlotSection); it != end; ++it) {
    titles.insert(*it);
  }
  return {titles.begin(), titles.end()};
}

}  // namespace

Xapian::Query of_section(PlanContext& context, const std::string& title) {
  if (has_any(context, with_title(title))) return with_title(title);
  const std::vector<std::string> titles = all_titles(context.index);
  const std::string folded = folded_text(title);
  XapianQueries same;
  for (const std::string& other : titles) {
    if (folded_text(other) == folded) same.push_back(with_title(other));
  }
  if (!same.empty()) return combine(XapianOp::OP_OR, same);
  context.plan.notices.push_back("the index holds no top-level section titled " + title +
                                 did_you_mean(nearest_ids(title, titles)));
  return Xapian::Query::MatchNothing;
}

Xapian::Query cites_publisher(PlanContext& context, const std::string& publisher) {
  const NamedSources sources =
      sources_named(context.index, context.analyzer, publisher, SourceWords::kPublisherName);
  std::vector<std::string> terms;
  for (const std::string& source : sources.sources) {
    if (const std::string term = value_term(schema::kCites, source); context.has(term)) {
      terms.push_back(term);
    }
  }
  if (!terms.empty()) return any_term(XapianOp::OP_OR, terms);
  context.plan.notices.push_back("the index holds no passage that cites a source published by " +
                                 publisher);
  return Xapian::Query::MatchNothing;
}

}  // namespace ibid
