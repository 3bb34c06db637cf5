// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/exporter.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/analysis/term.h"
#include "indexer/schema.h"
#include "search/index/reports/report_walk.h"
#include "search/open/open_index_internals.h"
#include "search/sources/collect_sources.h"

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

// The number of records in a report.
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
    const Found found = session_.run([&] { return look_up(ref).found; });
    if (found == Found::kYes) ids_.push_back(passage_id(ref.report, ref.locator, ref.ordinal));
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

  NamedPassages passages(const std::vector<PassageRef>& refs) {
    return session_.run([&] {
      NamedPassages named;
      for (const PassageRef& ref : refs) {
        const LookUp look = look_up(ref);
        named.found.push_back(look.found);
        if (look.found == Found::kYes) {
          add_to_report(snapshot().passage(look.document), named.reports);
        } else {
          named.totals.complete = false;
        }
      }
      named.totals.index = snapshot().state();
      named.totals.last_generation = named.totals.index.generation;
      named.totals.reports = named.reports.size();
      for (const ExportedReport& r : named.reports) named.totals.records += r.passages.size();
      return named;
    });
  }

  bool is_stale(const std::string& report_id) {
    return session_.run([&] { return snapshot().is_stale(report_id, FreshnessCheck::kBytes); });
  }

  NamedSources sources(const std::vector<std::string>& names) {
    NamedSources named;
    named.list = sources(ExportOptions{});
    std::set<std::string_view> known;
    for (const SourceSummary& source : named.list.sources) known.insert(source.source);
    for (const std::string& name : names) named.known.push_back(known.contains(name));
    const std::set<std::string_view> wanted(names.begin(), names.end());
    std::erase_if(named.list.sources,
                  [&](const SourceSummary& source) { return !wanted.contains(source.source); });
    return named;
  }

 private:
  struct LookUp {
    Found found = Found::kUnknown;
    Xapian::docid document = 0;
  };

  IndexSnapshot& snapshot() { return session_.snapshot(); }

  LookUp look_up(const PassageRef& ref) {
    const auto document = snapshot().find_passage(passage_id(ref.report, ref.locator, ref.ordinal));
    if (!document) return {};
    const bool changed = !ref.hash.empty() && !has_hash(*document, ref.hash);
    return {changed ? Found::kChanged : Found::kYes, *document};
  }

  // Adds a passage to the others of its report, once; or as the first of a new report.
  void add_to_report(StoredPassage passage, std::vector<ExportedReport>& reports) {
    auto report = std::find_if(reports.begin(), reports.end(), [&](const ExportedReport& r) {
      return r.report.id == passage.report.id;
    });
    if (report == reports.end()) {
      const auto record = snapshot().report(passage.report.id);
      reports.push_back({passage.report, record ? record->report.language : "", {}});
      report = reports.end() - 1;
    }
    const bool twice =
        std::any_of(report->passages.begin(), report->passages.end(),
                    [&](const StoredPassage& other) { return other.id == passage.id; });
    if (!twice) report->passages.push_back(std::move(passage));
  }

  bool has_hash(Xapian::docid document, const std::string& hash) {
    const std::string term = value_term(schema::kTextHash, hash);
    auto it = snapshot().database().postlist_begin(term);
    it.skip_to(document);
    return it != snapshot().database().postlist_end(term) && *it == document;
  }

  // Nothing if none of its passages is to be exported.
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
        return planner_.matched_documents(options.query, options.names, snapshot().index());
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

Exporter::NamedSources Exporter::sources(const std::vector<std::string>& names) {
  return impl_->sources(names);
}

bool Exporter::is_stale(const std::string& report_id) { return impl_->is_stale(report_id); }

Exporter::NamedPassages Exporter::passages(const std::vector<PassageRef>& refs) {
  return impl_->passages(refs);
}

}  // namespace ibid
