// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/copy_index.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/glass/version_file.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"
#include "indexer/system/copy_file.h"
#include "indexer/system/durable_files.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

constexpr char kCopiedAliases[] = "aliases.tmp";  // in the folder of the build

// A state is known by these; each commit and each build replaces one of them.
struct Source {
  Manifest manifest;
  std::string database, version_file;
};

bool is_in(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

void refuse_nested(const std::string& from, const std::string& to) {
  const fs::path source = fs::weakly_canonical(from), copy = fs::weakly_canonical(to);
  if (!is_in(source, copy) && !is_in(copy, source)) return;
  throw Error(ErrorKind::kUsage, "cannot copy the index in " + from + " to " + to +
                                     ": one is in the other; name another folder");
}

class Copy {
 public:
  Copy(const CopyOptions& options, const std::function<bool()>& go_on)
      : options_(options), go_on_(go_on), from_(options.from), to_(options.to) {}

  CopySummary run() {
    refuse_nested(options_.from, options_.to);
    from_.usable_manifest();
    refuse_foreign();  // before a lock is made there
    const CopyLock reading(options_.from, options_.lock_timeout_ms);
    const WriterLock writing(options_.to, options_.lock_timeout_ms);
    // Without a lock of the source, a writer may come between.
    constexpr int kTries = 5;
    for (int left = kTries;; --left) {
      const Source source = take_source();
      try {
        if (copy(source)) return summary_;
      } catch (const Error&) {
        if (is_live(source) || left == 1) throw;
      }
      if (left == 1) {
        throw Error(ErrorKind::kIndex, "cannot copy the index in " + options_.from +
                                           ": a writer changes it faster than it can be copied; "
                                           "try again later");
      }
    }
  }

 private:
  void refuse_foreign() const {
    try {
      to_.refuse_foreign();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kIndex) throw;
      throw Error(ErrorKind::kUsage, "cannot copy the index in " + options_.from + " to " +
                                         options_.to +
                                         ": it is a file, or contains other files but no ibid "
                                         "index; name an empty or new folder");
    }
  }

  Source take_source() const {
    const Manifest manifest = from_.usable_manifest();
    const std::string database = from_.database(manifest.build);
    return {manifest, database, glass::read_version_file(database)};
  }

  bool is_live(const Source& source) const {
    return from_.usable_manifest().build == source.manifest.build &&
           glass::read_version_file(source.database) == source.version_file;
  }

  // False: the source has changed meanwhile.
  bool copy(const Source& source) {
    expect_one_state(options_.from, source.database);
    summary_ = CopySummary();
    const std::optional<std::uint64_t> live = refuse_other(source);
    count(source.database);
    if (live && is_copy(source, to_.database(*live))) {
      summary_.up_to_date = true;
      copy_aliases(to_.database(*live));
      return is_live(source);
    }
    Manifest made = source.manifest;
    made.build = to_.highest_build() + 1;
    const std::string folder = to_.finished(made.build);
    to_.remove_leftovers(live, folder);
    copy_files(source.database, folder);
    if (summary_.interrupted) return true;
    if (!is_live(source)) return false;
    check(folder);
    seal_state(folder);
    sync_folder(folder);
    to_.publish(made);
    move_aliases(to_.database(made.build));
    to_.remove_leftovers(made.build);
    return true;
  }

  // Returns the live build of the older copy, or 0 for none, or nothing if it is unknown.
  std::optional<std::uint64_t> refuse_other(const Source& source) const {
    try {
      const std::optional<Manifest> there = to_.manifest();
      if (!there) return 0;
      expect_same_reports(source.database, to_.database(to_.usable_manifest().build));
      return there->build;
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kUsage || error.kind() == ErrorKind::kSystem) throw;
      return std::nullopt;  // damaged, or of another version: nothing is lost
    }
  }

  void expect_same_reports(const std::string& source, const std::string& there) const {
    expect_one_state(options_.to, there);
    translating_xapian_errors("cannot read the index in " + options_.to, [&] {
      const Xapian::Database ours(source), theirs(there);
      const std::vector<std::string> all = stored_report_ids(ours), old = stored_report_ids(theirs);
      const bool shared = std::any_of(old.begin(), old.end(), [&](const std::string& id) {
        return std::binary_search(all.begin(), all.end(), id);
      });
      const std::uint64_t generation = stored_generation(theirs);
      std::string why;
      if (!old.empty() && !shared) why = "holds other reports";
      if (generation > stored_generation(ours)) {
        why = "is newer (generation " + std::to_string(generation) + ", and here " +
              std::to_string(stored_generation(ours)) + ")";
      }
      if (why.empty()) return;
      throw Error(ErrorKind::kUsage, "cannot copy the index in " + options_.from + " to " +
                                         options_.to + ": the index there " + why +
                                         ", so it is no older copy; name an empty or new folder");
    });
  }

  bool is_copy(const Source& source, const std::string& database) const {
    return glass::read_version_file(database) == source.version_file &&
           check_block_sums(database).empty() && have_sound_places(database);
  }

  static bool have_sound_places(const std::string& database) {
    return translating_xapian_errors("cannot read the copy", [&] {
      return open_places(Xapian::Database(database), database)->intact();
    });
  }

  void count(const std::string& database) {
    translating_xapian_errors("cannot read the index in " + options_.from, [&] {
      const Xapian::Database opened(database);
      summary_.generation = stored_generation(opened);
      summary_.reports = stored_report_count(opened);
      summary_.passages = passage_count(opened);
    });
  }

  void copy_files(const std::string& database, const std::string& folder) {
    const std::vector<std::string> names = files_of(database);
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) fail_system("cannot make the folder " + folder, error.value());
    remove_others(folder, names);
    for (const std::string& name : names) {
      const CopyOutcome outcome = copy_durably(database + "/" + name, folder + "/" + name, go_on_);
      summary_.interrupted = outcome == CopyOutcome::kStopped;
      if (summary_.interrupted) return;
      ++summary_.files;
      if (outcome == CopyOutcome::kThereBefore) ++summary_.files_there;
      summary_.bytes += fs::file_size(folder + "/" + name);
    }
    copy_aliases(folder);
  }

  static std::vector<std::string> files_of(const std::string& database) {
    std::vector<std::string> names;
    const auto add = [&](const char* name) {
      std::error_code error;
      if (fs::exists(database + "/" + name, error)) names.emplace_back(name);
      if (error) fail_system("cannot read " + database, error.value());
    };
    for (const char* table : glass::kTableFiles) add(table);
    for (const char* other : {schema::kPlacesFile, schema::kSumsFile, glass::kVersionFile}) {
      add(other);
    }
    return names;
  }

  // Of a copy of an earlier state that was interrupted.
  static void remove_others(const std::string& folder, const std::vector<std::string>& names) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (std::find(names.begin(), names.end(), name) == names.end()) fs::remove(entry.path());
    }
  }

  void check(const std::string& folder) const {
    std::vector<std::string> findings = check_block_sums(folder);
    if (findings.empty() && !have_sound_places(folder)) {
      findings.emplace_back("the word positions are damaged");
    }
    if (findings.empty()) return;
    throw Error(ErrorKind::kIndex, "cannot copy the index in " + options_.from +
                                       ": the copy is not whole: " + findings[0] +
                                       "; see `ibid info --check`");
  }

  void copy_aliases(const std::string& folder) const {
    const auto aliases = read_if_there(from_.alias_file());
    const std::string unfinished = folder + "/" + kCopiedAliases;
    if (aliases && aliases != read_if_there(to_.alias_file())) write_durably(unfinished, *aliases);
    if (summary_.up_to_date) move_aliases(folder);
  }

  // Once there is an index: other files alone make a folder a foreign one.
  void move_aliases(const std::string& folder) const {
    const std::string copied = folder + "/" + kCopiedAliases;
    if (!fs::exists(copied)) return;
    rename_or_throw(copied, to_.alias_file());
    sync_folder(options_.to);
  }

  const CopyOptions& options_;
  const std::function<bool()>& go_on_;
  IndexDir from_, to_;
  CopySummary summary_;
};

}  // namespace

CopySummary copy_index(const CopyOptions& options, const std::function<bool()>& go_on) {
  return Copy(options, go_on).run();
}

}  // namespace ibid
