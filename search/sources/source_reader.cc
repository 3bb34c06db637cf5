// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_reader.h"

#include "corpus/text/code_points.h"
#include "search/open/open_index_internals.h"
#include "search/query/query.h"
#include "search/sources/collect_sources.h"
#include "search/sources/source_card.h"
#include "search/sources/source_terms.h"

namespace ibid {

SourceList SourceReader::list(std::string_view query, const SourceOptions& options) {
  IndexSession& session = index_.internals().session;
  if (trim(query).empty()) {
    return session.run([&] {
      SourceList list;
      list.index = session.snapshot().state();
      collect_sources(session.snapshot(), std::nullopt, options.sort, list);
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
    return list;
  });
}

std::optional<SourceCard> SourceReader::card(std::string_view source) {
  IndexSession& session = index_.internals().session;
  return session.run([&] { return make_source_card(session.snapshot(), source); });
}

std::optional<std::string> SourceReader::nearest(std::string_view source) {
  IndexSession& session = index_.internals().session;
  return session.run([&] { return nearest_source(session.snapshot().index(), source); });
}

}  // namespace ibid
