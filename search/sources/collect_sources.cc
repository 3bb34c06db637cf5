// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/collect_sources.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "corpus/report/source_id.h"
#include "indexer/schema.h"
#include "search/index/index_metadata.h"
#include "search/index/reports/report_ranges.h"
#include "search/sources/source_terms.h"
#include "search/sources/source_titles.h"

namespace ibid {
namespace {

struct Collected {
  SourceSummary summary;
  SourceTitles titles;
};

class Collector {
 public:
  Collector(const IndexSnapshot& snapshot, const PassageFilter& filter)
      : snapshot_(snapshot),
        database_(snapshot.database()),
        filter_(filter),
        ranges_(snapshot.index()),
        dates_(ranges_.ids().size()) {}

  std::vector<SourceSummary> collect() {
    read_dates();
    for_each_cited_source(database_, [this](const std::string& source, const auto& documents) {
      add_cited(source, documents);
    });
    for (const std::string& id : report_ids(snapshot_.index())) add_listed(id);
    std::vector<SourceSummary> sources;
    for (auto& [source, collected] : sources_) {
      collected.summary.titles = collected.titles.titles();
      sources.push_back(std::move(collected.summary));
    }
    return sources;
  }

  std::uint64_t count_citing() const {
    if (!filter_) return database_.get_termfreq(schema::kCitesAny);
    std::uint64_t count = 0;
    const auto end = database_.postlist_end(schema::kCitesAny);
    for (auto it = database_.postlist_begin(schema::kCitesAny); it != end; ++it) {
      if (counts(*it)) ++count;
    }
    return count;
  }

 private:
  bool counts(Xapian::docid document) const { return !filter_ || (*filter_)[document]; }

  void read_dates() {
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      if (const auto record = snapshot_.report(ranges_.ids()[i])) dates_[i] = record->report.date;
    }
  }

  void add_cited(const std::string& source, const std::vector<Xapian::docid>& documents) {
    std::uint64_t passages = 0;
    std::vector<std::size_t> reports;
    for (const Xapian::docid document : documents) {
      if (!counts(document)) continue;
      ++passages;
      const std::size_t report = ranges_.report_of(document);
      if (reports.empty() || reports.back() != report) reports.push_back(report);
    }
    if (passages == 0) return;
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    SourceSummary& summary = named(source).summary;
    summary.passages = passages;
    summary.reports = reports.size();
    for (const std::size_t report : reports) widen_dates(summary, dates_[report]);
  }

  void add_listed(const std::string& report_id) {
    const auto record = snapshot_.report(report_id);
    if (!record) return;
    for (const ListedSource& listed : record->report.listed_sources) {
      Collected* collected = described_by(listed);
      if (collected == nullptr) continue;
      ++collected->summary.listings;
      collected->titles.add(listed.title, listed.publisher);
      if (collected->summary.publisher.empty()) collected->summary.publisher = listed.publisher;
      if (collected->summary.url.empty()) collected->summary.url = listed.url;
      if (collected->summary.author.empty()) collected->summary.author = listed.author;
      if (collected->summary.date.empty()) collected->summary.date = listed.date;
    }
  }

  // nullptr if the list leaves it out.
  Collected* described_by(const ListedSource& listed) {
    const std::string source = described_source(database_, listed);
    const auto it = sources_.find(source);
    if (it != sources_.end()) return &it->second;
    return filter_ || source.empty() ? nullptr : &named(source);
  }

  Collected& named(const std::string& source) {
    const auto [it, is_new] = sources_.try_emplace(source);
    if (is_new) it->second.summary = summary_of(source);
    return it->second;
  }

  const IndexSnapshot& snapshot_;
  const Xapian::Database& database_;
  const PassageFilter& filter_;
  ReportRanges ranges_;
  std::vector<std::string> dates_;  // by index of ReportRanges
  std::unordered_map<std::string, Collected> sources_;
};

}  // namespace

SourceSummary summary_of(std::string_view source) {
  SourceSummary summary;
  summary.source = source;
  summary.form = source_form(source);
  if (const auto id = parse_source_id(source)) {
    summary.language = id->language;
    summary.kind = id->kind;
  }
  return summary;
}

void widen_dates(SourceSummary& summary, const std::string& date) {
  if (date.empty()) return;
  if (summary.first_date.empty() || date < summary.first_date) summary.first_date = date;
  if (date > summary.last_date) summary.last_date = date;
}

void collect_sources(const IndexSnapshot& snapshot, const PassageFilter& filter, SourceSort sort,
                     SourceList& list) {
  Collector collector(snapshot, filter);
  list.sources = collector.collect();
  list.citing = collector.count_citing();
  list.matches = filter
                     ? static_cast<std::uint64_t>(std::count(filter->begin(), filter->end(), true))
                     : snapshot.state().passages;
  std::sort(list.sources.begin(), list.sources.end(),
            [sort](const SourceSummary& a, const SourceSummary& b) {
              if (sort == SourceSort::kCount && a.passages != b.passages) {
                return a.passages > b.passages;
              }
              if (sort == SourceSort::kDate && a.last_date != b.last_date) {
                return a.last_date > b.last_date;
              }
              return a.source < b.source;
            });
}

}  // namespace ibid
