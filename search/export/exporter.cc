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

  ExportTotals run(const ExportOptions& options, const Take& take) {
    options_ = &options;
    filter_.reset();
    filter_of_ = 0;
    ExportTotals totals;
    totals.index = session_.run([&] { return snapshot().state(); });
    std::string last;  // report done
    while (const auto report = next_report(last)) {
      last = report->report.id;
      ++totals.reports;
      totals.records += records_of(*report, options.what);
      if (take(*report) == Next::kStop) {
        totals.complete = false;
        break;
      }
    }
    totals.last_generation = session_.run([&] { return snapshot().state().generation; });
    return totals;
  }

  SourceList sources(const ExportOptions& options) {
    options_ = &options;
    return session_.run([&] {
      SourceList list;
      list.query = options.query;
      list.index = snapshot().state();
      collect_sources(snapshot(), filter(), SourceSort::kId, list);
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

  // The first report after `last` with passages to be exported; nothing at the end.
  std::optional<ExportedReport> next_report(const std::string& last) {
    return session_.run(IndexUse::kExport, [&] {
      if (session_.opened() != filter_of_) {
        filter_ = filter();
        filter_of_ = session_.opened();
      }
      return report_after(last);
    });
  }

  std::optional<ExportedReport> report_after(std::string last) {
    while (const auto next = snapshot().report_after(last)) {
      last = *next;
      ExportedReport report;
      report.passages = wanted_passages(last);
      if (report.passages.empty()) continue;
      const auto record = snapshot().report(last);
      if (!record) continue;
      report.report = report.passages.front().report;
      report.language = record->report.language;
      return report;
    }
    return std::nullopt;
  }

  std::vector<StoredPassage> wanted_passages(const std::string& report_id) {
    std::vector<StoredPassage> passages = snapshot().passages_of(report_id, filter_);
    if (options_->what == ExportWhat::kCitations) {
      std::erase_if(passages, [](const StoredPassage& p) { return p.citations.empty(); });
    }
    return passages;
  }

  PassageFilter filter() {
    switch (options_->select) {
      case ExportOptions::Select::kQuery:
        return planner_.matched_documents(
            options_->query, {options_->aliases, options_->alias_file}, snapshot().index());
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
  const ExportOptions* options_ = nullptr;
  std::vector<std::string> ids_;
  PassageFilter filter_;
  int filter_of_ = 0;  // of IndexSession::opened(): the state that filter_ was made from
};

Exporter::Exporter(OpenIndex& index) : impl_(std::make_unique<Impl>(index.internals())) {}
Exporter::~Exporter() = default;

Exporter::Found Exporter::add(const PassageRef& ref) { return impl_->add(ref); }

ExportTotals Exporter::run(const ExportOptions& options, const Take& take) {
  return impl_->run(options, take);
}

SourceList Exporter::sources(const ExportOptions& options) { return impl_->sources(options); }

IndexState Exporter::state() { return impl_->state(); }

std::optional<ExportedReport> Exporter::passage(const PassageRef& ref) {
  return impl_->passage(ref);
}

}  // namespace ibid
