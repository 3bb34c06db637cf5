// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/crash_disk.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace ibid {
namespace {

[[noreturn]] void misfit(const DiskCall& call, const std::string& why) {
  throw std::runtime_error(call.kind + " of '" + call.path + "': " + why);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool is_deleted(const std::string& path) { return path.ends_with(" (deleted)"); }

}  // namespace

// ---- replay ---------------------------------------------------------------------------

CrashDisk::CrashDisk(const DiskTree& before, Syncs syncs)
    : root_(std::make_shared<Node>()), syncs_(syncs) {
  for (const auto& [path, entry] : before) {  // folders come before what is in them
    add(path, entry);
    const NodePtr folder = parent(path);
    folder->synced_names = folder->now;
    folder->name_changes.clear();
  }
}

CrashDisk::NodePtr CrashDisk::find(const std::string& path) const {
  NodePtr node = root_;
  for (std::size_t begin = 0; node && begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const auto child = node->now.find(path.substr(begin, end - begin));
    node = child == node->now.end() ? nullptr : child->second;
    begin = end + 1;
  }
  return node;
}

CrashDisk::NodePtr CrashDisk::parent(const std::string& path) const {
  const NodePtr folder = find(folder_of(path));
  if (!folder || !folder->is_folder()) throw std::runtime_error("no folder has '" + path + "'");
  return folder;
}

void CrashDisk::change_name(const NodePtr& folder, NameChange change) {
  if (!change.from.empty()) folder->now.erase(change.from);
  if (!change.to.empty()) folder->now[change.to] = change.node;
  folder->name_changes.push_back(std::move(change));
}

void CrashDisk::add(const std::string& path, const DiskEntry& entry) {
  const auto node = std::make_shared<Node>();
  node->kind = entry.kind;
  node->synced = entry.bytes;
  node->size = entry.bytes.size();
  change_name(parent(path), {"", name_of(path), node});
}

void CrashDisk::apply(const DiskCall& call) {
  if (is_deleted(call.path)) return;  // a file without a name is on no disk after a power cut
  if (call.kind == "create" || call.kind == "mkdir" || call.kind == "symlink") {
    if (find(call.path)) misfit(call, "it is already there");
    add(call.path, call.kind == "create"  ? file_with("")
                   : call.kind == "mkdir" ? DiskEntry{}
                                          : DiskEntry{DiskEntry::Kind::kLink, call.to});
  } else if (call.kind == "unlink" || call.kind == "rmdir") {
    remove(call);
  } else if (call.kind == "rename") {
    move(call);
  } else if (call.kind == "write" || call.kind == "truncate" || call.kind == "sync") {
    change(call);
  } else {
    misfit(call, call.to + " is not simulated");
  }
}

void CrashDisk::remove(const DiskCall& call) {
  const NodePtr node = find(call.path);
  if (!node) misfit(call, "it is not there");
  if (node->is_folder() != (call.kind == "rmdir")) misfit(call, "it is of the other kind");
  if (node->is_folder() && !node->now.empty()) misfit(call, "it is not empty");
  if (!node->is_folder() && node->size != call.offset) misfit(call, "a write was not recorded");
  change_name(parent(call.path), {name_of(call.path), "", node});
}

void CrashDisk::move(const DiskCall& call) {
  const NodePtr node = find(call.path);
  if (!node) misfit(call, "it is not there");
  // The two folders could reach the disk apart.
  if (folder_of(call.path) != folder_of(call.to)) misfit(call, "it goes to another folder");
  change_name(parent(call.path), {name_of(call.path), name_of(call.to), node});
}

void CrashDisk::change(const DiskCall& call) {
  const NodePtr node = find(call.path);
  if (!node) misfit(call, "it is not there");
  if (node->kind == DiskEntry::Kind::kLink) misfit(call, "it is a link");
  if (call.kind == "sync") return sync(*node);
  const bool cuts = call.kind == "truncate";
  node->size = cuts ? call.offset : std::max(node->size, call.offset + call.bytes.size());
  node->changes.push_back({cuts, call.offset, call.bytes});
}

void CrashDisk::sync(Node& node) const {
  const bool obeyed =
      syncs_ == Syncs::kAll || syncs_ == (node.is_folder() ? Syncs::kOfFolders : Syncs::kOfFiles);
  if (!obeyed) return;
  node.synced_names = node.now;
  node.name_changes.clear();
  for (const Change& change : node.changes) {
    if (change.cuts) {
      node.synced.resize(change.at);
    } else {
      node.synced.resize(
          std::max<std::size_t>(node.synced.size(), change.at + change.bytes.size()));
      node.synced.replace(change.at, change.bytes.size(), change.bytes);
    }
  }
  node.changes.clear();
}

// ---- power cut ------------------------------------------------------------------------

class CrashDisk::Reader {
 public:
  explicit Reader(const Loss& loss) : loss_(loss), random_(loss.seed) {}

  DiskTree read(const Node& root) {
    read_folder(root, "");
    return std::move(tree_);
  }

 private:
  std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

  // Some folders and files lose all, some lose nothing: a mixture everywhere is only one case.
  Keep choose(Keep wanted) {
    if (wanted != Keep::kSome) return wanted;
    const std::size_t choice = up_to(3);
    return choice == 0 ? Keep::kNone : choice == 1 ? Keep::kAll : Keep::kSome;
  }

  void read_folder(const Node& folder, const std::string& above) {
    for (const auto& [name, node] : names(folder)) {
      const std::string path = above + name;
      if (node->is_folder()) {
        tree_[path];
        read_folder(*node, path + "/");
      } else {
        if (!files_.contains(node.get())) files_[node.get()] = bytes(*node);
        tree_[path] = {node->kind, files_[node.get()]};
      }
    }
  }

  Names names(const Node& folder) {
    Names out = folder.synced_names;
    const Keep keep = choose(loss_.names);
    const std::size_t all = folder.name_changes.size();
    const std::size_t first = keep == Keep::kNone ? 0 : keep == Keep::kAll ? all : up_to(all);
    for (std::size_t i = 0; i < all; ++i) {
      const bool kept =
          keep == Keep::kSome && loss_.order == NameOrder::kAny ? up_to(1) == 1 : i < first;
      if (!kept) continue;
      const NameChange& change = folder.name_changes[i];
      const auto old = out.find(change.from);
      if (old != out.end() && old->second == change.node) out.erase(old);
      if (!change.to.empty()) out[change.to] = change.node;
    }
    return out;
  }

  std::string bytes(const Node& file) {
    const Keep keep = choose(loss_.data);
    const std::size_t all = file.changes.size();
    std::size_t sized = keep == Keep::kNone ? 0 : all;
    if (loss_.data == Keep::kSome) sized = up_to(all);
    std::string out(size_after(file, sized), '\0');
    for (std::size_t at = 0; at < out.size(); at += loss_.unit) {
      const std::size_t size = std::min(loss_.unit, out.size() - at);
      const std::size_t version = keep == Keep::kNone                   ? 0
                                  : keep == Keep::kAll || up_to(1) == 0 ? all
                                                                        : up_to(all);
      fill(file, version, at, {out.data() + at, size});
    }
    return out;
  }

  static std::size_t size_after(const Node& file, std::size_t changes) {
    std::size_t size = file.synced.size();
    for (std::size_t i = 0; i < changes; ++i) {
      const Change& change = file.changes[i];
      size = change.cuts ? change.at : std::max<std::size_t>(size, change.at + change.bytes.size());
    }
    return size;
  }

  struct Block {
    char* data;
    std::size_t size;
  };

  // The bytes that the file had at `at` after so many of its changes.
  void fill(const Node& file, std::size_t changes, std::size_t at, Block block) {
    if (loss_.blocks == NewBlocks::kOldBytes && changes < file.changes.size()) {
      for (std::size_t i = 0; i < block.size; ++i) block.data[i] = static_cast<char>(random_());
    }
    lay(file.synced, 0, at, block);
    for (std::size_t i = 0; i < changes; ++i) {
      const Change& change = file.changes[i];
      if (!change.cuts) {
        lay(change.bytes, change.at, at, block);
      } else if (change.at < at + block.size) {
        const std::size_t from = change.at > at ? change.at - at : 0;
        std::memset(block.data + from, 0, block.size - from);
      }
    }
  }

  // Puts the part of `bytes`, which begin at `from`, that is in the block at `at`.
  static void lay(const std::string& bytes, std::size_t from, std::size_t at, Block block) {
    const std::size_t begin = std::max(from, at);
    const std::size_t end = std::min(from + bytes.size(), at + block.size);
    if (begin < end)
      std::memcpy(block.data + (begin - at), bytes.data() + (begin - from), end - begin);
  }

  const Loss& loss_;
  Random random_;
  DiskTree tree_;
  std::map<const Node*, std::string> files_;
};

DiskTree CrashDisk::after(const Loss& loss) const { return Reader(loss).read(*root_); }

}  // namespace ibid
