// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a program wrote to the disk: the log of the recorder (record_shim.cc), and a folder with all
// that is below it in memory.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ibid {

// A call that succeeded. `kind`: create, write, truncate, sync, mkdir, rename, link, symlink,
// unlink, rmdir; "other" for one that the simulation does not know, `to` is its name then.
struct DiskCall {
  std::string kind;
  std::string path;          // relative to the recorded folder; "" for that folder
  std::string to;            // of a rename or a link; of a symlink, what it says
  std::uint64_t offset = 0;  // of a write; of a truncate, the new size; of an unlink, the size
  std::string bytes;         // of a write
};

// `folder`: the one whose calls were recorded. Throws std::runtime_error if the log is cut off.
std::vector<DiskCall> read_disk_log(const std::string& log, const std::string& folder);

struct DiskEntry {
  enum class Kind { kFolder, kFile, kLink };
  Kind kind = Kind::kFolder;
  std::string bytes = {};  // of a file; of a symbolic link, where it leads
  bool operator==(const DiskEntry&) const = default;
};
DiskEntry file_with(std::string bytes);

// By their paths below a folder.
using DiskTree = std::map<std::string, DiskEntry>;
DiskTree read_tree(const std::string& folder);
// `folder` must not exist.
void write_tree(const DiskTree& tree, const std::string& folder);

}  // namespace ibid
