// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/kept_report.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <utility>

#include "corpus/error.h"
#include "indexer/analysis/term.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

std::optional<Report> read(const Xapian::Database& database, const std::string& report_id) {
  std::optional<ReportRecord> record = stored_report(database, report_id);
  if (!record) return std::nullopt;
  Report report = std::move(record->report);
  std::map<std::string, std::int32_t> by_locator;
  for (std::size_t s = 0; s < report.sections.size(); ++s) {
    by_locator.emplace(report.sections[s].locator, static_cast<std::int32_t>(s));
  }
  const std::string term = value_term(schema::kReportId, report_id);
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    PassageRecord stored = decode_passage(database.get_document(*it).get_data());
    if (!stored.section.empty()) {
      const auto section = by_locator.find(stored.section.back().locator);
      if (section == by_locator.end()) return std::nullopt;
      stored.passage.section = section->second;
    }
    report.passages.push_back(std::move(stored.passage));
  }
  if (report.passages.size() != record->passage_count) return std::nullopt;
  std::sort(report.passages.begin(), report.passages.end(),
            [](const Passage& a, const Passage& b) { return a.sequence < b.sequence; });
  if (report.extraction) report.extracted = stored_text(database, report_id);
  return report;
}

}  // namespace

std::optional<Report> kept_report(const std::string& database_dir, const std::string& report_id) {
  try {
    return read(Xapian::Database(database_dir), report_id);
  } catch (const Xapian::Error&) {
    return std::nullopt;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    return std::nullopt;
  }
}

}  // namespace ibid
