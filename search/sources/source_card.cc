// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/sources/source_card.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "corpus/citations/source_list.h"
#include "indexer/schema.h"
#include "search/index/report_ranges.h"
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
  CardMaker(IndexSnapshot& snapshot, std::string_view source)
      : snapshot_(snapshot), database_(snapshot.database()) {
    card_.summary = summary_of(source);
    card_.parts = parse_source_id(source);
  }

  std::optional<SourceCard> make() {
    for_each_document(database_, schema::kCites, source(),
                      [this](Xapian::docid document) { add_citing(snapshot_.passage(document)); });
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
  const std::string& source() const { return card_.summary.source; }

  void add_citing(StoredPassage passage) {
    CitingPassage citing;
    const auto by_sentence = sources_by_sentence(passage);
    citing.rests = std::all_of(passage.citations.begin(), passage.citations.end(),
                               [this](const Citation& c) { return c.source == source(); });
    for (const auto& [number, sources] : by_sentence) {
      if (!sources.contains(source()) || number == 0 || number > passage.sentences.size()) continue;
      const ByteRange text = passage.sentences[number - 1];
      citing.sentences.push_back(
          {number, text, file_range(passage.spans, text), sources.size() == 1});
    }
    if (citing.sentences.empty()) return;  // another source with the same cut term
    count_beside(by_sentence);
    citing.passage = std::move(passage);
    card_.passages.push_back(std::move(citing));
  }

  void count_beside(const std::map<std::uint32_t, std::set<std::string_view>>& by_sentence) {
    std::set<std::string_view> others;
    for (const auto& [number, sources] : by_sentence) {
      const bool both = sources.contains(source());
      for (const std::string_view other : sources) {
        if (other == source()) continue;
        others.insert(other);
        if (both) ++beside_[std::string(other)].sentences;
      }
    }
    for (const std::string_view other : others) ++beside_[std::string(other)].passages;
  }

  // Entries with an id have a term; other entries are found by reading them all.
  void add_listings() {
    const auto add = [this](Xapian::docid document) { add_listing(document); };
    if (card_.summary.form != Citation::Form::kOther) {
      for_each_document(database_, schema::kLists, source(), add);
      return;
    }
    const std::string term = std::string(schema::kKind) + to_string(PassageKind::kSource);
    const auto end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) add(*it);
  }

  void add_listing(Xapian::docid document) {
    const PassageRecord record = snapshot_.record(document);
    for (const ListedSource& listed : parse_source_entry(record.passage.text)) {
      if (described_source(database_, listed) != source()) continue;
      card_.listings.push_back(
          {snapshot_.passage(document), listed.title, listed.publisher, listed.url});
    }
  }

  std::string title_of(const std::string& other) {
    SourceTitles titles;
    for_each_document(database_, schema::kLists, other, [&](Xapian::docid document) {
      const PassageRecord record = snapshot_.record(document);
      for (const ListedSource& listed : parse_source_entry(record.passage.text)) {
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
    const ReportRanges ranges(database_);
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
    SourceSummary& summary = card_.summary;
    summary.passages = card_.passages.size();
    summary.reports = card_.shares.size();
    summary.listings = card_.listings.size();
    for (const ReportShare& share : card_.shares) widen_dates(summary, share.report.date);
    SourceTitles titles;
    std::string publisher_of, url_of;  // the report that gave it
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
    }
    summary.titles = titles.titles();
  }

  IndexSnapshot& snapshot_;
  const Xapian::Database& database_;
  SourceCard card_;
  std::map<std::string, SourceBeside> beside_;
};

}  // namespace

std::optional<SourceCard> make_source_card(IndexSnapshot& snapshot, std::string_view source) {
  return CardMaker(snapshot, source).make();
}

}  // namespace ibid
