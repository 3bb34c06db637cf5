// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/one_state.h"

#include <sys/stat.h>

#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/sums_file.h"
#include "indexer/glass/version_file.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

// A table of fewer blocks is always read as a whole.
constexpr std::uint64_t kFewBlocks = 256;

// What a state is known by. Both files are replaced, one after the other.
struct Known {
  std::string version_file;
  VersionSum version;
  std::optional<SumsSeal> seal;   // none: by ibid 0.1
  std::optional<BlockSums> sums;  // not read if the seal does
};

class OneState {
 public:
  OneState(const std::string& index_dir, const std::string& database_dir)
      : index_dir_(index_dir), dir_(database_dir) {}

  void expect() const {
    const Known known = take();
    if (known.version_file.empty()) return;  // Xapian says so
    SumsSeal places;
    seal_places(dir_, places);
    if (known.seal && (places.places_size != known.seal->places_size ||
                       places.places_sum != known.seal->places_sum)) {
      refuse(std::string(schema::kPlacesFile) + " is damaged, or of another state");
    }
    const auto stamps = stamp_tables(dir_);
    if (known.seal && known.seal->tables == stamps) return;
    const std::optional<BlockSums> sums = known.sums ? known.sums : read_sums(dir_);
    if (!sums) refuse_sums();
    if (!sums->seal.knows(known.version)) refuse_versions();
    for (std::size_t t = 0; t < glass::kTables; ++t) {
      if (known.seal && known.seal->tables[t] == stamps[t]) continue;
      const std::string finding =
          check_table(dir_, known.version_file, *sums, t, blocks_to_check(known, t));
      if (!finding.empty()) refuse(finding);
    }
  }

 private:
  // Reads both until they belong together. Those of a writer do at any moment, but it may replace
  // them between the two reads; and one that has no symbolic links, or of ibid 0.1, writes them in
  // the other order.
  Known take() const {
    constexpr int kTries = 5;
    constexpr std::chrono::milliseconds kPause{10};
    for (int left = kTries;; --left) {
      Known known = read();
      if (known.version_file.empty()) return known;
      if (known.seal ? known.seal->knows(known.version)
                     : known.sums && known.sums->seal.knows(known.version)) {
        return known;
      }
      if (left > 1) std::this_thread::sleep_for(kPause);
      if (left > 1) continue;
      if (!known.seal && !known.sums) refuse_sums();
      refuse_versions();
    }
  }

  Known read() const {
    Known known;
    known.version_file = glass::read_version_file(dir_);
    if (known.version_file.empty()) return known;
    try {
      known.version = version_sum(known.version_file);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kIndex) refuse(error.what());
      throw;
    }
    known.seal = read_seal(dir_);
    if (!known.seal) known.sums = read_sums(dir_);
    return known;
  }

  // No update wrote into a table of the first revision that is as long as the build made it.
  Blocks blocks_to_check(const Known& known, std::size_t t) const {
    const glass::TableRoot root = glass::decode_tree_roots(known.version_file).tables[t];
    if (known.version.revision != glass::kFirstRevision || root.first_unused_block < kFewBlocks) {
      return Blocks::kAll;
    }
    struct stat status {};
    const std::string path = dir_ + "/" + glass::kTableFiles[t];
    const bool as_built = ::stat(path.c_str(), &status) == 0 &&
                          static_cast<std::uint64_t>(status.st_size) ==
                              root.first_unused_block * std::uint64_t{root.block_size};
    return as_built ? Blocks::kBranches : Blocks::kAll;
  }

  [[noreturn]] void refuse_sums() const {
    refuse(std::string("the file of checksums, ") + schema::kSumsFile + ", is missing or damaged");
  }
  [[noreturn]] void refuse_versions() const {
    refuse(std::string(glass::kVersionFile) + " and " + schema::kSumsFile +
           " are of different states");
  }
  [[noreturn]] void refuse(const std::string& why) const { refuse_state(index_dir_, why); }

  const std::string& index_dir_;
  const std::string& dir_;
};

}  // namespace

void refuse_state(const std::string& index_dir, const std::string& why) {
  std::vector<std::string> roots;
  try {
    if (const auto manifest = IndexDir(index_dir).manifest()) roots = manifest->roots;
  } catch (const Error&) {
    // It is named without them.
  }
  throw Error(ErrorKind::kIndex,
              "the index in " + index_dir +
                  " does not belong together: its files are damaged or of different states (" +
                  why +
                  "), as in a copy taken while ibid wrote; copy it again with `ibid copy`, or " +
                  rebuild_remedy(index_dir, roots));
}

void expect_one_state(const std::string& index_dir, const std::string& database_dir) {
  OneState(index_dir, database_dir).expect();
}

bool is_sealed(const std::string& database_dir) {
  const auto seal = read_seal(database_dir);
  return seal && seal->tables == stamp_tables(database_dir);
}

void seal_state(const std::string& database_dir) {
  remove_unfinished_sums(database_dir);
  if (is_sealed(database_dir)) return;
  auto sums = read_sums(database_dir);
  if (!sums) return;
  if (!sums->sealed) seal_places(database_dir, sums->seal);
  sums->seal.tables = stamp_tables(database_dir);
  write_sums(database_dir, *sums);
}

}  // namespace ibid
