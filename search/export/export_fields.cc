// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/export_fields.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"
#include "search/render/passage_json.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

using Row = const ExportRow&;

// The hash that the permalink ends in.
std::string hash_of(const StoredPassage& passage) {
  return passage.permalink.substr(passage.permalink.rfind('@') + 1);
}

// Distinct, in the order of the text.
Json sources_of(const StoredPassage& passage) {
  Json out = Json::array();
  std::set<std::string_view> seen;
  for (const Citation& citation : passage.citations) {
    if (seen.insert(citation.source).second) out.push_back(citation.source);
  }
  return out;
}

Json other_titles(const SourceSummary& source) {
  Json out = Json::array();
  for (std::size_t i = 1; i < source.titles.size(); ++i) out.push_back(source.titles[i].title);
  return out;
}

const ReportInfo& report_of(Row row) { return row.report->report; }
Json id(Row row) { return row.passage->id; }
Json permalink_of(Row row) { return row.passage->permalink; }
Json report_id(Row row) { return report_of(row).id; }
Json title(Row row) { return report_of(row).title; }
Json publisher(Row row) { return report_of(row).publisher; }
Json author(Row row) { return report_of(row).author; }
Json date(Row row) { return report_of(row).date; }
Json url(Row row) { return report_of(row).url; }
Json path(Row row) { return report_of(row).path; }
Json sha256(Row row) { return report_of(row).sha256; }
Json locator(Row row) { return section_locator(*row.passage); }
Json page(Row row) { return report_of(row).extraction ? place_of(row).pages.printed() : ""; }
Json label(Row row) { return row.passage->origin.label; }

// Of the file's parts, those that hold the passage.
Json part(Row row) {
  Json out = Json::array();
  const auto& extraction = report_of(row).extraction;
  if (!extraction || extraction->grade != AnchorGrade::kPart) return out;
  std::set<std::uint32_t> seen;
  for (const PartRange& place : row.passage->origin.places) {
    if (place.part < extraction->parts.size() && seen.insert(place.part).second) {
      out.push_back(extraction->parts[place.part].name);
    }
  }
  return out;
}

// Of the file; nothing if that cannot be told in bytes of it.
std::optional<ByteRange> file_bytes(Row row) {
  const auto& extraction = report_of(row).extraction;
  const ByteRange bytes = row.citation != nullptr ? row.citation->bytes : row.passage->bytes;
  if (!extraction) return bytes;
  if (extraction->grade != AnchorGrade::kByte) return std::nullopt;
  if (row.citation == nullptr) {
    const auto& places = row.passage->origin.places;
    return places.size() == 1 ? std::optional(places.front().bytes) : std::nullopt;
  }
  if (row.document == nullptr) return std::nullopt;
  const std::vector<SourcePlace> places = source_places(*row.document, bytes);
  return places.size() == 1 ? std::optional(places.front().bytes) : std::nullopt;
}

Json begin(Row row) {
  const auto bytes = file_bytes(row);
  return bytes ? Json(bytes->begin) : Json();
}
Json end(Row row) {
  const auto bytes = file_bytes(row);
  return bytes ? Json(bytes->end) : Json();
}

Json section(Row row) { return section_path_text(row.passage->section); }

constexpr ExportField kPassageFields[] = {
    {"id", id},
    {"permalink", permalink_of},
    {"report", report_id},
    {"title", title},
    {"publisher", publisher},
    {"date", date},
    {"url", url},
    {"locator", locator},
    {"section", section},
    {"ordinal", [](Row row) -> Json { return row.passage->ordinal; }},
    {"kind", [](Row row) -> Json { return to_string(row.passage->kind); }},
    {"language", [](Row row) -> Json { return row.passage->language; }},
    {"sources", [](Row row) -> Json { return sources_of(*row.passage); }},
    {"begin", begin},
    {"end", end},
    {"hash", [](Row row) -> Json { return hash_of(*row.passage); }},
    {"path", path},
    {"sha256", sha256},
    {"text", [](Row row) -> Json { return row.passage->text; }},
    {"author", author},
    {"page", page},
    {"part", part},
    {"label", label},
};

constexpr ExportField kCitationFields[] = {
    {"source", [](Row row) -> Json { return row.citation->source; }},
    {"form", [](Row row) -> Json { return form_name(row.citation->form); }},
    {"id", id},
    {"permalink", permalink_of},
    {"sentence", [](Row row) -> Json { return row.citation->sentence; }},
    {"begin", begin},
    {"end", end},
    {"report", report_id},
    {"title", title},
    {"publisher", publisher},
    {"date", date},
    {"url", url},
    {"locator", locator},
    {"section", section},
    {"path", path},
    {"sha256", sha256},
    {"text",
     [](Row row) -> Json {
       return slice(row.passage->text, cited_sentence(*row.passage, *row.citation));
     }},
    {"author", author},
    {"page", page},
    {"part", part},
    {"label", label},
};

constexpr ExportField kSourceFields[] = {
    {"source", [](Row row) -> Json { return row.source->source; }},
    {"form", [](Row row) -> Json { return form_name(row.source->form); }},
    {"title",
     [](Row row) -> Json {
       return row.source->titles.empty() ? "" : row.source->titles.front().title;
     }},
    {"publisher", [](Row row) -> Json { return row.source->publisher; }},
    {"url", [](Row row) -> Json { return row.source->url; }},
    {"language", [](Row row) -> Json { return row.source->language; }},
    {"kind", [](Row row) -> Json { return row.source->kind; }},
    {"passages", [](Row row) -> Json { return row.source->passages; }},
    {"reports", [](Row row) -> Json { return row.source->reports; }},
    {"listings", [](Row row) -> Json { return row.source->listings; }},
    {"first_date", [](Row row) -> Json { return row.source->first_date; }},
    {"last_date", [](Row row) -> Json { return row.source->last_date; }},
    {"other_titles", [](Row row) -> Json { return other_titles(*row.source); }},
    {"author", [](Row row) -> Json { return row.source->author; }},
    {"date", [](Row row) -> Json { return row.source->date; }},
};

std::span<const ExportField> table_of(ExportWhat what) {
  switch (what) {
    case ExportWhat::kSources:
      return kSourceFields;
    case ExportWhat::kCitations:
      return kCitationFields;
    case ExportWhat::kPassages:
      break;
  }
  return kPassageFields;
}

}  // namespace

std::vector<const ExportField*> fields_of(ExportWhat what, const std::vector<std::string>& names) {
  const std::span<const ExportField> table = table_of(what);
  std::vector<const ExportField*> out;
  for (const std::string& name : names) {
    const auto field = std::find_if(table.begin(), table.end(),
                                    [&](const ExportField& f) { return name == f.name; });
    if (field == table.end()) {
      std::vector<std::string> known;
      for (const ExportField& one : table) known.emplace_back(one.name);
      throw Error(ErrorKind::kUsage,
                  fmt::format("{} have no field \"{}\"; they have {}", to_string(what),
                              quoted_excerpt(name), fmt::join(known, ", ")));
    }
    out.push_back(&*field);
  }
  if (out.empty()) {
    for (const ExportField& field : table) out.push_back(&field);
  }
  return out;
}

std::string cell_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump();
  std::string out;
  for (const Json& part : value) {
    if (!out.empty()) out += "; ";
    out += part.get<std::string>();
  }
  return out;
}

CitedPlace place_of(const ExportRow& row) {
  if (row.citation == nullptr) return cited_place(*row.passage);
  return cited_place(*row.passage, cited_sentence(*row.passage, *row.citation), row.document);
}

ByteRange cited_sentence(const StoredPassage& passage, const Citation& citation) {
  if (citation.sentence == 0 || citation.sentence > passage.sentences.size()) return {};
  const ByteRange whole = passage.sentences[citation.sentence - 1];
  if (whole.size() <= kMostSentenceBytes) return whole;
  const std::uint64_t name = std::min(citation.text.size(), kMostSentenceBytes);
  const std::uint64_t before = (kMostSentenceBytes - name) / 2;
  const std::uint64_t from = std::max(citation.text.begin, whole.begin + before) - before;
  const std::uint64_t begin = std::min(from, whole.end - kMostSentenceBytes);
  return trim(std::string_view(passage.text),
              {floor_boundary(passage.text, begin),
               floor_boundary(passage.text, begin + kMostSentenceBytes)});
}

}  // namespace ibid
