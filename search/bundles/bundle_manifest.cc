// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/bundle_manifest.h"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "search/bundles/anchor_json.h"
#include "search/render/escape_terminal.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

Json report_json(const BundleReport& report, BundleMode mode) {
  Json out = {{"id", report.info.id},
              {"title", report.info.title},
              {"publisher", report.info.publisher},
              {"date", report.info.date},
              {"url", report.info.url},
              {"file_name", report.file_name},
              {"size", report.size},
              {"sha256", report.info.sha256}};
  if (report.info.encoding != Encoding::kUtf8) out["encoding"] = to_string(report.info.encoding);
  if (!report.info.author.empty()) out["author"] = report.info.author;
  if (mode == BundleMode::kReports) out["file"] = report.file;
  if (const auto& extraction = report.info.extraction) {
    out["format"] = to_string(extraction->format);
    out["grade"] = to_string(extraction->grade);
    out["reader"] = extraction->reader;
    out["text_sha256"] = extraction->text_sha256;
    if (!extraction->item.empty()) out["item"] = extraction->item;
    if (extraction->left_out != 0) out["left_out"] = extraction->left_out;
    if (mode == BundleMode::kReports) out["text_file"] = report.text_file;
  }
  return out;
}

// Citations of an extracted text are marked as such.
ReportInfo told_as(const BundlePassage& passage) {
  ReportInfo out;
  if (passage.anchor) out.extraction = std::make_shared<ReportExtraction>();
  return out;
}

Json passage_json(const BundlePassage& passage, BundleMode mode) {
  Json sections = Json::array();
  for (const SectionTitle& section : passage.section) sections.push_back(json_section(section));
  Json sentences = Json::array();
  for (const ByteRange sentence : passage.sentences) sentences.push_back(json_range(sentence));
  Json out = {{"id", passage.id},
              {"permalink", passage.permalink},
              {"report", passage.report},
              {"kind", passage.kind},
              {"language", passage.language},
              {"section", std::move(sections)},
              {"ordinal", passage.ordinal},
              {passage.anchor ? "text_bytes" : "bytes", json_range(passage.bytes)},
              {"sha256", passage.sha256}};
  if (passage.anchor) out["anchor"] = anchor_json(*passage.anchor);
  if (!passage.label.empty()) out["label"] = passage.label;
  if (mode == BundleMode::kExcerpts) out["file"] = passage.file;
  out["text"] = passage.text;
  out["text_sha256"] = passage.text_sha256;
  out["sentences"] = std::move(sentences);
  out["citations"] = json_citations(passage.citations, passage.sources, told_as(passage));
  out["selectors"] = json_selectors(passage.selectors);
  out["link"] = passage.link;
  return out;
}

using Node = ManifestNode;

std::vector<SectionTitle> read_sections(const Node& node) {
  std::vector<SectionTitle> out;
  for (const Node& item : node.list()) {
    out.push_back({item.at("number").text(), item.at("title").text(),
                   item.has("entity_type") ? item.at("entity_type").text() : ""});
  }
  return out;
}

std::vector<Citation> read_citations(const Node& node, const char* bytes) {
  std::vector<Citation> out;
  for (const Node& item : node.list()) {
    Citation citation;
    citation.source = item.at("source").text();
    citation.form = static_cast<Citation::Form>(
        item.at("form").word({"id", "malformed", "other", "listed", "missing", "url"}));
    citation.sentence = item.at("sentence").count32();
    citation.bytes = item.at(bytes).range();
    if (item.has("locator")) citation.locator = item.at("locator").text();
    out.push_back(std::move(citation));
  }
  return out;
}

// What the citations tell of their sources, each once.
std::vector<NamedSource> read_named_sources(const Node& node) {
  std::vector<NamedSource> out;
  for (const Node& item : node.list()) {
    NamedSource named{item.at("source").text(), "", "", "", ""};
    if (find_named(out, named.source) != nullptr) continue;
    const auto read = [&item](const char* name) {
      return item.has(name) ? item.at(name).text() : std::string();
    };
    named.title = read("title");
    named.publisher = read("publisher");
    named.date = read("date");
    named.url = read("url");
    if (!named.title.empty() || !named.publisher.empty()) out.push_back(std::move(named));
  }
  return out;
}

TextQuoteSelector read_quote(const Node& node) {
  node.at("type").word({"TextQuoteSelector"});
  return {node.at("exact").text(), node.at("prefix").text(), node.at("suffix").text()};
}

// As json_selectors() writes them: the quotation, alone or in a fragment, then the others, each
// once.
Selectors read_selectors(const Node& node) {
  const std::vector<Node> list = node.list();
  if (list.empty()) node.wrong("a list of selectors");
  Selectors out;
  if (list[0].at("type").word({"TextQuoteSelector", "FragmentSelector"}) == 1) {
    out.fragment = FragmentSelector{list[0].at("value").text(), list[0].at("conformsTo").text()};
    out.quote = read_quote(list[0].at("refinedBy"));
  } else {
    out.quote = read_quote(list[0]);
  }
  out.has_position = out.has_data = false;
  for (std::size_t i = 1; i < list.size(); ++i) {
    const bool data =
        list[i].at("type").word({"TextPositionSelector", "DataPositionSelector"}) == 1;
    if (out.has_data || (!data && out.has_position)) node.wrong("a list of different selectors");
    const std::uint64_t start = list[i].at("start").count();
    const std::uint64_t end = list[i].at("end").count();
    if (data) {
      out.has_data = true;
      out.data = {start, end};
    } else {
      out.has_position = true;
      out.position = {start, end};
    }
  }
  return out;
}

FileFormat read_format(const Node& node) {
  for (int i = 0; i <= static_cast<int>(kLastFormat); ++i) {
    const auto format = static_cast<FileFormat>(i);
    if (node.text() == to_string(format)) return format;
  }
  node.wrong("the name of a format");
}

void read_extraction(const Node& node, BundleMode mode, BundleReport& out) {
  ReportExtraction read;
  read.format = read_format(node.at("format"));
  read.grade = static_cast<AnchorGrade>(node.at("grade").word({"byte", "part", "page"}));
  read.reader = node.at("reader").text();
  read.text_sha256 = node.at("text_sha256").text();
  read.item = node.text_or_none("item");
  if (node.has("left_out")) read.left_out = node.at("left_out").count();
  if (node.has("encoding")) node.at("encoding").wrong("a member beside a format");
  if (mode == BundleMode::kReports) out.text_file = node.at("text_file").text();
  out.info.extraction = std::make_shared<const ReportExtraction>(std::move(read));
}

BundleReport read_report(const Node& node, BundleMode mode) {
  BundleReport out;
  out.info = {node.at("id").text(),    node.at("title").text(), node.at("publisher").text(),
              node.at("date").text(),  node.at("url").text(),   "",
              node.at("sha256").text()};
  if (node.has("author")) out.info.author = node.at("author").text();
  out.file_name = node.at("file_name").text();
  out.size = node.at("size").count();
  if (node.has("encoding")) {
    const auto encoding = parse_encoding(node.at("encoding").text());
    if (!encoding) node.at("encoding").wrong("the name of an encoding");
    out.info.encoding = *encoding;
  }
  if (mode == BundleMode::kReports) out.file = node.at("file").text();
  if (node.has("format")) read_extraction(node, mode, out);
  return out;
}

BundlePassage read_passage(const Node& node, BundleMode mode) {
  BundlePassage out;
  out.id = node.at("id").text();
  out.permalink = node.at("permalink").text();
  out.report = node.at("report").text();
  out.kind = node.at("kind").text();
  out.language = node.at("language").text();
  out.section = read_sections(node.at("section"));
  out.ordinal = node.at("ordinal").count32();
  if (node.has("anchor")) out.anchor = read_anchor(node.at("anchor"));
  const char* const bytes = out.anchor ? "text_bytes" : "bytes";
  out.bytes = node.at(bytes).range();
  out.label = node.text_or_none("label");
  out.sha256 = node.at("sha256").text();
  if (mode == BundleMode::kExcerpts) out.file = node.at("file").text();
  out.text = node.at("text").text();
  out.text_sha256 = node.at("text_sha256").text();
  for (const Node& item : node.at("sentences").list()) out.sentences.push_back(item.range());
  out.citations = read_citations(node.at("citations"), bytes);
  out.sources = read_named_sources(node.at("citations"));
  out.selectors = read_selectors(node.at("selectors"));
  out.link = node.at("link").text();
  return out;
}

BundleIndex read_index(const Node& node) {
  BundleIndex out;
  out.generation = node.at("generation").count();
  out.reports = node.at("reports").count();
  out.passages = node.at("passages").count();
  out.format_version = node.at("format_version").count();
  out.analyzer = node.at("analyzer").text();
  out.created_by = node.at("created_by").text();
  out.storage = node.at("storage").text();
  return out;
}

std::optional<BundleQuery> read_query(const Node& node) {
  if (node.is_null()) return std::nullopt;
  std::vector<AliasMatch> names;
  for (const Node& item : node.at("names").list()) {
    names.push_back({item.at("word").text(), item.at("name").text()});
  }
  return BundleQuery{node.at("text").text(), node.at("parsed").text(), std::move(names),
                     node.at("matches").count(), node.at("matches_exact").boolean()};
}

Json query_json(const std::optional<BundleQuery>& query) {
  if (!query) return nullptr;
  Json names = Json::array();
  for (const AliasMatch& name : query->names) {
    names.push_back({{"word", name.query_word}, {"name", name.alias}});
  }
  return {{"text", query->text},
          {"parsed", query->parsed},
          {"names", std::move(names)},
          {"matches", query->matches},
          {"matches_exact", query->matches_exact}};
}

Json index_json(const BundleIndex& index) {
  return {{"generation", index.generation}, {"reports", index.reports},
          {"passages", index.passages},     {"format_version", index.format_version},
          {"analyzer", index.analyzer},     {"created_by", index.created_by},
          {"storage", index.storage}};
}

int schema_version(const BundleManifest& manifest) {
  const bool extracted =
      std::ranges::any_of(manifest.reports,
                          [](const BundleReport& report) { return !!report.info.extraction; }) ||
      std::ranges::any_of(manifest.passages,
                          [](const BundlePassage& passage) { return !!passage.anchor; });
  return extracted ? kExtractedBundleSchemaVersion : kBundleSchemaVersion;
}

}  // namespace

const char* to_string(BundleMode mode) {
  return mode == BundleMode::kReports ? "reports" : "excerpts";
}

std::string manifest_text(const BundleManifest& manifest) {
  Json out = {{"type", "evidence-bundle"},
              {"schema_version", schema_version(manifest)},
              {"program", manifest.program},
              {"mode", to_string(manifest.mode)},
              {"query", query_json(manifest.query)},
              {"index", index_json(manifest.index)},
              {"reports", Json::array()},
              {"passages", Json::array()},
              {"files", Json::array()}};
  for (const BundleReport& report : manifest.reports) {
    out["reports"].push_back(report_json(report, manifest.mode));
  }
  for (const BundlePassage& passage : manifest.passages) {
    out["passages"].push_back(passage_json(passage, manifest.mode));
  }
  for (const BundledFile& file : manifest.files) {
    out["files"].push_back({{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}});
  }
  return escape_json_controls(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

BundleManifest parse_manifest(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw Error(ErrorKind::kInput, "it is not JSON");
  const Node root(json, "");
  root.at("type").word({"evidence-bundle"});
  const std::uint64_t version = root.at("schema_version").count();
  if (version != kBundleSchemaVersion && version != kExtractedBundleSchemaVersion) {
    throw NewerBundle(
        ErrorKind::kInput,
        fmt::format("its schema version is {}, this program knows {}; use a newer program", version,
                    kExtractedBundleSchemaVersion));
  }
  BundleManifest out;
  out.program = root.at("program").text();
  out.mode = static_cast<BundleMode>(root.at("mode").word({"reports", "excerpts"}));
  out.query = read_query(root.at("query"));
  out.index = read_index(root.at("index"));
  for (const Node& node : root.at("reports").list()) {
    out.reports.push_back(read_report(node, out.mode));
  }
  for (const Node& node : root.at("passages").list()) {
    out.passages.push_back(read_passage(node, out.mode));
  }
  for (const Node& node : root.at("files").list()) {
    out.files.push_back(
        {node.at("name").text(), node.at("sha256").text(), node.at("size").count()});
  }
  if (static_cast<int>(version) != schema_version(out)) {
    root.at("schema_version").wrong("the version of what it holds");
  }
  return out;
}

std::string sums_text(const BundleManifest& manifest, std::string_view manifest_bytes) {
  std::string out = fmt::format("{}  {}\n", sha256_hex(manifest_bytes), kManifestName);
  for (const BundledFile& file : manifest.files) {
    out += fmt::format("{}  {}\n", file.sha256, file.name);
  }
  return out;
}

}  // namespace ibid
