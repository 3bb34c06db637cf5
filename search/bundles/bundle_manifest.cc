// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/bundle_manifest.h"

#include <fmt/core.h>

#include <initializer_list>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
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
              {"bytes", json_range(passage.bytes)},
              {"sha256", passage.sha256}};
  if (mode == BundleMode::kExcerpts) out["file"] = passage.file;
  out["text"] = passage.text;
  out["text_sha256"] = passage.text_sha256;
  out["sentences"] = std::move(sentences);
  out["citations"] = json_citations(passage.citations, passage.sources, ReportInfo());
  out["selectors"] = json_selectors(passage.selectors);
  out["link"] = passage.link;
  return out;
}

// A value of the manifest and its path, for error messages.
class Node {
 public:
  Node(const Json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  Node at(const char* name) const {
    const std::string path = path_.empty() ? name : path_ + "." + name;
    const auto it = json_->is_object() ? json_->find(name) : json_->end();
    if (it == json_->end()) throw Error(ErrorKind::kInput, path + " is missing");
    return {*it, path};
  }
  bool is_null() const { return json_->is_null(); }
  bool has(const char* name) const { return json_->is_object() && json_->contains(name); }
  std::string text() const {
    if (!json_->is_string()) wrong("a string");
    return json_->get<std::string>();
  }
  std::uint64_t count() const {
    if (!json_->is_number_unsigned()) wrong("a count");
    return json_->get<std::uint64_t>();
  }
  std::uint32_t count32() const {
    if (count() > UINT32_MAX) wrong("a small count");
    return static_cast<std::uint32_t>(count());
  }
  bool boolean() const {
    if (!json_->is_boolean()) wrong("true or false");
    return json_->get<bool>();
  }
  std::vector<Node> list() const {
    if (!json_->is_array()) wrong("a list");
    std::vector<Node> out;
    for (const Json& item : *json_)
      out.emplace_back(item, fmt::format("{}[{}]", path_, out.size()));
    return out;
  }
  ByteRange range() const {
    const ByteRange out{at("begin").count(), at("end").count()};
    if (out.begin > out.end) wrong("a range");
    return out;
  }
  // Which of `words` it is.
  std::size_t word(std::initializer_list<const char*> words) const {
    std::size_t i = 0;
    for (const char* word : words) {
      if (text() == word) return i;
      ++i;
    }
    wrong("one of the words allowed there");
  }
  [[noreturn]] void wrong(const char* expected) const {
    throw Error(ErrorKind::kInput, fmt::format("{} is not {}", path_, expected));
  }

 private:
  const Json* json_;
  std::string path_;
};

std::vector<SectionTitle> read_sections(const Node& node) {
  std::vector<SectionTitle> out;
  for (const Node& item : node.list()) {
    out.push_back({item.at("number").text(), item.at("title").text(),
                   item.has("entity_type") ? item.at("entity_type").text() : ""});
  }
  return out;
}

std::vector<Citation> read_citations(const Node& node) {
  std::vector<Citation> out;
  for (const Node& item : node.list()) {
    Citation citation;
    citation.source = item.at("source").text();
    citation.form = static_cast<Citation::Form>(
        item.at("form").word({"id", "malformed", "other", "listed", "missing", "url"}));
    citation.sentence = item.at("sentence").count32();
    citation.bytes = item.at("bytes").range();
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

Selectors read_selectors(const Node& node) {
  const std::vector<Node> list = node.list();
  if (list.size() != 3) node.wrong("a list of three selectors");
  list[0].at("type").word({"TextQuoteSelector"});
  list[1].at("type").word({"TextPositionSelector"});
  list[2].at("type").word({"DataPositionSelector"});
  Selectors out;
  out.quote = {list[0].at("exact").text(), list[0].at("prefix").text(),
               list[0].at("suffix").text()};
  out.position = {list[1].at("start").count(), list[1].at("end").count()};
  out.data = {list[2].at("start").count(), list[2].at("end").count()};
  return out;
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
  out.bytes = node.at("bytes").range();
  out.sha256 = node.at("sha256").text();
  if (mode == BundleMode::kExcerpts) out.file = node.at("file").text();
  out.text = node.at("text").text();
  out.text_sha256 = node.at("text_sha256").text();
  for (const Node& item : node.at("sentences").list()) out.sentences.push_back(item.range());
  out.citations = read_citations(node.at("citations"));
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

}  // namespace

const char* to_string(BundleMode mode) {
  return mode == BundleMode::kReports ? "reports" : "excerpts";
}

std::string manifest_text(const BundleManifest& manifest) {
  Json out = {{"type", "evidence-bundle"},
              {"schema_version", kBundleSchemaVersion},
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
  if (const auto version = root.at("schema_version").count(); version != kBundleSchemaVersion) {
    throw NewerBundle(
        ErrorKind::kInput,
        fmt::format("its schema version is {}, this program knows {}; use a newer program", version,
                    kBundleSchemaVersion));
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
