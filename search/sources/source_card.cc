// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_card.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "corpus/report/source_id.h"
#include "indexer/schema.h"
#include "search/index/reports/report_ranges.h"
#include "search/sources/collect_sources.h"
#include "search/sources/source_terms.h"
#include "search/sources/source_titles.h"

namespace ibid {
namespace {

bool comes_before(const StoredPassage& a, const StoredPassage& b) {
  return std::tie(a.report.date, a.report.id, a.sequence) <
         std::tie(b.report.date, b.report.id, b.sequence);
}

// Number of each citing sentence -> the sources it cites.
std::map<std::uint32_t, std::set<std::string_view>> sources_by_sentence(
    const StoredPassage& passage) {
  std::map<std::uint32_t, std::set<std::string_view>> out;
  for (const Citation& citation : passage.citations) {
    out[citation.sentence].insert(citation.source);
  }
  return out;
}

class CardMaker {
 public:
  CardMaker(IndexSnapshot& snapshot, std::string_view name, const std::vector<std::string>& sources)
      : snapshot_(snapshot), database_(snapshot.database()) {
    for (const std::string& source : sources) ours_.emplace(source, Member{summary_of(source), {}});
    if (sources.size() == 1) {
      card_.summary = summary_of(sources.front());
      card_.parts = parse_source_id(sources.front());
    } else {
      card_.summary.source = name;
      card_.summary.form = Citation::Form::kOther;
    }
  }

  std::optional<SourceCard> make() {
    std::set<Xapian::docid> citing;
    for (const auto& [source, member] : ours_) {
      for_each_document(database_, schema::kCites, source,
                        [&](Xapian::docid document) { citing.insert(document); });
    }
    for (const Xapian::docid document : citing) add_citing(snapshot_.passage(document));
    add_listings();
    if (card_.passages.empty() && card_.listings.empty()) return std::nullopt;
    std::sort(card_.passages.begin(), card_.passages.end(),
              [](const auto& a, const auto& b) { return comes_before(a.passage, b.passage); });
    // An entry may name the source twice: its records keep their order.
    std::stable_sort(
        card_.listings.begin(), card_.listings.end(),
        [](const auto& a, const auto& b) { return comes_before(a.passage, b.passage); });
    if (card_.parts) card_.siblings = other_chunks(database_, *card_.parts);
    add_beside();
    add_shares();
    sum_up();
    return std::move(card_);
  }

 private:
  struct Member {
    SourceSummary summary;
    SourceTitles titles;
  };

  bool is_ours(std::string_view source) const { return ours_.find(source) != ours_.end(); }
  bool is_any_ours(const std::set<std::string_view>& sources) const {
    return std::any_of(sources.begin(), sources.end(),
                       [this](std::string_view source) { return is_ours(source); });
  }
  bool are_all_ours(const std::set<std::string_view>& sources) const {
    return std::all_of(sources.begin(), sources.end(),
                       [this](std::string_view source) { return is_ours(source); });
  }

  void add_citing(StoredPassage passage) {
    CitingPassage citing;
    const auto by_sentence = sources_by_sentence(passage);
    std::set<std::string_view> all;
    for (const auto& [number, sources] : by_sentence) {
      all.insert(sources.begin(), sources.end());
      if (!is_any_ours(sources) || number == 0 || number > passage.sentences.size()) continue;
      const ByteRange text = passage.sentences[number - 1];
      citing.sentences.push_back(
          {number, text, file_range(passage.spans, text), are_all_ours(sources)});
    }
    if (citing.sentences.empty()) return;  // another source with the same cut term
    citing.rests = are_all_ours(all);
    for (const std::string_view source : all) count_member(source, passage.report);
    count_beside(by_sentence, all);
    citing.passage = std::move(passage);
    card_.passages.push_back(std::move(citing));
  }

  void count_member(std::string_view source, const ReportInfo& report) {
    const auto member = ours_.find(source);
    if (member == ours_.end()) return;
    ++member->second.summary.passages;
    widen_dates(member->second.summary, report.date);
  }

  void count_beside(const std::map<std::uint32_t, std::set<std::string_view>>& by_sentence,
                    const std::set<std::string_view>& all) {
    for (const auto& [number, sources] : by_sentence) {
      if (!is_any_ours(sources)) continue;
      for (const std::string_view other : sources) {
        if (!is_ours(other)) ++beside_[std::string(other)].sentences;
      }
    }
    for (const std::string_view other : all) {
      if (!is_ours(other)) ++beside_[std::string(other)].passages;
    }
  }

  // Entries with an id have a term; other entries are found by reading them all.
  void add_listings() {
    std::set<Xapian::docid> documents;
    const auto take = [&](Xapian::docid document) { documents.insert(document); };
    bool words = false;
    for (const auto& [source, member] : ours_) {
      for_each_document(database_, schema::kLists, source, take);
      words = words || member.summary.form == Citation::Form::kOther;
    }
    if (words) {
      const std::string term = std::string(schema::kKind) + to_string(PassageKind::kSource);
      const auto end = database_.postlist_end(term);
      for (auto it = database_.postlist_begin(term); it != end; ++it) take(*it);
    }
    for (const Xapian::docid document : documents) add_listing(document);
  }

  void add_listing(Xapian::docid document) {
    const PassageRecord record = snapshot_.record(document);
    for (const ListedSource& listed : sources_listed(record.report_id)) {
      if (listed.sequence != record.passage.sequence) continue;
      const auto member = ours_.find(described_source(database_, listed));
      if (member == ours_.end()) continue;
      ++member->second.summary.listings;
      member->second.titles.add(listed.title, listed.publisher);
      if (member->second.summary.publisher.empty()) {
        member->second.summary.publisher = listed.publisher;
      }
      card_.listings.push_back({member->first, snapshot_.passage(document), listed.title,
                                listed.publisher, listed.url, listed.author, listed.date});
    }
  }

  // Of the report asked for last: documents come report by report.
  const std::vector<ListedSource>& sources_listed(const std::string& report_id) {
    if (listing_report_ != report_id) {
      listing_report_ = report_id;
      const auto report = snapshot_.report(report_id);
      listed_ = report ? report->report.listed_sources : std::vector<ListedSource>();
    }
    return listed_;
  }

  std::string title_of(const std::string& other) {
    SourceTitles titles;
    for_each_document(database_, schema::kLists, other, [&](Xapian::docid document) {
      for (const ListedSource& listed : sources_listed(snapshot_.record(document).report_id)) {
        if (listed.id == other) titles.add(listed.title, listed.publisher);
      }
    });
    const std::vector<SourceTitle> found = titles.titles();
    return found.empty() ? "" : found.front().title;
  }

  void add_beside() {
    for (auto& [other, beside] : beside_) {
      beside.source = other;
      beside.form = source_form(other);
      beside.title = title_of(other);
      card_.beside.push_back(std::move(beside));
    }
    std::sort(card_.beside.begin(), card_.beside.end(), [](const auto& a, const auto& b) {
      return std::tie(b.passages, b.sentences, a.source) <
             std::tie(a.passages, a.sentences, b.source);
    });
  }

  void add_shares() {
    if (card_.passages.empty()) return;
    for (const CitingPassage& citing : card_.passages) {
      const ReportInfo& report = citing.passage.report;
      if (card_.shares.empty() || card_.shares.back().report.id != report.id) {
        card_.shares.push_back({});
        card_.shares.back().report = report;
      }
      ReportShare& share = card_.shares.back();
      ++share.citing_passages;
      if (citing.rests) ++share.resting_passages;
      share.citing_sentences += citing.sentences.size();
      for (const CitingSentence& sentence : citing.sentences) {
        if (sentence.rests) ++share.resting_sentences;
      }
    }
    add_totals();
  }

  // Counts all passages of the reports, from terms.
  void add_totals() {
    const ReportRanges ranges(snapshot_.index());
    const auto all = ranges.counts(database_, "");
    const auto entries =
        ranges.counts(database_, std::string(schema::kKind) + to_string(PassageKind::kSource));
    const auto cited = ranges.counts(database_, schema::kCitesAny);
    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < ranges.ids().size(); ++i) index[ranges.ids()[i]] = i;
    for (ReportShare& share : card_.shares) {
      const std::size_t i = index.at(share.report.id);
      share.passages = all[i] - entries[i];
      share.cited_passages = cited[i];
    }
  }

  void sum_up() {
    if (ours_.size() > 1) sum_up_members();
    SourceSummary& summary = card_.summary;
    summary.passages = card_.passages.size();
    summary.reports = card_.shares.size();
    summary.listings = card_.listings.size();
    for (const ReportShare& share : card_.shares) widen_dates(summary, share.report.date);
    if (ours_.size() > 1) return;  // each has titles of its own
    SourceTitles titles;
    std::string publisher_of, url_of, author_of, date_of;  // the report that gave it
    for (const SourceListing& listing : card_.listings) {
      titles.add(listing.title, listing.publisher);
      const std::string& report = listing.passage.report.id;
      const auto take_first = [&report](const std::string& value, std::string& kept,
                                        std::string& giver) {
        if (value.empty() || (!kept.empty() && giver <= report)) return;
        kept = value;
        giver = report;
      };
      take_first(listing.publisher, summary.publisher, publisher_of);
      take_first(listing.url, summary.url, url_of);
      take_first(listing.author, summary.author, author_of);
      take_first(listing.date, summary.date, date_of);
    }
    summary.titles = titles.titles();
  }

  void sum_up_members() {
    for (auto& [source, member] : ours_) {
      member.summary.titles = member.titles.titles();
      card_.members.push_back(std::move(member.summary));
    }
    std::stable_sort(card_.members.begin(), card_.members.end(),
                     [](const auto& a, const auto& b) { return a.passages > b.passages; });
  }

  IndexSnapshot& snapshot_;
  const Xapian::Database& database_;
  SourceCard card_;
  std::map<std::string, Member, std::less<>> ours_;
  std::string listing_report_;
  std::vector<ListedSource> listed_;  // of that report
  std::map<std::string, SourceBeside> beside_;
};

}  // namespace

std::optional<SourceCard> make_source_card(IndexSnapshot& snapshot, std::string_view name,
                                           const std::vector<std::string>& sources) {
  return CardMaker(snapshot, name, sources).make();
}

}  // namespace ibid
