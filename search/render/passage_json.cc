// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/passage_json.h"

#include <cmath>
#include <utility>

#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"

namespace ibid {

const char* form_name(Citation::Form form) {
  switch (form) {
    case Citation::Form::kId:
      return "id";
    case Citation::Form::kMalformed:
      return "malformed";
    case Citation::Form::kOther:
      return "other";
    case Citation::Form::kListed:
      return "listed";
    case Citation::Form::kMissing:
      return "missing";
    case Citation::Form::kUrl:
      return "url";
  }
  return "other";
}

namespace {

// To a hundredth of a point.
double rounded_points(float points) { return std::round(static_cast<double>(points) * 100) / 100; }

}  // namespace

Json json_box(const PageBox& box) {
  return {{"left", rounded_points(box.left)},
          {"top", rounded_points(box.top)},
          {"width", rounded_points(box.width)},
          {"height", rounded_points(box.height)}};
}

namespace {

// {"grade":"page","places":[{"page":7,"label":"vii"}]}, …{"part":"word/document.xml","bytes":…}
Json json_anchor(const ReportExtraction& extraction, const std::vector<SourcePlace>& places) {
  Json list = Json::array();
  for (const SourcePlace& place : places) {
    if (place.part >= extraction.parts.size()) continue;
    const SourcePart& part = extraction.parts[place.part];
    Json one = Json::object();
    if (extraction.grade == AnchorGrade::kPage) {
      one["page"] = place.part + 1;
      if (!part.name.empty()) one["label"] = part.name;
      for (const PageBox& box : place.boxes) one["boxes"].push_back(json_box(box));
    } else {
      if (extraction.grade == AnchorGrade::kPart) {
        one["part"] = part.name;
        one["sha256"] = part.sha256;
      }
      one["bytes"] = json_range(place.bytes);
    }
    list.push_back(std::move(one));
  }
  return {{"grade", to_string(extraction.grade)}, {"places", std::move(list)}};
}

void put_extraction(JsonSink& out, const ReportExtraction& extraction) {
  out.member("format", to_string(extraction.format));
  out.member("reader", extraction.reader);
  out.member("text_sha256", extraction.text_sha256);
  out.member_if_any("item", extraction.item);
  if (extraction.left_out != 0) out.member("left_out", extraction.left_out);
}

void put_section(JsonSink& out, const SectionTitle& section) {
  out.begin_object();
  out.member("number", section.number);
  out.member("title", section.title);
  out.member_if_any("entity_type", section.entity_type);
  out.end_object();
}

void put_passage_name(JsonSink& out, const StoredPassage& passage) {
  out.member("id", passage.id);
  out.member("permalink", passage.permalink);
  out.member("kind", to_string(passage.kind));
  out.member("language", passage.language);
  out.key("section");
  out.begin_array();
  for (const SectionTitle& section : passage.section) put_section(out, section);
  out.end_array();
  out.member("ordinal", passage.ordinal);
}

void put_bytes(JsonSink& out, const ReportInfo& report, ByteRange bytes) {
  out.key(report.extraction ? "text_bytes" : "bytes");
  put_json_range(out, bytes);
}

void put_parts(JsonSink& out, const ReportExtraction& extraction,
               const std::vector<PartRange>& places) {
  if (extraction.grade == AnchorGrade::kByte && places.size() == 1) {
    out.key("bytes");
    put_json_range(out, places.front().bytes);
  }
  std::vector<SourcePlace> stored;
  for (const PartRange& place : places) stored.push_back({place.part, place.bytes, {}});
  out.member("anchor", json_anchor(extraction, stored));
}

void put_citations(JsonSink& out, const std::vector<Citation>& citations,
                   const std::vector<NamedSource>& sources, const ReportInfo& report) {
  out.begin_array();
  for (const Citation& citation : citations) {
    out.begin_object();
    out.member("source", citation.source);
    out.member("form", form_name(citation.form));
    out.member("sentence", citation.sentence);
    put_bytes(out, report, citation.bytes);
    out.member_if_any("locator", citation.locator);
    if (const NamedSource* named = find_named(sources, citation.source)) {
      out.member_if_any("title", named->title);
      out.member_if_any("publisher", named->publisher);
      out.member_if_any("date", named->date);
      out.member_if_any("url", named->url);
    }
    out.end_object();
  }
  out.end_array();
}

// The value that `put` writes.
template <class Put>
Json tree_of(const Put& put) {
  Json out;
  JsonTree tree(out);
  put(tree);
  return out;
}

}  // namespace

Json json_query_line(std::string_view text, std::string_view parsed,
                     const std::vector<std::string>& ignored, const IndexState& index) {
  Json line = json_line_head("query");
  line["query"] = text;
  line["parsed"] = parsed;
  line["ignored"] = ignored;
  line["index"] = json_index(index);
  return line;
}

void add_json_nodes(Json& line, const IndexState& index) {
  if (index.nodes.empty()) return;
  line["complete"] = index.complete;
  Json nodes = Json::array();
  for (const NodeState& state : index.nodes) {
    Json node = {{"name", state.name}, {"state", to_string(state.status)}};
    if (state.status == NodeStatus::kAnswered) {
      node["generation"] = state.generation;
      node["passages"] = state.passages;
    } else {
      node["why"] = state.why;
    }
    nodes.push_back(std::move(node));
  }
  line["nodes"] = std::move(nodes);
}

Json json_index(const IndexState& index) {
  Json out = {{"generation", index.generation}, {"passages", index.passages}};
  add_json_nodes(out, index);
  return out;
}

Json json_stale(bool stale, const ReportInfo& report) {
  return report.elsewhere ? Json(nullptr) : Json(stale);
}

Json json_section(const SectionTitle& section) {
  return tree_of([&](JsonSink& out) { put_section(out, section); });
}

Json json_passage_name(const StoredPassage& passage) {
  return tree_of([&](JsonSink& out) { put_passage_name(out, passage); });
}

Json json_passage(const StoredPassage& passage) {
  return tree_of([&](JsonSink& out) { put_json_passage(out, passage); });
}

void put_json_passage(JsonSink& out, const StoredPassage& passage) {
  out.begin_object();
  put_passage_name(out, passage);
  out.member("text", passage.text);
  const PassageOrigin& origin = passage.origin;
  out.member_if_any("label", origin.label);
  out.member_if_any("note_of", origin.note_of);
  if (!origin.notes.empty()) {
    out.key("notes");
    out.begin_array();
    for (const PassageNote& note : origin.notes) {
      out.begin_object();
      out.member("at", note.at);
      out.member("label", note.label);
      out.end_object();
    }
    out.end_array();
  }
  if (!origin.joints.empty()) out.member("joints", Json(origin.joints));
  out.end_object();
}

void add_json_bytes(Json& line, const ReportInfo& report, ByteRange bytes) {
  JsonTree tree(line);
  put_bytes(tree, report, bytes);
}

void add_json_span(Json& line, const StoredPassage& passage, ByteRange bytes) {
  const ReportInfo& report = passage.report;
  const bool loads = report.extraction && report.load_text;
  add_json_span(line, report, loads ? report.load_text().get() : nullptr, bytes);
}

void add_json_span(Json& line, const ReportInfo& report, const ExtractedFile* document,
                   ByteRange bytes) {
  add_json_bytes(line, report, bytes);
  const auto& extraction = report.extraction;
  if (!extraction || document == nullptr) return;
  const std::vector<SourcePlace> places = source_places(*document, bytes);
  if (extraction->grade == AnchorGrade::kByte && places.size() == 1) {
    line["bytes"] = json_range(places.front().bytes);
  }
  line["anchor"] = json_anchor(*extraction, places);
}

void add_json_place(Json& line, const StoredPassage& passage) {
  JsonTree tree(line);
  put_json_place(tree, passage);
}

void put_json_place(JsonSink& out, const StoredPassage& passage) {
  put_bytes(out, passage.report, passage.bytes);
  const auto& extraction = passage.report.extraction;
  if (extraction) put_parts(out, *extraction, passage.origin.places);
}

void add_json_parts(Json& line, const ReportExtraction& extraction,
                    const std::vector<PartRange>& places) {
  JsonTree tree(line);
  put_parts(tree, extraction, places);
}

Json json_report(const ReportInfo& report) {
  return tree_of([&](JsonSink& out) { put_json_report(out, report); });
}

void put_json_report(JsonSink& out, const ReportInfo& report) {
  out.begin_object();
  out.member("id", report.id);
  out.member("title", report.title);
  out.member("publisher", report.publisher);
  out.member("date", report.date);
  out.member("url", report.url);
  put_json_path(out, report.path);
  out.member("sha256", report.sha256);
  if (report.encoding != Encoding::kUtf8) out.member("encoding", to_string(report.encoding));
  out.member_if_any("author", report.author);
  out.member_if_any("collection", report.collection);
  if (!report.tags.empty()) out.member("tags", Json(report.tags));
  if (report.extraction) put_extraction(out, *report.extraction);
  out.end_object();
}

Json json_citations(const StoredPassage& passage) {
  return json_citations(passage.citations, passage.sources, passage.report);
}

Json json_citations(const std::vector<Citation>& citations, const std::vector<NamedSource>& sources,
                    const ReportInfo& report) {
  return tree_of([&](JsonSink& out) { put_citations(out, citations, sources, report); });
}

void put_json_citations(JsonSink& out, const StoredPassage& passage) {
  put_citations(out, passage.citations, passage.sources, passage.report);
}

Json json_selectors(const Selectors& selectors) {
  Json quote = {{"type", "TextQuoteSelector"},
                {"exact", selectors.quote.exact},
                {"prefix", selectors.quote.prefix},
                {"suffix", selectors.quote.suffix}};
  Json out = Json::array();
  if (selectors.fragment) {
    out.push_back({{"type", "FragmentSelector"},
                   {"conformsTo", selectors.fragment->conforms_to},
                   {"value", selectors.fragment->value},
                   {"refinedBy", std::move(quote)}});
  } else {
    out.push_back(std::move(quote));
  }
  if (selectors.has_position) {
    out.push_back({{"type", "TextPositionSelector"},
                   {"start", selectors.position.start},
                   {"end", selectors.position.end}});
  }
  if (selectors.has_data) {
    out.push_back({{"type", "DataPositionSelector"},
                   {"start", selectors.data.start},
                   {"end", selectors.data.end}});
  }
  return out;
}

void add_json_anchors(Json& line, const std::optional<Anchors>& anchors) {
  if (!anchors) return;
  line["selectors"] = json_selectors(anchors->selectors);
  line["link"] = anchors->link;
}

void add_json_coverage(Json& object, const AnswerCoverage& coverage) {
  object["reports"] = coverage.reports;
  object["passages"] = coverage.passages;
  object["undated"] = coverage.undated;
  object["first_date"] = coverage.first_date;
  object["last_date"] = coverage.last_date;
}

double rounded_score(double score) { return std::round(score * 1e4) / 1e4; }

}  // namespace ibid
