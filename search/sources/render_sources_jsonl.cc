// SPDX-License-Identifier: GPL-2.0-or-later
//
// See render_sources.h: JSON lines and CSV.
#include <algorithm>
#include <utility>

#include "search/render/csv.h"
#include "search/render/passage_json.h"
#include "search/sources/render_sources.h"

namespace ibid {
namespace {

Json source_line(const SourceSummary& source) {
  Json line = json_line_head("source");
  line["source"] = source.source;
  line["form"] = form_name(source.form);
  line["title"] = source.titles.empty() ? "" : source.titles.front().title;
  line["publisher"] = source.publisher;
  line["url"] = source.url;
  if (!source.author.empty()) line["author"] = source.author;
  if (!source.date.empty()) line["date"] = source.date;
  line["language"] = source.language;
  line["kind"] = source.kind;
  line["passages"] = source.passages;
  line["reports"] = source.reports;
  line["listings"] = source.listings;
  line["first_date"] = source.first_date;
  line["last_date"] = source.last_date;
  line["two_titles"] = has_two_titles(source);
  Json& titles = line["titles"] = Json::array();
  for (const SourceTitle& title : source.titles) {
    titles.push_back({{"title", title.title}, {"listings", title.listings}});
  }
  return line;
}

Json json_parts(const std::optional<SourceId>& parts) {
  if (!parts) return nullptr;
  return {{"provider", parts->provider}, {"visibility", parts->visibility},
          {"kind", parts->kind},         {"language", parts->language},
          {"key", parts->key},           {"chunks", {parts->first_chunk, parts->second_chunk}}};
}

std::string listing_line(const SourceListing& listing) {
  Json line = json_line_head("listing");
  line["source"] = listing.source;
  line["title"] = listing.title;
  line["publisher"] = listing.publisher;
  line["url"] = listing.url;
  if (!listing.author.empty()) line["author"] = listing.author;
  if (!listing.date.empty()) line["date"] = listing.date;
  line["passage"] = json_passage(listing.passage);
  line["report"] = json_report(listing.passage.report);
  add_json_place(line, listing.passage);
  return dump_json_line(line);
}

std::string citing_line(const CitingPassage& citing) {
  const StoredPassage& passage = citing.passage;
  Json line = json_line_head("citing");
  line["passage"] = json_passage(passage);
  line["report"] = json_report(passage.report);
  add_json_place(line, passage);
  line["citations"] = json_citations(passage);
  line["rests"] = citing.rests;
  Json& sentences = line["sentences"] = Json::array();
  for (const CitingSentence& sentence : citing.sentences) {
    Json one = {{"sentence", sentence.number},
                {"text", passage.text.substr(sentence.text.begin, sentence.text.size())}};
    add_json_bytes(one, passage.report, sentence.bytes);
    one["rests"] = sentence.rests;
    sentences.push_back(std::move(one));
  }
  return dump_json_line(line);
}

std::string beside_line(const SourceBeside& beside) {
  Json line = json_line_head("beside");
  line["source"] = beside.source;
  line["form"] = form_name(beside.form);
  line["title"] = beside.title;
  line["passages"] = beside.passages;
  line["sentences"] = beside.sentences;
  return dump_json_line(line);
}

double share_of(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return 0;
  return rounded_score(static_cast<double>(part) / static_cast<double>(whole));
}

std::string share_line(const ReportShare& share) {
  Json line = json_line_head("share");
  line["report"] = json_report(share.report);
  line["passages"] = share.passages;
  line["cited_passages"] = share.cited_passages;
  line["citing_passages"] = share.citing_passages;
  line["resting_passages"] = share.resting_passages;
  line["citing_sentences"] = share.citing_sentences;
  line["resting_sentences"] = share.resting_sentences;
  line["share"] = share_of(share.resting_passages, share.passages);
  line["share_of_cited"] = share_of(share.resting_passages, share.cited_passages);
  return dump_json_line(line);
}

std::string other_titles(const SourceSummary& source) {
  std::string out;
  for (std::size_t i = 1; i < source.titles.size(); ++i) {
    if (i > 1) out += " | ";
    out += source.titles[i].title;
  }
  return out;
}

}  // namespace

std::string sources_json_lines(const SourceList& list) {
  std::string out;
  if (!list.query.empty()) {
    out = dump_json_line(json_query_line(list.query, list.parsed, list.ignored, list.index));
  }
  for (const SourceSummary& source : list.sources) out += dump_json_line(source_line(source));
  Json line = json_line_head("sources");
  line["sources"] = list.sources.size() + list.left_out;
  line["passages"] = list.matches;
  line["citing_passages"] = list.citing;
  line["two_titles"] = std::count_if(list.sources.begin(), list.sources.end(), has_two_titles);
  line["returned"] = list.sources.size();
  return out + dump_json_line(line);
}

std::string source_json_line(const SourceSummary& source) {
  return dump_json_line(source_line(source));
}

std::string source_card_json_lines(const SourceCard& card) {
  Json head = source_line(card.summary);
  head["parts"] = json_parts(card.parts);
  head["siblings"] = card.siblings;
  if (!card.members.empty()) {
    Json& members = head["members"] = Json::array();
    for (const SourceSummary& source : card.members) members.push_back(source_line(source));
  }
  std::string out = dump_json_line(head);
  for (const SourceListing& listing : card.listings) out += listing_line(listing);
  for (const CitingPassage& citing : card.passages) out += citing_line(citing);
  for (const SourceBeside& beside : card.beside) out += beside_line(beside);
  for (const ReportShare& share : card.shares) out += share_line(share);
  return out;
}

std::string sources_csv(const SourceList& list) {
  std::string out =
      csv_row({"source", "form", "title", "publisher", "url", "language", "kind", "passages",
               "reports", "listings", "first_date", "last_date", "other_titles"});
  for (const SourceSummary& source : list.sources) {
    out += csv_row({source.source, form_name(source.form),
                    source.titles.empty() ? "" : source.titles.front().title, source.publisher,
                    source.url, source.language, source.kind, std::to_string(source.passages),
                    std::to_string(source.reports), std::to_string(source.listings),
                    source.first_date, source.last_date, other_titles(source)});
  }
  return out;
}

}  // namespace ibid
