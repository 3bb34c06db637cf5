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

void add_json_extraction(Json& out, const ReportExtraction& extraction) {
  out["format"] = to_string(extraction.format);
  out["reader"] = extraction.reader;
  out["text_sha256"] = extraction.text_sha256;
  if (!extraction.item.empty()) out["item"] = extraction.item;
  if (extraction.left_out != 0) out["left_out"] = extraction.left_out;
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

Json json_index(const IndexState& index) {
  return {{"generation", index.generation}, {"passages", index.passages}};
}

Json json_section(const SectionTitle& section) {
  Json out = {{"number", section.number}, {"title", section.title}};
  if (!section.entity_type.empty()) out["entity_type"] = section.entity_type;
  return out;
}

Json json_passage_name(const StoredPassage& passage) {
  Json sections = Json::array();
  for (const SectionTitle& section : passage.section) sections.push_back(json_section(section));
  return {{"id", passage.id},
          {"permalink", passage.permalink},
          {"kind", to_string(passage.kind)},
          {"language", passage.language},
          {"section", std::move(sections)},
          {"ordinal", passage.ordinal}};
}

Json json_passage(const StoredPassage& passage) {
  Json out = json_passage_name(passage);
  out["text"] = passage.text;
  const PassageOrigin& origin = passage.origin;
  if (!origin.label.empty()) out["label"] = origin.label;
  if (!origin.note_of.empty()) out["note_of"] = origin.note_of;
  if (!origin.notes.empty()) {
    Json& notes = out["notes"] = Json::array();
    for (const PassageNote& note : origin.notes) {
      notes.push_back({{"at", note.at}, {"label", note.label}});
    }
  }
  if (!origin.joints.empty()) out["joints"] = origin.joints;
  return out;
}

void add_json_bytes(Json& line, const ReportInfo& report, ByteRange bytes) {
  line[report.extraction ? "text_bytes" : "bytes"] = json_range(bytes);
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
  add_json_bytes(line, passage.report, passage.bytes);
  const auto& extraction = passage.report.extraction;
  if (extraction) add_json_parts(line, *extraction, passage.origin.places);
}

void add_json_parts(Json& line, const ReportExtraction& extraction,
                    const std::vector<PartRange>& places) {
  if (extraction.grade == AnchorGrade::kByte && places.size() == 1) {
    line["bytes"] = json_range(places.front().bytes);
  }
  std::vector<SourcePlace> stored;
  for (const PartRange& place : places) stored.push_back({place.part, place.bytes, {}});
  line["anchor"] = json_anchor(extraction, stored);
}

Json json_report(const ReportInfo& report) {
  Json out = {{"id", report.id},
              {"title", report.title},
              {"publisher", report.publisher},
              {"date", report.date},
              {"url", report.url}};
  add_json_path(out, report.path);
  out["sha256"] = report.sha256;
  if (report.encoding != Encoding::kUtf8) out["encoding"] = to_string(report.encoding);
  if (!report.author.empty()) out["author"] = report.author;
  if (!report.collection.empty()) out["collection"] = report.collection;
  if (!report.tags.empty()) out["tags"] = report.tags;
  if (report.extraction) add_json_extraction(out, *report.extraction);
  return out;
}

Json json_citations(const StoredPassage& passage) {
  return json_citations(passage.citations, passage.sources, passage.report);
}

Json json_citations(const std::vector<Citation>& citations, const std::vector<NamedSource>& sources,
                    const ReportInfo& report) {
  Json out = Json::array();
  for (const Citation& citation : citations) {
    Json item = {{"source", citation.source},
                 {"form", form_name(citation.form)},
                 {"sentence", citation.sentence}};
    add_json_bytes(item, report, citation.bytes);
    if (!citation.locator.empty()) item["locator"] = citation.locator;
    if (const NamedSource* named = find_named(sources, citation.source)) {
      const auto add = [&item](const char* name, const std::string& value) {
        if (!value.empty()) item[name] = value;
      };
      add("title", named->title);
      add("publisher", named->publisher);
      add("date", named->date);
      add("url", named->url);
    }
    out.push_back(std::move(item));
  }
  return out;
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
