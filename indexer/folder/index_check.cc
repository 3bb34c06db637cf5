// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "corpus/report/passage_id.h"
#include "indexer/analysis/term.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/glass/version_file.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::size_t kMostFindings = 100;  // a broken index breaks everywhere the same way

class Check {
 public:
  explicit Check(const std::string& index_dir) : dir_(index_dir) {}

  std::vector<std::string> run() {
    // Changes by a writer during the check look like damage: such findings do not count.
    constexpr int kTries = 5;
    for (int left = kTries;; --left) {
      const Manifest manifest = dir_.usable_manifest();
      const std::string before = version_bytes(manifest);
      check(dir_.database(manifest.build));
      if (findings_.empty() || left == 1) return std::move(findings_);
      if (version_bytes(dir_.usable_manifest()) == before) return std::move(findings_);
      findings_.clear();
      passages_expected_ = 0;
    }
  }

 private:
  // Xapian replaces the file with each commit.
  std::string version_bytes(const Manifest& manifest) const {
    const std::string path = dir_.database(manifest.build);
    return path + glass::read_version_file(path);
  }

  void check(const std::string& path) {
    for (std::string& finding : check_block_sums(path)) find(std::move(finding));
    // Xapian 1.4's check reads past the end of some damaged blocks: it must not see one.
    if (findings_.empty()) guarded("the database cannot be opened", [&] { check_tables(path); });
    if (findings_.empty()) {
      guarded("the database cannot be read", [&] {
        const Xapian::Database database(path);
        check_positions(database, path);
        check_reports(database);
        check_passages(database);
      });
    }
  }

  template <class Action>
  void guarded(const std::string& what, Action&& action) {
    try {
      action();
    } catch (const Xapian::Error& error) {
      if (may_pass(error)) refuse(error);
      find(what + ": " + error.get_msg());
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kSystem) throw;
      find(what + ": " + error.what());
    }
  }

  // Xapian opens tables for writing to check them, and writes nothing.
  [[noreturn]] void refuse(const Xapian::Error& error) const {
    throw Error(ErrorKind::kSystem, "cannot check the index in " + dir_.path() + ": " +
                                        error.get_msg() + " (" + error.get_error_string() +
                                        "); check it as its owner, or a copy of it");
  }

  void find(std::string finding) {
    if (findings_.size() < kMostFindings) findings_.push_back(std::move(finding));
  }

  void check_tables(const std::string& path) {
    std::ostringstream output;
    const std::size_t errors = Xapian::Database::check(path, 0, &output);
    if (errors == 0) return;
    find("xapian found " + std::to_string(errors) + " errors in " + path + "; run `xapian-check " +
         path + "` for each");
  }

  void check_positions(const Xapian::Database& database, const std::string& path) {
    guarded("the word positions cannot be read", [&] {
      if (!open_places(database, path)->intact()) find("the word positions are damaged");
    });
  }

  void check_reports(const Xapian::Database& database) {
    const std::vector<std::string> ids = stored_report_ids(database);
    if (ids.size() != stored_report_count(database)) {
      find("the index should have " + std::to_string(stored_report_count(database)) +
           " reports and has " + std::to_string(ids.size()));
    }
    for (const std::string& id : ids) {
      guarded("report " + id, [&] {
        const auto record = stored_report(database, id);
        if (!record) return find("report " + id + " has a file record but no report record");
        const auto in_index = database.get_termfreq(value_term(schema::kReportId, id));
        if (in_index != record->passage_count) {
          find("report " + id + " should have " + std::to_string(record->passage_count) +
               " passages and has " + std::to_string(in_index));
        }
        passages_expected_ += record->passage_count;
      });
    }
    if (passages_expected_ != passage_count(database)) {
      find("the reports have " + std::to_string(passages_expected_) +
           " passages together, the index " + std::to_string(passage_count(database)));
    }
  }

  void check_passages(const Xapian::Database& database) {
    const DeletedDocuments deleted(database);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (deleted.next(*it) == *it) continue;
      guarded("document " + std::to_string(*it), [&] {
        const PassageRecord record = decode_passage(database.get_document(*it).get_data());
        const std::string term = value_term(schema::kPassageId, record.passage.id);
        auto own_terms = database.termlist_begin(*it);
        own_terms.skip_to(term);
        if (own_terms == database.termlist_end(*it) || *own_terms != term) {
          find("passage " + record.passage.id + " has no list of its terms");
        }
        const auto found = database.postlist_begin(term);
        if (found == database.postlist_end(term) || *found != *it) {
          find("passage " + record.passage.id + " is not found by its id");
        }
        if (database.get_termfreq(term) > 1) {
          find("several passages have the id " + record.passage.id);
        }
      });
    }
  }

  IndexDir dir_;
  std::uint64_t passages_expected_ = 0;
  std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> check_index(const std::string& index_dir) {
  return Check(index_dir).run();
}

void note_whole_copy(const std::string& index_dir) {
  try {
    const IndexDir dir(index_dir);
    if (is_sealed(dir.database(dir.usable_manifest().build))) return;
    const WriterLock lock(index_dir, 0);
    const std::string database = dir.database(dir.usable_manifest().build);
    expect_one_state(index_dir, database);
    seal_state(database);
  } catch (const Error&) {
    // It is as whole as before.
  }
}

}  // namespace ibid
