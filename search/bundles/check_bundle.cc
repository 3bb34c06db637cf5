// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/check_bundle.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle_page.h"
#include "search/bundles/check_bundle_passage.h"
#include "search/bundles/count_occurrences.h"
#include "search/bundles/reread_bundle.h"

namespace ibid {
namespace {

// Passages are apart from each other, and so are their citations: the passages of a bundle that
// ibid made have fewer bytes than the bundle, and their citations fewer than they.
constexpr std::uint64_t kMostReadings = 4;

ByteRange range_of(const BundleEntry& entry) {
  return {entry.offset, entry.offset + entry.bytes.size()};
}

class Checker {
 public:
  Checker(std::string_view bundle, std::string_view program, const ReadDocuments& read)
      : program_(program), read_(read) {
    archive_ = read_bundle_archive(bundle);
    out_.size = bundle.size();
    out_.files = archive_.entries.size();
    out_.seal = archive_.seal;
    out_.problems = archive_.problems;
    bytes_left_ = kMostReadings * bundle.size();
  }

  BundleCheck run() {
    for (const BundleEntry& entry : archive_.entries) entries_.emplace(entry.name, &entry);
    if (read_manifest()) {
      check_sums();
      check_files();
      if (out_.manifest.program == program_) check_page();
      check_reports();
      for (const BundlePassage& passage : out_.manifest.passages) check_passage(passage);
      for (const auto& report : reports_) check_quotations(report.second);
      if (read_ && out_.manifest.mode == BundleMode::kReports) read_again();
    }
    return std::move(out_);
  }

 private:
  struct Quoted {
    std::size_t passage = 0;  // in the manifest
    ByteRange bytes;          // of the bundle
  };
  struct Source {
    const BundleReport* report = nullptr;
    const BundleEntry* file = nullptr;   // as it was indexed
    const BundleEntry* entry = nullptr;  // what passages are ranges of: that, or the extracted text
    std::optional<ReportText> text;      // of `entry`
    bool whole = false;
    Encoding encoding = Encoding::kUtf8;
    std::vector<Quoted> quoted;  // passages that nothing is wrong with so far
  };

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
  // The SHA-256 of the entry's bytes, which many members of a manifest may name.
  const std::string& sum_of(const BundleEntry& entry) {
    std::string& sum = sums_[&entry];
    if (sum.empty()) sum = sha256_hex(entry.bytes);
    return sum;
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
    const std::set<std::string_view> named(expected.begin(), expected.end());
    for (std::size_t i = 0; i < archive_.entries.size(); ++i) {
      const BundleEntry& entry = archive_.entries[i];
      if (i < expected.size() && entry.name == expected[i]) continue;
      problem(std::string(entry.name), range_of(entry),
              named.contains(entry.name) ? "it is not at the position the manifest gives"
                                         : "the manifest does not name it");
    }
    for (const BundledFile& file : files) {
      const BundleEntry* entry = find(file.name);
      if (entry == nullptr) {
        missing(file.name);
      } else if (const std::string& sum = sum_of(*entry); sum != file.sha256) {
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
      source.report = &report;
      source.encoding = report.info.encoding;
      if (!reports_.emplace(report.info.id, std::move(source)).second) {
        problem(kManifestName, range_of(*manifest_entry_), "it has two reports " + report.info.id);
      }
      if (out_.manifest.mode == BundleMode::kReports) check_report(report);
    }
  }

  void check_report(const BundleReport& report) {
    const BundleEntry* file = find(report.file);
    if (file == nullptr) return missing(report.file);
    // Documents of one file share it. It is read for its hash only, and that once.
    const bool extracted = report.info.extraction != nullptr;
    if (!extracted && !take(*file, report.file)) return;
    Source& source = reports_[report.info.id];
    source.file = file;
    source.whole = sum_of(*file) == report.info.sha256;
    if (!source.whole || file->bytes.size() != report.size) {
      problem(report.file, range_of(*file),
              "it is not the file that was indexed: that had the SHA-256 " + report.info.sha256);
    }
    source.entry = extracted ? extracted_text(report, source) : file;
    if (source.entry == nullptr) return;
    try {
      source.text.emplace(source.entry->bytes, report.info.encoding);
    } catch (const Error& error) {
      problem(std::string(source.entry->name), range_of(*source.entry), error.what());
    }
  }

  bool take(const BundleEntry& entry, const std::string& name) {
    if (taken_.insert(&entry).second) return true;
    problem(name, range_of(entry), "it is the file of several reports");
    return false;
  }

  const BundleEntry* extracted_text(const BundleReport& report, Source& source) {
    const BundleEntry* entry = find(report.text_file);
    if (entry == nullptr) {
      missing(report.text_file);
      return nullptr;
    }
    if (!take(*entry, report.text_file)) return nullptr;
    const std::string& sum = sum_of(*entry);
    if (sum != report.info.extraction->text_sha256) {
      source.whole = false;
      problem(report.text_file, range_of(*entry),
              "it is not the text that was indexed: that had the SHA-256 " +
                  report.info.extraction->text_sha256);
    }
    return entry;
  }

  void check_passage(const BundlePassage& passage) {
    const std::size_t before = out_.problems.size();
    const auto found = reports_.find(passage.report);
    Source* source = found == reports_.end() ? nullptr : &found->second;
    ByteRange about = range_of(*manifest_entry_);
    std::vector<std::string> wrong = wrong_in_manifest(passage);
    bool whole = false;
    if (source == nullptr) {
      wrong.push_back("the manifest has no report " + passage.report);
    } else if (!is_of_kind(passage, *source->report)) {
      wrong.emplace_back("it is not a passage of a report of that format");
    } else if (out_.manifest.mode == BundleMode::kExcerpts) {
      whole = check_excerpt(passage, *source, about, wrong);
    } else if (source->entry != nullptr && source->text) {
      whole = check_in_report(passage, *source, about, wrong);
    }
    for (const std::string& message : wrong) problem(passage.permalink, about, message);
    CheckedPassage checked{passage.permalink, whole && out_.problems.size() == before};
    if (passage.anchor) {
      checked.extraction_proven =
          checked.proven && passage.anchor->decodes && out_.manifest.mode == BundleMode::kReports;
    }
    if (checked.proven && source->text) {
      source->quoted.push_back({out_.passages.size(), about});
    }
    out_.passages.push_back(std::move(checked));
  }

  static bool is_of_kind(const BundlePassage& passage, const BundleReport& report) {
    const auto& extraction = report.info.extraction;
    if (!extraction) return !passage.anchor;
    return passage.anchor && passage.anchor->grade == extraction->grade;
  }

  // Returns false if its file is not there.
  bool check_excerpt(const BundlePassage& passage, const Source& source, ByteRange& about,
                     std::vector<std::string>& wrong) {
    const BundleEntry* entry = find(passage.file);
    if (entry == nullptr) {
      missing(passage.file);
      return false;
    }
    about = range_of(*entry);
    if (passage.anchor) {
      const std::string why = wrong_in_anchor(*passage.anchor, passage.bytes, source.report->size);
      if (!why.empty()) wrong.push_back(why);
    }
    if (may_read(passage, *entry, wrong)) {
      append(wrong, wrong_in_excerpt(passage, entry->bytes, source.encoding));
    }
    return true;
  }

  // Returns false if its report is not the one that was indexed.
  bool check_in_report(const BundlePassage& passage, const Source& source, ByteRange& about,
                       std::vector<std::string>& wrong) {
    const BundleEntry& entry = *source.entry;
    about = {std::min(entry.offset + passage.bytes.begin, range_of(entry).end),
             std::min(entry.offset + passage.bytes.end, range_of(entry).end)};
    if (may_read(passage, entry, wrong)) {
      append(wrong, wrong_in_report(passage, entry.bytes, *source.text, source.encoding));
      if (passage.anchor) {
        append(wrong, wrong_in_source(passage, entry.bytes, source.file->bytes));
      }
    }
    return source.whole;
  }

  // Whether the passage is checked: what all of them read together has a limit.
  bool may_read(const BundlePassage& passage, const BundleEntry& entry,
                std::vector<std::string>& wrong) {
    std::uint64_t bytes = bytes_to_read(passage, entry.bytes.size());
    if (passage.anchor) bytes += anchor_bytes(*passage.anchor, out_.size);
    if (bytes > bytes_left_) {
      wrong.emplace_back("it is not checked: the ranges of the manifest overlap too often");
      return false;
    }
    bytes_left_ -= bytes;
    return true;
  }

  // The last check of a report's passages, for those that nothing else is wrong with.
  void check_quotations(const Source& source) {
    std::vector<std::string_view> quotations;
    for (const Quoted& quoted : source.quoted) {
      quotations.push_back(quotation_in(out_.manifest.passages[quoted.passage], *source.text));
    }
    if (quotations.empty()) return;
    const std::vector<Occurrences> counts = count_occurrences(source.text->text(), quotations);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == Occurrences::kOne) continue;
      CheckedPassage& passage = out_.passages[source.quoted[i].passage];
      passage.proven = false;
      if (passage.extraction_proven) passage.extraction_proven = false;
      problem(passage.permalink, source.quoted[i].bytes,
              "its TextQuoteSelector leads to several places");
    }
  }

  // Each file once: the documents of a file are reports that share it.
  void read_again() {
    out_.reread = true;
    std::map<std::pair<const BundleEntry*, FileFormat>, std::vector<Source*>> of_file;
    for (auto& [id, source] : reports_) {
      if (!source.report->info.extraction || !source.whole || !source.text) continue;
      of_file[{source.file, source.report->info.extraction->format}].push_back(&source);
    }
    for (const auto& [file, sources] : of_file) {
      const RereadFile reread(read_, file.first->bytes, *sources.front()->report);
      for (const Source* source : sources) compare(reread, *source);
    }
  }

  void compare(const RereadFile& reread, const Source& source) {
    const BundleReport& report = *source.report;
    const std::string why = reread.wrong_with(report);
    if (!why.empty()) problem(report.file, range_of(*source.file), why);
    for (const Quoted& quoted : source.quoted) {
      CheckedPassage& checked = out_.passages[quoted.passage];
      const BundlePassage& passage = out_.manifest.passages[quoted.passage];
      const std::string wrong = why.empty() ? reread.wrong_with(report, passage) : why;
      if (why.empty() && !wrong.empty()) problem(passage.permalink, quoted.bytes, wrong);
      checked.extraction_proven = wrong.empty() && checked.proven;
    }
  }

  static void append(std::vector<std::string>& out, const std::vector<std::string>& more) {
    out.insert(out.end(), more.begin(), more.end());
  }

  std::string_view program_;
  const ReadDocuments& read_;
  BundleArchive archive_;
  std::map<std::string_view, const BundleEntry*> entries_;
  const BundleEntry* manifest_entry_ = nullptr;
  std::map<const BundleEntry*, std::string> sums_;  // of files that were hashed
  std::set<const BundleEntry*> taken_;              // files of reports
  std::map<std::string, Source> reports_;
  std::uint64_t bytes_left_ = 0;  // that the checks of passages may still read
  BundleCheck out_;
};

}  // namespace

BundleCheck check_bundle(std::string_view bundle, std::string_view program,
                         const ReadDocuments& read) {
  return Checker(bundle, program, read).run();
}

}  // namespace ibid
