// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/json_hit.h"

#include <fmt/core.h>

#include <cmath>
#include <iterator>

#include "corpus/code_points.h"

namespace ibid {
namespace {

std::string hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

// RFC 8259, section 7: past the basic plane, a surrogate pair.
void append_json_escape(std::string& out, char32_t code) {
  auto unit = static_cast<std::uint32_t>(code);
  if (unit > 0xFFFF) {
    unit -= 0x10000;
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", 0xD800 + (unit >> 10U));
    unit = 0xDC00 + (unit & 0x3FFU);
  }
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

}  // namespace

const char* form_name(Citation::Form form) {
  switch (form) {
    case Citation::Form::kId:
      return "id";
    case Citation::Form::kMalformed:
      return "malformed";
    case Citation::Form::kOther:
      return "other";
  }
  return "other";
}

Json json_line_head(std::string_view type) {
  Json line;
  line["type"] = type;
  line["schema_version"] = kJsonSchemaVersion;
  return line;
}

std::string escape_json_controls(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 1);
  while (!json.empty()) {
    const Utf8Char c = first_char(json);
    if (c.code != U'\n' && is_terminal_control(c.code)) {
      append_json_escape(out, c.code);
    } else {
      out.append(json.substr(0, c.length));
    }
    json.remove_prefix(c.length);
  }
  return out;
}

std::string dump_json_line(const Json& value) {
  return escape_json_controls(value.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json json_range(ByteRange range) { return {{"begin", range.begin}, {"end", range.end}}; }

Json json_section(const SectionRef& section) {
  Json out = {{"number", section.number}, {"title", section.title}};
  if (!section.entity_type.empty()) out["entity_type"] = section.entity_type;
  return out;
}

Json json_passage(const StoredPassage& passage) {
  Json sections = Json::array();
  for (const SectionRef& section : passage.section) sections.push_back(json_section(section));
  return {{"id", passage.id},
          {"permalink", passage.permalink},
          {"kind", to_string(passage.kind)},
          {"language", passage.language},
          {"section", std::move(sections)},
          {"ordinal", passage.ordinal},
          {"text", passage.text}};
}

Json json_report(const ReportRef& report) {
  Json out = {{"id", report.id},
              {"title", report.title},
              {"publisher", report.publisher},
              {"date", report.date},
              {"url", report.url}};
  add_json_path(out, report.path);
  out["sha256"] = report.sha256;
  if (report.encoding != Encoding::kUtf8) out["encoding"] = to_string(report.encoding);
  return out;
}

Json json_citations(const std::vector<Citation>& citations) {
  Json out = Json::array();
  for (const Citation& citation : citations) {
    out.push_back({{"source", citation.source},
                   {"form", form_name(citation.form)},
                   {"sentence", citation.sentence},
                   {"bytes", json_range(citation.bytes)}});
  }
  return out;
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

void add_json_looked_at(Json& object, const LookedAt& looked_at) {
  object["reports"] = looked_at.reports;
  object["passages"] = looked_at.passages;
  object["undated"] = looked_at.undated;
  object["first_date"] = looked_at.first_date;
  object["last_date"] = looked_at.last_date;
}

Json json_problem(const Problem& problem) {
  Json out = Json::object();
  add_json_path(out, problem.path);
  out["message"] = problem.message;
  return out;
}

void add_json_path(Json& object, std::string_view path) {
  object["path"] = path;
  if (!is_utf8(path)) object["path_bytes"] = hex(path);
}

double rounded_score(double score) { return std::round(score * 1e4) / 1e4; }

}  // namespace ibid
