// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/render_jsonl.h"

#include <cstdint>
#include <utility>

#include "corpus/dates/utc_time.h"
#include "search/render/passage_json.h"
#include "search/render/passage_lines.h"

namespace ibid {
namespace {

void put_explanation(JsonSink& out, const std::vector<TermMatch>& matches) {
  out.key("explain");
  out.begin_array();
  for (const TermMatch& match : matches) {
    out.begin_object();
    out.member("word", match.query_word);
    out.member("term", match.term);
    out.member("form", match.form);
    out.member("score", rounded_score(match.score));
    out.end_object();
  }
  out.end_array();
}

void put_aliases(JsonSink& out, const std::vector<AliasMatch>& aliases) {
  out.key("aliases");
  out.begin_array();
  for (const AliasMatch& match : aliases) {
    out.begin_object();
    out.member("word", match.query_word);
    out.member("alias", match.alias);
    out.member("kind", match.kind == AliasKind::kName ? "name" : "spelling");
    out.end_object();
  }
  out.end_array();
}

void put_first_seen(JsonSink& out, const Hit& hit) {
  out.key("first_seen");
  out.begin_object();
  out.member("generation", hit.first_seen);
  if (hit.first_seen_at != 0) out.member("time", utc_time(hit.first_seen_at));
  out.end_object();
}

// The members of a line; the caller begins and ends it.
void put_hit(JsonSink& out, const Hit& hit, const char* type, Explain explain) {
  put_json_line_head(out, type);
  out.member("rank", hit.rank);
  out.member("score", rounded_score(hit.score));
  out.key("passage");
  put_json_passage(out, hit.passage);
  out.key("report");
  put_json_report(out, hit.passage.report);
  put_json_place(out, hit.passage);
  out.key("citations");
  put_json_citations(out, hit.passage);
  out.key("highlights");
  out.begin_array();
  for (const ByteRange range : hit.highlights) put_json_range(out, range);
  out.end_array();
  out.member("stale", json_stale(hit.stale, hit.passage.report));
  put_aliases(out, hit.aliases);
  if (hit.first_seen != 0) put_first_seen(out, hit);
  if (!hit.alike.empty()) out.member("alike", Json(hit.alike));
  if (hit.anchors) {
    out.member("selectors", json_selectors(hit.anchors->selectors));
    out.member("link", hit.anchors->link);
  }
  if (explain == Explain::kYes) put_explanation(out, hit.matches);
}

// Adds a line whose members `put` writes.
template <class Put>
void add_line(std::string& lines, const Put& put) {
  JsonText out(lines);
  out.begin_object();
  put(out);
  out.end_object();
  lines += '\n';
}

std::string end_line(const SearchResult& result) {
  Json line = json_line_head("end");
  line["matches"] = result.matches;
  line["matches_exact"] = result.matches_exact;
  line["returned"] = result.hits.size();
  add_json_nodes(line, result.index);
  line["undated"] = {{"passages", result.undated_passages}, {"reports", result.undated_reports}};
  line["suggestion"] = result.suggestion ? Json(*result.suggestion) : Json(nullptr);
  Json& facets = line["facets"] = Json::object();
  for (const auto& [facet, counts] : result.facets) {
    Json& values = facets[to_string(facet)] = Json::array();
    for (const FacetCount& row : counts) {
      Json value = {{"value", row.value}, {"count", row.count}};
      if (!row.words.empty()) value["told"] = row.words;
      values.push_back(std::move(value));
    }
  }
  return dump_json_line(line);
}

Json passage_line(const StoredPassage& passage) {
  Json line = json_line_head("passage");
  line["passage"] = json_passage(passage);
  line["report"] = json_report(passage.report);
  add_json_place(line, passage);
  line["citations"] = json_citations(passage);
  return line;
}

Json section_line(const ReportInfo& report, const Section& section, std::size_t depth) {
  Json line = json_line_head("section");
  line["depth"] = depth;
  line["section"] = json_section({section.number, section.title, section.entity_type});
  line["locator"] = section.locator;
  line["kind"] = to_string(section.kind);
  add_json_bytes(line, report, section.bytes);
  return line;
}

}  // namespace

std::string search_json_lines(const SearchResult& result, Explain explain) {
  std::string out =
      dump_json_line(json_query_line(result.query, result.parsed, result.ignored, result.index));
  for (const Hit& hit : result.hits) {
    add_line(out, [&](JsonSink& line) { put_hit(line, hit, "hit", explain); });
  }
  return out += end_line(result);
}

std::string similar_json_lines(const SimilarResult& result, Explain explain) {
  Json head = json_line_head("similar-to");
  head["passage"] = json_passage(result.asked);
  head["report"] = json_report(result.asked.report);
  head["index"] = json_index(result.index);
  head["returned"] = result.hits.size();
  std::string out = dump_json_line(head);
  for (const SimilarHit& similar : result.hits) {
    add_line(out, [&](JsonSink& line) {
      put_hit(line, similar.hit, "similar", explain);
      line.member("same_report", similar.same_report);
      line.member("near_duplicate", similar.near_duplicate);
      line.member("shared_triples", rounded_score(similar.shared_triples));
    });
  }
  return out;
}

std::string passage_json_lines(const PassageInContext& passage) {
  std::string out;
  for (std::size_t i = 0; i < passage.passages.size(); ++i) {
    const auto position = static_cast<std::int64_t>(i) - static_cast<std::int64_t>(passage.asked);
    Json line = passage_line(passage.passages[i]);
    if (position == 0) add_json_span(line, passage.passages[i], passage.passages[i].bytes);
    line["stale"] = json_stale(passage.stale, passage.passages[i].report);
    line["position"] = position;
    const bool says_changed = position == 0 && passage.changed;
    line["changed"] = says_changed ? Json(*passage.changed) : Json(nullptr);
    if (position == 0) {
      line["cited_as"] = passage.cited_as;
      line["cited_at"] = passage.cited_at;
      add_json_anchors(line, passage.anchors);
    }
    out += dump_json_line(line);
  }
  return out;
}

std::string outline_json_lines(const ReportOutline& outline) {
  std::uint64_t sections = 0;
  std::uint64_t passages = 0;
  std::string body;
  const ReportInfo info = report_info(outline.report);
  for (const OutlineEntry& entry : outline.entries) {
    if (entry.section) {
      ++sections;
      body += dump_json_line(section_line(info, *entry.section, entry.depth));
    }
    if (entry.left_out) {
      Json line = json_line_head("left-out");
      line["text"] = entry.left_out->text;
      if (!entry.left_out->reason.empty()) line["reason"] = entry.left_out->reason;
      add_json_bytes(line, info, entry.left_out->bytes);
      body += dump_json_line(line);
    }
    if (entry.passage) {
      ++passages;
      Json line = passage_line(*entry.passage);
      line["stale"] = json_stale(outline.stale, entry.passage->report);
      body += dump_json_line(line);
    }
  }
  const Report& report = outline.report;
  Json head = json_line_head("report");
  head["report"] = json_report(info);
  head["language"] = report.language;
  head["bytes"] = report.size;
  head["sections"] = sections;
  head["passages"] = passages;
  head["stale"] = outline.stale;
  return dump_json_line(head) + body;
}

}  // namespace ibid
