// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/reports/report_lister.h"

#include <xapian.h>

#include <map>

#include "indexer/records/order_value.h"
#include "indexer/schema.h"
#include "search/index/index_metadata.h"
#include "search/open/open_index_internals.h"

namespace ibid {
namespace {

using Matches = std::map<std::string, std::uint64_t, std::less<>>;

Matches count_matches(OpenIndex::Internals& index, const std::string& query,
                      const QueryAliases& names) {
  IndexSnapshot& snapshot = index.session.snapshot();
  const std::vector<bool> matched = index.planner.matched_documents(query, names, snapshot.index());
  Matches matches;
  for (Xapian::docid document = 1; document < matched.size(); ++document) {
    if (!matched[document]) continue;
    const std::string value =
        snapshot.database().get_document(document).get_value(schema::kSlotOrder);
    ++matches[std::string(read_order_value(value).report_id)];
  }
  return matches;
}

}  // namespace

std::vector<ReportLine> ReportLister::list(const std::string& query, const QueryAliases& names) {
  OpenIndex::Internals& index = index_.internals();
  return index.session.run(IndexUse::kSearch, [&] {
    IndexSnapshot& snapshot = index.session.snapshot();
    const Matches matches = query.empty() ? Matches() : count_matches(index, query, names);
    const std::map<std::string, FileRecord> files = report_files(snapshot.index());
    std::vector<ReportLine> lines;
    for (const auto& [id, file] : files) {
      const auto matched = matches.find(id);
      if (!query.empty() && matched == matches.end()) continue;
      const auto record = snapshot.report(id);
      if (!record) continue;
      ReportLine& line = lines.emplace_back();
      line.report = snapshot.report_ref(id);
      line.passages = record->passage_count;
      if (!query.empty()) line.matches = matched->second;
      line.state = line.report.elsewhere ? ReportState::kUnknown
                                         : state_of(file, snapshot.manifest().roots);
    }
    return lines;
  });
}

ReportChoice ReportLister::find(std::string_view name) {
  IndexSession& session = index_.internals().session;
  return session.run(IndexUse::kRead,
                     [&] { return find_report(session.snapshot().index(), name); });
}

std::vector<StoredPassage> ReportLister::section(const std::string& report_id,
                                                 const std::string& locator) {
  IndexSession& session = index_.internals().session;
  return session.run(IndexUse::kRead, [&] {
    std::vector<StoredPassage> passages = session.snapshot().passages_of(report_id);
    const std::string begin = report_id + "#" + locator;
    std::erase_if(passages, [&](const StoredPassage& passage) {
      if (!passage.id.starts_with(begin)) return true;
      const char after = passage.id[begin.size()];
      return after != '.' && after != '-';
    });
    return passages;
  });
}

std::optional<FieldReasons> ReportLister::why(const std::string& report_id) {
  IndexSession& session = index_.internals().session;
  const auto record =
      session.run(IndexUse::kRead, [&] { return session.snapshot().report(report_id); });
  if (!record) return std::nullopt;
  FieldReasons reasons = field_reasons(record->report);
  if (session.is_on_nodes()) {
    reasons.stale = false;
    reasons.report.elsewhere = true;
  }
  return reasons;
}

std::optional<ReportInfo> ReportLister::report(const std::string& report_id) {
  IndexSession& session = index_.internals().session;
  return session.run(IndexUse::kRead, [&]() -> std::optional<ReportInfo> {
    const auto record = session.snapshot().report(report_id);
    if (!record) return std::nullopt;
    return report_info(record->report);
  });
}

std::string ReportLister::path_of(const std::string& report_id) {
  IndexSession& session = index_.internals().session;
  return session.run(IndexUse::kRead, [&] {
    const auto record = session.snapshot().report(report_id);
    return record ? record->report.path : std::string();
  });
}

}  // namespace ibid
