// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an evidence bundle says about itself: manifest.json, which bundle_manifest.cc both writes
// and reads. The format is in docs/bundle.md: change both together. Contains no time and no path of
// a machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"
#include "corpus/report/report.h"
#include "search/bundles/bundle_anchor.h"
#include "search/passages/hit.h"
#include "search/passages/selectors.h"

namespace ibid {

// A bundle without any extracted report is of the first version, to the byte as ever.
inline constexpr int kBundleSchemaVersion = 1;
inline constexpr int kExtractedBundleSchemaVersion = 2;
inline constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{64} << 20;

inline constexpr char kManifestName[] = "manifest.json";
inline constexpr char kPageName[] = "index.html";
inline constexpr char kSumsName[] = "SHA256SUMS";

enum class BundleMode : std::uint8_t {
  kReports,   // the whole files of the reports
  kExcerpts,  // the passages' bytes only
};
const char* to_string(BundleMode mode);  // "reports", "excerpts"

struct BundleQuery {
  std::string text;               // as typed
  std::string parsed;             // as understood
  std::vector<AliasMatch> names;  // aliases that were searched for too
  std::uint64_t matches = 0;
  bool matches_exact = true;
  bool operator==(const BundleQuery&) const = default;
};

struct BundleIndex {
  std::uint64_t generation = 0, reports = 0, passages = 0, format_version = 0;
  std::string analyzer, created_by, storage;
};

struct BundleReport {
  ReportInfo info;        // without its path; of its extraction without the parts
  std::string file_name;  // the last part of the path; bytes that are not UTF-8 as U+FFFD
  std::uint64_t size = 0;
  std::string file;       // in the bundle; empty with kExcerpts. Documents of one file share it.
  std::string text_file;  // likewise, of a report with an extraction: its text
};

struct BundlePassage {
  std::string id, permalink, report;  // report: its id
  std::string kind, language;
  std::vector<SectionTitle> section;
  std::uint32_t ordinal = 1;
  std::string text, text_sha256;
  ByteRange bytes;                   // of the report's file; with an anchor, of its extracted text
  std::string sha256;                // of them
  std::string file;                  // in the bundle, with only them; empty with kReports
  std::vector<ByteRange> sentences;  // of text
  std::vector<Citation> citations;
  std::vector<NamedSource> sources;  // as StoredPassage::sources
  Selectors selectors;
  std::string link;  // the report's URL with a text fragment; empty if it has none
  std::optional<BundleAnchor> anchor;  // of a report with an extraction
  std::string label;                   // likewise, as PassageOrigin::label
};

struct BundledFile {
  std::string name, sha256;
  std::uint64_t size = 0;
};

struct BundleManifest {
  std::string program;  // "ibid 0.1.0"
  BundleMode mode = BundleMode::kReports;
  std::optional<BundleQuery> query;
  BundleIndex index;
  std::vector<BundleReport> reports;    // by id
  std::vector<BundlePassage> passages;  // by report, then in file order
  std::vector<BundledFile> files;       // all but manifest and sums, in the order of the archive
};

// Thrown for a bundle made by a newer program.
class NewerBundle : public Error {
 public:
  using Error::Error;
};

std::string manifest_text(const BundleManifest& manifest);

// Throws Error{kInput} if it is not JSON or a member is missing or of another type (naming it), and
// NewerBundle for the schema version of a newer program.
BundleManifest parse_manifest(std::string_view text);

// A line of SHA256SUMS for each of the manifest's files and the manifest, as sha256sum writes it.
std::string sums_text(const BundleManifest& manifest, std::string_view manifest_bytes);

}  // namespace ibid
