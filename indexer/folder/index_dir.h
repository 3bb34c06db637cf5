// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folder of an index: which database is live, and how another replaces it.
//
// A new build is finished in "passages.<n>.compact.unfinished"; a database that is compacted into
// it grows in "passages.<n>.unfinished" first. Renaming the finished folder and then replacing
// ibid.json by rename switches readers over. The old database is then removed: readers who have it
// open keep it, and those who are opening it notice the switch and open the new one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/folder/made_for.h"

namespace ibid {

// The contents of ibid.json. The generation is in the database instead, where it changes together
// with the data: two files cannot be replaced at once.
struct Manifest {
  std::uint64_t format_version = 0;
  std::string analyzer;
  std::string created_by;   // "ibid 0.1.0"
  std::uint64_t build = 0;  // counts complete builds from 1; names the live database
  // The folders and files that the index was made from: absolute, lexically normal, sorted; bytes.
  // Empty in an index of format 5 that has not been updated since.
  std::vector<std::string> roots = {};
  // Files that are kept out though they are in the folders: as above. Not in ibid.json if empty.
  std::vector<std::string> removed = {};
  // What is said of the reports by hand beside each ibid.toml: a path as above; empty: no file.
  std::string metadata = {};
  MadeFor made_for = MadeFor::kHere;  // not in ibid.json if kHere
  bool operator==(const Manifest&) const = default;
};

// "run `ibid index --rebuild …`" and what that reads; `roots`: of the manifest, or none.
std::string rebuild_remedy(const std::string& index_dir, const std::vector<std::string>& roots);

class IndexDir {
 public:
  explicit IndexDir(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  std::string stub_file() const;
  std::string database(std::uint64_t build) const;
  std::string unfinished(std::uint64_t build) const;  // as it grows
  std::string finished(std::uint64_t build) const;    // ready to be published
  std::string alias_file() const;                     // may be missing

  // Returns nothing if the folder is missing or holds no index (it is then empty, or has only the
  // lock and unfinished builds). Throws Error{kIndex} if the folder holds other files and no index,
  // or if ibid.json is damaged; Error{kSystem} if it cannot be read.
  std::optional<Manifest> manifest() const;

  // Throws Error{kIndex} if the folder holds other files and no index, or is a file: nothing may be
  // written there.
  void refuse_foreign() const;

  // Returns the manifest of an index that this program can use. Throws Error{kIndex} with the
  // remedy if there is no index, or if it has another format version or analyzer.
  Manifest usable_manifest() const;

  // Makes the finished database of `manifest.build` the live one, durably; for Xapian's servers a
  // moment earlier, if it is made for nodes.
  void publish(const Manifest& manifest) const;
  // Replaces ibid.json, durably, for a live database that stays.
  void write_manifest(const Manifest& manifest) const;

  // The highest number of a complete build, live or not; 0 if there is none.
  std::uint64_t highest_build() const;

  // Makes sure that the live build will be so after a power cut, then removes unfinished builds and
  // databases that are not live: for the lock's holder only. `live_build`: 0 if there is none;
  // nothing if it is unknown, and then all databases stay. `kept`: the path of an unfinished build
  // that stays, too. Throws Error{kSystem} before the first removal.
  void remove_leftovers(std::optional<std::uint64_t> live_build,
                        const std::string& kept = "") const;

 private:
  void write_stub(const Manifest& manifest) const;

  std::string path_;
};

}  // namespace ibid
