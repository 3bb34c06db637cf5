// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/bundle.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle_page.h"
#include "search/bundles/check_bundle.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "search/passages/report_text.h"
#include "search/passages/text_fragment.h"
#include "search/permalinks/resolve.h"

namespace ibid {
namespace {

// A file as indexed, its normalised text, and the page of a report that has a URL.
struct ReadReport {
  std::string bytes;
  std::shared_ptr<const ExtractedFile> document;  // null for plain text and Markdown
  ReportText text;
  std::optional<PageText> page;

  // What passages are ranges of.
  const std::string& said() const { return document ? document->text : bytes; }
};

// Of the formats that an extraction may be of.
const char* file_ending(FileFormat format) {
  switch (format) {
    case FileFormat::kJsonLines:
      return "jsonl";
    case FileFormat::kRss:
    case FileFormat::kAtom:
      return "xml";
    case FileFormat::kMarkdown:
    case FileFormat::kText:
      return "txt";
    default:
      return to_string(format);
  }
}

// U+FFFD for bytes that are not UTF-8.
std::string valid_text(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

BundleReport describe(const ReportInfo& info, std::uint64_t size, BundleMode mode) {
  BundleReport out;
  out.info = info;
  out.info.path.clear();
  out.info.load_text = {};
  out.file_name = valid_text(std::string_view(info.path).substr(info.path.rfind('/') + 1));
  out.size = size;
  if (mode == BundleMode::kExcerpts) return out;
  out.file = fmt::format("reports/{}.{}", info.id,
                         info.extraction ? file_ending(info.extraction->format) : "txt");
  if (info.extraction) out.text_file = "texts/" + info.id + ".txt";
  return out;
}

// As anchors.h makes it.
std::string link_to(const StoredPassage& passage, const ReadReport& report,
                    const Selectors& selectors) {
  const std::string& url = passage.report.url;
  if (url.empty()) return {};
  if (selectors.fragment) return url + "#" + selectors.fragment->value;
  return report.page ? text_fragment_link(url, *report.page, passage.bytes) : std::string();
}

BundlePassage describe(const StoredPassage& passage, const ReadReport& report, BundleMode mode) {
  BundlePassage out;
  out.id = passage.id;
  out.permalink = passage.permalink;
  out.report = passage.report.id;
  out.kind = to_string(passage.kind);
  out.language = passage.language;
  out.section = passage.section;
  out.ordinal = passage.ordinal;
  out.text = passage.text;
  out.text_sha256 = sha256_hex(passage.text);
  out.bytes = passage.bytes;
  out.sha256 = sha256_hex(slice(report.said(), passage.bytes));
  if (mode == BundleMode::kExcerpts) {
    std::string name = passage.id;
    out.file = "excerpts/" + name.replace(name.find('#'), 1, "/") + ".txt";
  }
  out.sentences = passage.sentences;
  out.citations = passage.citations;
  out.sources = passage.sources;
  if (!report.document) {
    out.selectors = selectors_of(report.text, passage.bytes);
  } else {
    out.selectors = selectors_of(report.text, *report.document, passage.bytes);
    out.label = passage.origin.label;
    out.anchor = anchor_of(*report.document, passage.bytes);
    out.anchor->decodes =
        mode == BundleMode::kReports && out.anchor->grade == AnchorGrade::kByte &&
        wrong_in_anchor(*out.anchor, passage.bytes, report.bytes.size()).empty() &&
        anchor_decodes(*out.anchor, passage.bytes, report.said(), report.bytes);
  }
  out.link = link_to(passage, report, out.selectors);
  return out;
}

class Maker {
 public:
  Maker(OpenIndex& index, const BundleRequest& request)
      : index_(index), searcher_(index), resolver_(index), request_(request) {}

  // Nothing if a writer changed the index in the meantime.
  std::optional<Bundle> make() {
    set_index();
    if (!request_.query.empty()) set_query();
    std::vector<StoredPassage> passages = find_passages();
    if (index_.info().generation != manifest().index.generation) return std::nullopt;
    for (const StoredPassage& passage : passages) add(passage);
    if (!bundle_.refused.empty()) return std::move(bundle_);
    pack();
    return std::move(bundle_);
  }

 private:
  BundleManifest& manifest() { return bundle_.manifest; }

  void set_index() {
    const IndexInfo info = index_.info();
    manifest().program = request_.program;
    manifest().mode = request_.mode;
    manifest().index = {info.generation, info.reports,    info.passages, info.format_version,
                        info.analyzer,   info.created_by, info.storage};
  }

  void set_query() {
    SearchOptions options;
    options.limit = 1;
    options.detail = Detail::kId;
    options.names = request_.names;
    const SearchResult found = searcher_.search(request_.query, options);
    manifest().query = BundleQuery{valid_text(found.query), found.parsed, found.names,
                                   found.matches, found.matches_exact};
  }

  std::vector<StoredPassage> find_passages() {
    std::map<std::pair<std::string, std::uint32_t>, StoredPassage> found;
    for (const PassageRef& ref : request_.passages) {
      if (auto passage = find(ref)) {
        found.insert_or_assign({passage->report.id, passage->sequence}, std::move(*passage));
      }
    }
    std::vector<StoredPassage> out;
    for (auto& entry : found) out.push_back(std::move(entry.second));
    return out;
  }

  std::optional<StoredPassage> find(const PassageRef& ref) {
    const std::string id = passage_id(ref.report, ref.locator, ref.ordinal);
    if (ref.hash.empty()) {
      auto passage = searcher_.passage(ref);
      if (!passage) bundle_.refused.push_back("the index holds no passage " + id);
      return passage;
    }
    const Resolution found = resolver_.resolve(ref);
    if (found.standing == Standing::kSame) return found.present;
    std::string why = fmt::format("the text cited by {}@{} ", id, ref.hash);
    if (found.standing == Standing::kMoved) {
      why += "is now at " + found.passages.front().permalink + "; give that";
    } else if (found.standing == Standing::kChanged) {
      why += "has changed; 'ibid resolve' shows the text there now";
    } else {
      why += "is gone from the index";
    }
    bundle_.refused.push_back(std::move(why));
    return std::nullopt;
  }

  const ReadReport* read(const ReportInfo& ref) {
    const auto known = reports_.find(ref.id);
    if (known != reports_.end()) return known->second ? &*known->second : nullptr;
    std::optional<ReadReport>& report = reports_[ref.id];
    const std::string update = "; run 'ibid index' and cite what it holds then";
    try {
      std::string bytes = read_file(ref.path);
      if (sha256_hex(bytes) != ref.sha256) {
        bundle_.refused.push_back(
            fmt::format("{} is no longer the file that was indexed{}", ref.path, update));
        return nullptr;
      }
      std::shared_ptr<const ExtractedFile> document;
      if (ref.extraction) {
        document = ref.load_text ? ref.load_text() : nullptr;
        if (!document || sha256_hex(document->text) != ref.extraction->text_sha256) {
          bundle_.refused.push_back(
              fmt::format("the index no longer holds the text of {}{}", ref.path, update));
          return nullptr;
        }
      }
      ReportText text(document ? document->text : bytes, ref.encoding);
      report.emplace(
          ReadReport{std::move(bytes), std::move(document), std::move(text), std::nullopt});
      const bool on_pages = ref.extraction && ref.extraction->grade == AnchorGrade::kPage;
      if (!ref.url.empty() && !on_pages) report->page.emplace(report->said(), ref.encoding);
    } catch (const Error& error) {
      bundle_.refused.push_back(error.what() + update);
      return nullptr;
    }
    BundleReport described = describe(ref, report->bytes.size(), request_.mode);
    // Documents of one file: it is kept once.
    if (ref.extraction && !described.file.empty()) {
      described.file =
          file_of_.try_emplace({ref.sha256, ref.extraction->format}, described.file).first->second;
    }
    manifest().reports.push_back(std::move(described));
    return &*report;
  }

  void add(const StoredPassage& passage) {
    const ReadReport* report = read(passage.report);
    if (report != nullptr) {
      manifest().passages.push_back(describe(passage, *report, request_.mode));
    }
  }

  void pack() {
    std::vector<BundleFile> files = {
        {kManifestName, ""}, {kSumsName, ""}, {kPageName, bundle_page(manifest())}};
    std::set<std::string> packed;
    for (const BundleReport& report : manifest().reports) {
      if (report.file.empty()) continue;
      const ReadReport& read = *reports_[report.info.id];
      if (packed.insert(report.file).second) files.push_back({report.file, read.bytes});
      if (!report.text_file.empty()) files.push_back({report.text_file, read.said()});
    }
    for (const BundlePassage& passage : manifest().passages) {
      if (passage.file.empty()) continue;
      const std::string& whole = reports_[passage.report]->said();
      files.push_back({passage.file, std::string(slice(whole, passage.bytes))});
    }
    for (std::size_t i = 2; i < files.size(); ++i) {
      manifest().files.push_back(
          {files[i].name, sha256_hex(files[i].bytes), files[i].bytes.size()});
    }
    files[0].bytes = manifest_text(manifest());
    files[1].bytes = sums_text(manifest(), files[0].bytes);
    bundle_.bytes = write_bundle_archive(files);
    prove();
  }

  // A bundle filed today may be needed in years, so it must pass its check from the start.
  void prove() const {
    const BundleCheck check = check_bundle(bundle_.bytes, request_.program);
    if (check.problems.empty()) return;
    const BundleProblem& first = check.problems.front();
    throw Error(ErrorKind::kInput, fmt::format("the bundle would not pass its own check: {}: {}",
                                               first.where, first.message));
  }

  OpenIndex& index_;
  Searcher searcher_;
  PermalinkResolver resolver_;
  const BundleRequest& request_;
  std::map<std::string, std::optional<ReadReport>> reports_;
  // Of extracted reports, by the SHA-256 of the file.
  std::map<std::pair<std::string, FileFormat>, std::string> file_of_;
  Bundle bundle_;
};

}  // namespace

Bundle make_bundle(OpenIndex& index, const BundleRequest& request) {
  if (index.is_on_nodes()) {
    throw Error(ErrorKind::kUsage,
                "a bundle contains the file of a report; make it on the node that has it");
  }
  constexpr int kTries = 5;
  for (int i = 0; i < kTries; ++i) {
    if (auto bundle = Maker(index, request).make()) return std::move(*bundle);
  }
  throw Error(ErrorKind::kIndex,
              "a writer changes the index faster than a bundle can be made; try again later");
}

}  // namespace ibid
