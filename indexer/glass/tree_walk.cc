// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/tree_walk.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <vector>

#include "corpus/file_descriptor.h"
#include "indexer/glass/block.h"
#include "indexer/system/durable_files.h"

namespace ibid::glass {
namespace {

constexpr std::size_t kLevelAt = 4, kDirectoryEndAt = 9;  // in a block's header

class Walk {
 public:
  Walk(const std::string& path, const TableRoot& root,
       const std::function<bool(const TreeBlock&)>& visit, Leaves leaves)
      : path_(path),
        root_(root),
        visit_(visit),
        lowest_(leaves == Leaves::kSkip ? 1 : 0),
        seen_(root.first_unused_block) {
    if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT) return;
    file_.emplace(open_file(path, O_RDONLY));
  }

  void below(std::uint32_t number, std::uint32_t level) {
    if (number >= seen_.size() || seen_[number]) return;
    seen_[number] = true;
    const std::string bytes = read(number);
    const std::uint32_t revision = bytes.size() < kBlockHeaderBytes ? 0 : get_be32(bytes.data());
    if (!visit_({number, revision, bytes}) || level <= lowest_) return;
    for (const std::uint32_t child : children(bytes, level)) below(child, level - 1);
  }

 private:
  std::string read(std::uint32_t number) const {
    std::string bytes(file_ ? root_.block_size : 0, '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
      const auto at = static_cast<off_t>(number * std::uint64_t{root_.block_size} + got);
      const ssize_t n = ::pread(file_->get(), bytes.data() + got, bytes.size() - got, at);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail_system("cannot read " + path_, errno);
      if (n == 0) break;
      got += static_cast<std::size_t>(n);
    }
    bytes.resize(got);
    return bytes;
  }

  std::vector<std::uint32_t> children(const std::string& bytes, std::uint32_t level) const {
    std::vector<std::uint32_t> found;
    if (bytes.size() != root_.block_size) return found;
    const std::size_t directory_end = get_be16(bytes.data() + kDirectoryEndAt);
    if (static_cast<unsigned char>(bytes[kLevelAt]) != level || directory_end > bytes.size()) {
      return found;
    }
    for (std::size_t at = kBlockHeaderBytes; at + kDirectoryEntryBytes <= directory_end;
         at += kDirectoryEntryBytes) {
      const std::size_t item = get_be16(bytes.data() + at);
      if (item + kBranchItemHeader > bytes.size()) return found;
      found.push_back(get_be32(bytes.data() + item));
    }
    return found;
  }

  const std::string& path_;
  const TableRoot& root_;
  const std::function<bool(const TreeBlock&)>& visit_;
  std::uint32_t lowest_;  // level to visit
  std::optional<FileDescriptor> file_;
  std::vector<bool> seen_;  // a damaged tree may lead to a block twice
};

}  // namespace

void walk_tree(const std::string& path, const TableRoot& root,
               const std::function<bool(const TreeBlock&)>& visit, Leaves leaves) {
  if (!root.fake) Walk(path, root, visit, leaves).below(root.root_block, root.level);
}

}  // namespace ibid::glass
