// SPDX-License-Identifier: GPL-2.0-or-later
//
// A disk that loses its power: replays recorded calls, and says what may be on it if the power
// fails now. It promises what POSIX promises and no more:
//
// - The data of a file lasts once the file is synced. Of later writes, each block may be there or
//   not, in any version; the size may be any that the file had since.
// - The names in a folder last once that folder is synced; the sync of a file is not enough. Later
//   creations, renames and removals may be there or not, each whole. So is a symbolic link.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/disk_log.h"

namespace ibid {

enum class Keep { kNone, kAll, kSome };  // of what is not synced; kSome: as the seed has it

// The order in which the names of one folder reach the disk: that of the calls, as with a journal,
// or any.
enum class NameOrder { kOfCalls, kAny };

// What is in a block that belongs to a file and was never written to the disk.
enum class NewBlocks { kZeros, kOldBytes };

struct Loss {
  Keep data = Keep::kNone;
  Keep names = Keep::kNone;
  NameOrder order = NameOrder::kOfCalls;
  NewBlocks blocks = NewBlocks::kZeros;
  std::size_t unit = 512;  // bytes that are written whole or not at all
  std::uint64_t seed = 0;
};

// Which syncs the disk obeys: less than all is a disk that lies, to see that its loss is found.
enum class Syncs { kAll, kNone, kOfFiles, kOfFolders };

class CrashDisk {
 public:
  // `before`: all of it is on the disk for good.
  CrashDisk(const DiskTree& before, Syncs syncs);

  // Throws std::runtime_error for a call that does not fit what is there.
  void apply(const DiskCall& call);

  DiskTree after(const Loss& loss) const;

 private:
  using Random = std::mt19937_64;

  struct Change {
    bool cuts = false;  // to the size `at`, rather than writing `bytes` there
    std::uint64_t at = 0;
    std::string bytes;
  };
  struct Node;
  using NodePtr = std::shared_ptr<Node>;
  using Names = std::map<std::string, NodePtr>;
  // Takes `node` from the name `from` and gives it to the name `to`, either of which may be "".
  struct NameChange {
    std::string from, to;
    NodePtr node;
  };
  struct Node {
    DiskEntry::Kind kind = DiskEntry::Kind::kFolder;
    std::string synced;           // of a file or a link
    std::vector<Change> changes;  // since then
    std::uint64_t size = 0;       // with all changes
    Names now, synced_names;      // of a folder
    std::vector<NameChange> name_changes;

    bool is_folder() const { return kind == DiskEntry::Kind::kFolder; }
  };

  NodePtr find(const std::string& path) const;
  NodePtr parent(const std::string& path) const;
  void change_name(const NodePtr& folder, NameChange change);
  void add(const std::string& path, const DiskEntry& entry);
  void remove(const DiskCall& call);
  void move(const DiskCall& call);
  void change(const DiskCall& call);
  void sync(Node& node) const;

  class Reader;

  NodePtr root_;
  Syncs syncs_;
};

}  // namespace ibid
