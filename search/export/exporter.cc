// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/exporter.h"

#include <xapian.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/schema.h"
#include "indexer/term.h"
#include "search/collect_sources.h"
#include "search/open_index_internals.h"
#include "search/report_walk.h"

namespace ibid {

const char* to_string(ExportWhat what) {
  switch (what) {
    case ExportWhat::kPassages:
      return "passages";
    case ExportWhat::kSources:
      return "sources";
    case ExportWhat::kCitations:
      return "citations";
  }
  return "passages";
}

namespace {

// How many records a report becomes.
std::uint64_t records_of(const ExportedReport& report, ExportWhat what) {
  if (what == ExportWhat::kPassages) return report.passages.size();
  std::uint64_t count = 0;
  for (const StoredPassage& passage : report.passages) count += passage.citations.size();
  return count;
}

}  // namespace

class Exporter::Impl {
 public:
  explicit Impl(OpenIndex::Internals& index) : session_(index.session), planner_(index.planner) {}

  Found add(const PassageRef& ref) {
    const std::string id = passage_id(ref.report, ref.locator, ref.ordinal);
    const Found found = session_.run([&] {
      const auto document = snapshot().find_passage(id);
      if (!document) return Found::kUnknown;
      if (!ref.hash.empty() && !has_hash(*document, ref.hash)) return Found::kChanged;
      return Found::kYes;
    });
    if (found == Found::kYes) ids_.push_back(id);
    return found;
  }

  ExportTotals run(const ExportOptions& options, const TakeReport<ExportedReport>& take) {
    ExportTotals totals;
    totals.index = session_.run([&] { return snapshot().state(); });
    PassageFilter wanted;
    totals.complete =
        ReportWalk(session_, IndexUse::kExport)
            .run([&] { wanted = filter(options); },
                 [&](const std::string& id) { return wanted_report(id, wanted, options.what); },
                 [&](const ExportedReport& report) {
                   ++totals.reports;
                   totals.records += records_of(report, options.what);
                   return take(report);
                 });
    totals.last_generation = session_.run([&] { return snapshot().state().generation; });
    return totals;
  }

  SourceList sources(const ExportOptions& options) {
    return session_.run([&] {
      SourceList list;
      list.query = options.query;
      list.index = snapshot().state();
      collect_sources(snapshot(), filter(options), SourceSort::kId, list);
      return list;
    });
  }

  std::optional<ExportedReport> passage(const PassageRef& ref) {
    return session_.run([&]() -> std::optional<ExportedReport> {
      const auto document =
          snapshot().find_passage(passage_id(ref.report, ref.locator, ref.ordinal));
      if (!document || (!ref.hash.empty() && !has_hash(*document, ref.hash))) return std::nullopt;
      const auto record = snapshot().report(ref.report);
      if (!record) return std::nullopt;
      ExportedReport report;
      report.passages.push_back(snapshot().passage(*document));
      report.report = report.passages.front().report;
      report.language = record->report.language;
      return report;
    });
  }

  IndexState state() {
    return session_.run([&] { return snapshot().state(); });
  }

 private:
  IndexSnapshot& snapshot() { return session_.snapshot(); }

  bool has_hash(Xapian::docid document, const std::string& hash) {
    const std::string term = value_term(schema::kTextHash, hash);
    auto it = snapshot().database().postlist_begin(term);
    it.skip_to(document);
    return it != snapshot().database().postlist_end(term) && *it == document;
  }

  // Nothing where no passage of it is to be exported.
  std::optional<ExportedReport> wanted_report(const std::string& id, const PassageFilter& wanted,
                                              ExportWhat what) {
    ExportedReport report;
    report.passages = snapshot().passages_of(id, wanted);
    if (what == ExportWhat::kCitations) {
      std::erase_if(report.passages, [](const StoredPassage& p) { return p.citations.empty(); });
    }
    if (report.passages.empty()) return std::nullopt;
    const auto record = snapshot().report(id);
    if (!record) return std::nullopt;
    report.report = report.passages.front().report;
    report.language = record->report.language;
    return report;
  }

  PassageFilter filter(const ExportOptions& options) {
    switch (options.select) {
      case ExportOptions::Select::kQuery:
        return planner_.matched_documents(options.query, {options.aliases, options.alias_file},
                                          snapshot().index());
      case ExportOptions::Select::kIds:
        return taken();
      case ExportOptions::Select::kAll:
        break;
    }
    return std::nullopt;
  }

  std::vector<bool> taken() {
    std::vector<bool> out(static_cast<std::size_t>(snapshot().database().get_lastdocid()) + 1);
    for (const std::string& id : ids_) {
      if (const auto document = snapshot().find_passage(id)) out[*document] = true;
    }
    return out;
  }

  IndexSession& session_;
  QueryPlanner& planner_;
  std::vector<std::string> ids_;
};

Exporter::Exporter(OpenIndex& index) : impl_(std::make_unique<Impl>(index.internals())) {}
Exporter::~Exporter() = default;

Exporter::Found Exporter::add(const PassageRef& ref) { return impl_->add(ref); }

ExportTotals Exporter::run(const ExportOptions& options, const TakeReport<ExportedReport>& take) {
  return impl_->run(options, take);
}

SourceList Exporter::sources(const ExportOptions& options) { return impl_->sources(options); }

IndexState Exporter::state() { return impl_->state(); }

std::optional<ExportedReport> Exporter::passage(const PassageRef& ref) {
  return impl_->passage(ref);
}

}  // namespace ibid
