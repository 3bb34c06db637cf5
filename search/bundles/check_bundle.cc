// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/check_bundle.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle_page.h"
#include "search/bundles/check_bundle_passage.h"

namespace ibid {
namespace {

ByteRange range_of(const BundleEntry& entry) {
  return {entry.offset, entry.offset + entry.bytes.size()};
}

class Checker {
 public:
  Checker(std::string_view bundle, std::string_view program) : program_(program) {
    archive_ = read_bundle_archive(bundle);
    out_.size = bundle.size();
    out_.files = archive_.entries.size();
    out_.seal = archive_.seal;
    out_.problems = archive_.problems;
  }

  BundleCheck run() {
    for (const BundleEntry& entry : archive_.entries) entries_.emplace(entry.name, &entry);
    if (read_manifest()) {
      check_sums();
      check_files();
      if (out_.manifest.program == program_) check_page();
      check_reports();
      for (const BundlePassage& passage : out_.manifest.passages) check_passage(passage);
    }
    return std::move(out_);
  }

 private:
  const BundleEntry* find(std::string_view name) const {
    const auto it = entries_.find(name);
    return it == entries_.end() ? nullptr : it->second;
  }
  void problem(const std::string& where, ByteRange bytes, const std::string& message) {
    out_.problems.push_back({where, bytes, message});
  }
  void missing(const std::string& name) {
    problem(name, {0, out_.size}, "it is not in the bundle");
  }

  bool read_manifest() {
    manifest_entry_ = find(kManifestName);
    if (manifest_entry_ == nullptr) {
      missing(kManifestName);
      return false;
    }
    if (manifest_entry_->bytes.size() > kMaxManifestBytes) {
      throw Error(ErrorKind::kInput,
                  fmt::format("its manifest is larger than {} bytes", kMaxManifestBytes));
    }
    try {
      out_.manifest = parse_manifest(manifest_entry_->bytes);
      return true;
    } catch (const NewerBundle&) {
      // A changed digit is not a newer version.
      if (out_.problems.empty() && sums_name_manifest()) throw;
      problem(kManifestName, range_of(*manifest_entry_), "its schema version was changed");
    } catch (const Error& error) {
      problem(kManifestName, range_of(*manifest_entry_), error.what());
    }
    return false;
  }

  bool sums_name_manifest() const {
    const BundleEntry* sums = find(kSumsName);
    return sums != nullptr && sums->bytes.starts_with(sha256_hex(manifest_entry_->bytes));
  }

  void check_sums() {
    const BundleEntry* sums = find(kSumsName);
    if (sums == nullptr) return missing(kSumsName);
    const std::string expected = sums_text(out_.manifest, manifest_entry_->bytes);
    if (sums->bytes == expected) return;
    if (!sums_name_manifest()) {
      problem(kManifestName, range_of(*manifest_entry_),
              fmt::format("its SHA-256 is {}, not the one in {}",
                          sha256_hex(manifest_entry_->bytes), kSumsName));
    }
    const auto [at, other] =
        std::mismatch(sums->bytes.begin(), sums->bytes.end(), expected.begin(), expected.end());
    const auto same = static_cast<std::uint64_t>(at - sums->bytes.begin());
    problem(kSumsName, {sums->offset + same, range_of(*sums).end},
            "from there on it is not what the manifest says");
  }

  void check_files() {
    const std::vector<BundledFile>& files = out_.manifest.files;
    std::vector<std::string_view> expected = {kManifestName, kSumsName};
    for (const BundledFile& file : files) expected.emplace_back(file.name);
    for (std::size_t i = 0; i < archive_.entries.size(); ++i) {
      const BundleEntry& entry = archive_.entries[i];
      if (i < expected.size() && entry.name == expected[i]) continue;
      problem(std::string(entry.name), range_of(entry),
              std::count(expected.begin(), expected.end(), entry.name) > 0
                  ? "it is not at the position the manifest gives"
                  : "the manifest does not name it");
    }
    for (const BundledFile& file : files) {
      const BundleEntry* entry = find(file.name);
      if (entry == nullptr) {
        missing(file.name);
      } else if (const std::string sum = sha256_hex(entry->bytes); sum != file.sha256) {
        problem(file.name, range_of(*entry),
                fmt::format("its SHA-256 is {}, not {}", sum, file.sha256));
      } else if (entry->bytes.size() != file.size) {
        problem(file.name, range_of(*entry),
                fmt::format("it has {} bytes, not {}", entry->bytes.size(), file.size));
      }
    }
  }

  void check_page() {
    const std::size_t before = out_.problems.size();
    if (manifest_entry_->bytes != manifest_text(out_.manifest)) {
      problem(kManifestName, range_of(*manifest_entry_),
              "it is not what " + out_.manifest.program + " writes");
    }
    const BundleEntry* page = find(kPageName);
    if (page != nullptr && page->bytes != bundle_page(out_.manifest)) {
      problem(kPageName, range_of(*page), "it does not show what the manifest says");
    }
    out_.page_proven = page != nullptr && out_.problems.size() == before;
  }

  void check_reports() {
    for (const BundleReport& report : out_.manifest.reports) {
      Source source;
      source.encoding = report.info.encoding;
      if (!reports_.emplace(report.info.id, std::move(source)).second) {
        problem(kManifestName, range_of(*manifest_entry_), "it has two reports " + report.info.id);
      }
      if (out_.manifest.mode == BundleMode::kReports) check_report(report);
    }
  }

  void check_report(const BundleReport& report) {
    const BundleEntry* entry = find(report.file);
    if (entry == nullptr) return missing(report.file);
    Source& source = reports_[report.info.id];
    source.entry = entry;
    source.whole = sha256_hex(entry->bytes) == report.info.sha256;
    if (!source.whole || entry->bytes.size() != report.size) {
      problem(report.file, range_of(*entry),
              "it is not the file that was indexed: that had the SHA-256 " + report.info.sha256);
    }
    try {
      source.text.emplace(entry->bytes, report.info.encoding);
    } catch (const Error& error) {
      problem(report.file, range_of(*entry), error.what());
    }
  }

  void check_passage(const BundlePassage& passage) {
    const std::size_t before = out_.problems.size();
    const auto report = reports_.find(passage.report);
    bool whole = report != reports_.end();
    ByteRange about = range_of(*manifest_entry_);
    std::vector<std::string> wrong = wrong_in_manifest(passage);
    if (report == reports_.end()) {
      wrong.push_back("the manifest has no report " + passage.report);
    } else if (out_.manifest.mode == BundleMode::kExcerpts) {
      const BundleEntry* entry = find(passage.file);
      whole = entry != nullptr;
      if (entry == nullptr) {
        missing(passage.file);
      } else {
        about = range_of(*entry);
        append(wrong, wrong_in_excerpt(passage, entry->bytes, report->second.encoding));
      }
    } else if (report->second.entry != nullptr && report->second.text) {
      const BundleEntry& entry = *report->second.entry;
      whole = report->second.whole;
      about = {std::min(entry.offset + passage.bytes.begin, range_of(entry).end),
               std::min(entry.offset + passage.bytes.end, range_of(entry).end)};
      append(wrong,
             wrong_in_report(passage, entry.bytes, *report->second.text, report->second.encoding));
    } else {
      whole = false;
    }
    for (const std::string& message : wrong) problem(passage.permalink, about, message);
    out_.passages.push_back({passage.permalink, whole && out_.problems.size() == before});
  }

  static void append(std::vector<std::string>& out, const std::vector<std::string>& more) {
    out.insert(out.end(), more.begin(), more.end());
  }

  struct Source {
    const BundleEntry* entry = nullptr;
    std::optional<ReportText> text;
    bool whole = false;
    Encoding encoding = Encoding::kUtf8;
  };

  std::string_view program_;
  BundleArchive archive_;
  std::map<std::string_view, const BundleEntry*> entries_;
  const BundleEntry* manifest_entry_ = nullptr;
  std::map<std::string, Source> reports_;
  BundleCheck out_;
};

}  // namespace

BundleCheck check_bundle(std::string_view bundle, std::string_view program) {
  return Checker(bundle, program).run();
}

}  // namespace ibid
