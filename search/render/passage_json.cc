// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/passage_json.h"

#include <cmath>
#include <utility>

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
  return out;
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
  return out;
}

Json json_citations(const std::vector<Citation>& citations,
                    const std::vector<NamedSource>& sources) {
  Json out = Json::array();
  for (const Citation& citation : citations) {
    Json item = {{"source", citation.source},
                 {"form", form_name(citation.form)},
                 {"sentence", citation.sentence},
                 {"bytes", json_range(citation.bytes)}};
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

Json json_citations(const StoredPassage& passage) {
  return json_citations(passage.citations, passage.sources);
}

Json json_selectors(const Selectors& selectors) {
  return Json::array({{{"type", "TextQuoteSelector"},
                       {"exact", selectors.quote.exact},
                       {"prefix", selectors.quote.prefix},
                       {"suffix", selectors.quote.suffix}},
                      {{"type", "TextPositionSelector"},
                       {"start", selectors.position.start},
                       {"end", selectors.position.end}},
                      {{"type", "DataPositionSelector"},
                       {"start", selectors.data.start},
                       {"end", selectors.data.end}}});
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
