// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_reader.h"

#include <algorithm>

#include "corpus/report/source_id.h"
#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"
#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/open/open_index_internals.h"
#include "search/query/query.h"
#include "search/sources/cited_together.h"
#include "search/sources/collect_sources.h"
#include "search/sources/source_card.h"
#include "search/sources/source_terms.h"
#include "search/words/named_sources.h"

namespace ibid {

namespace {

void cut(SourceList& list, std::uint64_t limit) {
  if (list.sources.size() <= limit) return;
  list.left_out = list.sources.size() - limit;
  list.sources.resize(limit);
}

}  // namespace

SourceList SourceReader::list(std::string_view query, const SourceOptions& options) {
  IndexSession& session = index_.internals().session;
  if (trim(query).empty()) {
    return session.run([&] {
      SourceList list;
      list.index = session.snapshot().state();
      collect_sources(session.snapshot(), std::nullopt, options.sort, list);
      cut(list, options.limit);
      return list;
    });
  }
  const ParsedQuery parsed = parse_query(query);
  return session.run(IndexUse::kSearch, [&] {
    IndexSnapshot& snapshot = session.snapshot();
    SourceList list;
    list.query = parsed.text;
    list.parsed = to_string(*parsed.root);
    list.ignored = parsed.notices;
    list.index = snapshot.state();
    const QueryPlan plan = index_.internals().planner.plan(parsed, options.names, snapshot.index());
    list.ignored.insert(list.ignored.end(), plan.notices.begin(), plan.notices.end());
    collect_sources(snapshot, matched_documents(plan.query, snapshot.index()), options.sort, list);
    cut(list, options.limit);
    return list;
  });
}

std::optional<SourceCard> SourceReader::card(std::string_view source) {
  IndexSession& session = index_.internals().session;
  return session.run([&]() -> std::optional<SourceCard> {
    const std::vector<std::string> meant = sources_meant(source);
    if (meant.empty()) return std::nullopt;
    return make_source_card(session.snapshot(), source, meant);
  });
}

SourcesTogether SourceReader::together(std::size_t limit) {
  IndexSession& session = index_.internals().session;
  return session.run([&] { return sources_together(session.snapshot(), limit); });
}

std::vector<std::string> SourceReader::sources_meant(std::string_view source) {
  OpenIndex::Internals& index = index_.internals();
  const std::string address = canonical_url(source);
  const bool by_address = !address.empty() && !is_cited_or_listed(std::string(source));
  const std::string typed = by_address ? address : std::string(source);
  const bool words = source_form(typed) == Citation::Form::kOther;
  std::vector<std::string> meant;
  if (words) {
    meant =
        sources_named(index.session.snapshot().index(), index.analyzer, source, SourceWords::kAll)
            .sources;
  }
  const auto at = std::lower_bound(meant.begin(), meant.end(), typed);
  const bool known = at != meant.end() && *at == typed;
  if (!known && (meant.empty() || is_cited_or_listed(typed))) meant.insert(at, typed);
  return meant;
}

bool SourceReader::is_cited_or_listed(const std::string& source) {
  const IndexView& index = index_.internals().session.snapshot().index();
  return has_live(index, value_term(schema::kCites, source)) ||
         has_live(index, value_term(schema::kLists, source));
}

std::optional<std::string> SourceReader::nearest(std::string_view source) {
  IndexSession& session = index_.internals().session;
  return session.run([&] { return nearest_source(session.snapshot().index(), source); });
}

}  // namespace ibid
