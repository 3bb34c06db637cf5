// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folder of an index: which database is live, how another takes its place, and the writers'
// lock.
//
// A new build is finished in "passages.<n>.compact.unfinished"; what is compacted into it grows in
// "passages.<n>.unfinished" first. Renaming it and then replacing ibid.json by rename switches
// readers over. The database it replaces stays until the next writer comes, so that readers who are
// opening it still can.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "corpus/files/file_descriptor.h"

namespace ibid {

// ibid.json, the whole of it. The generation is not in it but in the database, where it changes in
// the same instant as the data: two files cannot be replaced at once.
struct Manifest {
  std::uint64_t format_version = 0;
  std::string analyzer;
  std::string created_by;   // "ibid 0.1.0"
  std::uint64_t build = 0;  // counts complete builds from 1; names the live database
};

class IndexDir {
 public:
  explicit IndexDir(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  std::string database(std::uint64_t build) const;
  std::string unfinished(std::uint64_t build) const;  // as it grows
  std::string finished(std::uint64_t build) const;    // ready to be published
  std::string alias_file() const;                     // may be missing

  // Nothing where the folder is missing or holds no index (it is then empty, or has only the lock
  // and unfinished builds). Throws Error{kIndex}: the folder holds other things and no index, or
  // ibid.json is damaged; Error{kSystem}: it cannot be read.
  std::optional<Manifest> manifest() const;

  // Throws Error{kIndex} where the folder holds other things and no index, or is a file: nothing
  // may be written there.
  void refuse_foreign() const;

  // The manifest of an index this program can use. Throws Error{kIndex} naming the remedy: none
  // there, another format version, another analyzer.
  Manifest usable_manifest() const;

  // Makes the finished database of `manifest.build` the live one, durably.
  void publish(const Manifest& manifest) const;

  // The highest number of a complete build that is there, live or not; 0: none.
  std::uint64_t highest_build() const;

  // Removes unfinished builds, and databases that are not live: for the lock's holder only.
  // `live_build`: 0 where there is none; nothing where it is not known which is, and all stay.
  void remove_leftovers(std::optional<std::uint64_t> live_build) const;

 private:
  std::string path_;
};

// Held while a writer works on `index_dir`; the folder is made if missing. The kernel drops the
// lock with the process, so there are no stale ones.
class WriterLock {
 public:
  // Throws Error{kLocked} after `timeout_ms`, Error{kSystem}.
  WriterLock(const std::string& index_dir, std::uint32_t timeout_ms);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  FileDescriptor file_;
};

}  // namespace ibid
