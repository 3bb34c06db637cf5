// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/table_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "corpus/error.h"
#include "indexer/glass/block.h"
#include "indexer/system/durable_files.h"

namespace ibid::glass {
namespace {

constexpr std::size_t kLevelAt = 4, kDirectoryEndAt = 9;  // in a block's header
constexpr std::size_t kComponentBytes = 2;
constexpr std::size_t kMostBranches = 4096;  // kept; above that a query begins with none

std::uint8_t byte_at(const char* at) { return static_cast<std::uint8_t>(*at); }

}  // namespace

struct TableReader::Item {
  std::string_view key;
  unsigned component = 1;  // of a leaf
  bool last = true;        // component
  bool deflated = false;
  std::uint32_t child = 0;
  std::string_view tag;
};

TableReader::TableReader(std::string path, const TableRoot& root, std::uint32_t revision)
    : path_(std::move(path)), root_(root), revision_(revision) {
  if (!root_.fake) file_.emplace(open_file(path_, O_RDONLY));
}

bool TableReader::find(std::string_view key, TableCursor& cursor) {
  if (root_.fake) return false;
  if (branches_.size() > kMostBranches) branches_.clear();
  descend(key, cursor);
  const auto found = last_not_above(cursor.leaf_.get(), 0, key);
  // A separator that leads to a leaf may be less than the leaf's first key.
  if (found) {
    cursor.path_[0].item = *found;
  } else if (!move_leaf(cursor, false)) {
    return false;
  }
  while (item_at(cursor.leaf_.get(), cursor.path_[0].item, 0).component > 1) {
    if (!step_back(cursor)) fail_damaged();
  }
  if (item_at(cursor.leaf_.get(), cursor.path_[0].item, 0).key.empty()) return false;
  read_entry(cursor);
  return true;
}

bool TableReader::next(TableCursor& cursor) {
  if (!step(cursor)) return false;
  read_entry(cursor);
  return true;
}

// Goes to the leaf that holds `key`, if any does.
void TableReader::descend(std::string_view key, TableCursor& cursor) {
  std::uint32_t number = root_.root_block;
  for (std::uint32_t level = root_.level; level > 0; --level) {
    const char* const block = branch(number, level);
    const std::size_t item = last_not_above(block, level, key).value_or(0);
    cursor.path_[level] = {number, item};
    number = item_at(block, item, level).child;
  }
  read_leaf(number, cursor);
}

// Goes to the last item of the leaf before, or the first of the leaf after. False: there is none.
bool TableReader::move_leaf(TableCursor& cursor, bool forward) {
  for (std::uint32_t level = 1; level <= root_.level; ++level) {
    TableCursor::Step& step = cursor.path_[level];
    const std::size_t count = items(branch(step.block, level));
    if (forward ? step.item + 1 >= count : step.item == 0) continue;
    step.item = forward ? step.item + 1 : step.item - 1;
    edge(cursor, level, forward);
    return true;
  }
  return false;
}

// Goes down from the item of the cursor at `level` to the first item below it, or the last.
void TableReader::edge(TableCursor& cursor, std::uint32_t level, bool first) {
  const auto end = [&](const char* block) { return first ? 0 : items(block) - 1; };
  for (; level > 0; --level) {
    const TableCursor::Step& step = cursor.path_[level];
    const std::uint32_t number = item_at(branch(step.block, level), step.item, level).child;
    if (level == 1) {
      read_leaf(number, cursor);
      cursor.path_[0].item = end(cursor.leaf_.get());
    } else {
      cursor.path_[level - 1] = {number, end(branch(number, level - 1))};
    }
  }
}

bool TableReader::step_back(TableCursor& cursor) {
  if (cursor.path_[0].item == 0) return move_leaf(cursor, false);
  --cursor.path_[0].item;
  return true;
}

bool TableReader::step(TableCursor& cursor) {
  if (cursor.path_[0].item + 1 >= items(cursor.leaf_.get())) return move_leaf(cursor, true);
  ++cursor.path_[0].item;
  return true;
}

// Leaves the cursor on the last component.
void TableReader::read_entry(TableCursor& cursor) {
  Item item = item_at(cursor.leaf_.get(), cursor.path_[0].item, 0);
  if (item.component != 1 || item.key.empty()) fail_damaged();
  cursor.key_ = item.key;
  cursor.tag_ = item.tag;
  cursor.deflated_ = item.deflated;
  if (item.last) return;
  cursor.joined_ = item.tag;
  for (unsigned component = 2; !item.last; ++component) {
    if (!step(cursor)) fail_damaged();
    item = item_at(cursor.leaf_.get(), cursor.path_[0].item, 0);
    if (item.component != component || item.key != cursor.key_) fail_damaged();
    cursor.joined_ += item.tag;
  }
  cursor.tag_ = cursor.joined_;
}

const char* TableReader::branch(std::uint32_t number, std::uint32_t level) {
  std::unique_ptr<char[]>& known = branches_[number];
  if (known == nullptr) {
    auto bytes = std::make_unique<char[]>(root_.block_size);
    read(number, level, bytes.get());
    known = std::move(bytes);
  }
  if (byte_at(known.get() + kLevelAt) != level) fail_damaged();
  return known.get();
}

void TableReader::read_leaf(std::uint32_t number, TableCursor& cursor) {
  cursor.path_[0] = {number, 0};
  Leaf& known = leaves_[number % kLeaves];
  const bool is_known = known.holds_block && known.number == number;
  if (!is_known && cursor.reads_once_) {
    cursor.leaf_ = nullptr;
    if (cursor.own_leaf_.use_count() != 1) cursor.own_leaf_ = new_block();
    read(number, 0, cursor.own_leaf_.get());
    cursor.leaf_ = cursor.own_leaf_;
    return;
  }
  if (!is_known) {
    cursor.leaf_ = nullptr;
    if (known.bytes.use_count() != 1) known.bytes = new_block();
    known.holds_block = false;  // until all of it is read
    read(number, 0, known.bytes.get());
    known.number = number;
    known.holds_block = true;
  }
  cursor.leaf_ = known.bytes;
}

// The bytes follow their count of users in memory, so that reading both is one access.
std::shared_ptr<char[]> TableReader::new_block() const {
  return std::make_shared_for_overwrite<char[]>(root_.block_size);
}

void TableReader::read(std::uint32_t number, std::uint32_t level, char* out) {
  if (number >= root_.first_unused_block) fail_damaged();
  std::size_t got = 0;
  while (got < root_.block_size) {
    const auto at = static_cast<off_t>(number * std::uint64_t{root_.block_size} + got);
    const ssize_t n = ::pread(file_->get(), out + got, root_.block_size - got, at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot read " + path_, errno);
    if (n == 0) fail_damaged();
    got += static_cast<std::size_t>(n);
  }
  if (get_be32(out) > revision_) throw LaterState();
  const std::size_t directory_end = get_be16(out + kDirectoryEndAt);
  const bool sound = byte_at(out + kLevelAt) == level && directory_end <= root_.block_size &&
                     directory_end >= kBlockHeaderBytes + kDirectoryEntryBytes;
  if (!sound) fail_damaged();
}

std::size_t TableReader::items(const char* block) const {
  return (get_be16(block + kDirectoryEndAt) - kBlockHeaderBytes) / kDirectoryEntryBytes;
}

TableReader::Item TableReader::item_at(const char* block, std::size_t number,
                                       std::uint32_t level) const {
  Item item;
  const std::size_t begin = get_be16(block + kBlockHeaderBytes + number * kDirectoryEntryBytes);
  const bool leaf = level == 0;
  const std::size_t head = leaf ? kLeafItemHeader : kBranchItemHeader - kComponentBytes;
  if (begin + head > root_.block_size) fail_damaged();
  const char* const at = block + begin;
  const std::size_t key_size = byte_at(at + head - 1);
  const unsigned flags = leaf ? static_cast<unsigned>(get_be16(at)) : 0;
  const std::size_t size =
      leaf ? (flags & kItemSizeMask) + kLeafItemHeader : head + key_size + kComponentBytes;
  const bool first = (flags & kFirstComponent) != 0;
  const std::size_t tag_begin = head + key_size + (leaf && first ? 0 : kComponentBytes);
  if (begin + size > root_.block_size || tag_begin > size) fail_damaged();
  item.key = {at + head, key_size};
  if (!leaf) {
    item.child = get_be32(at);
    return item;
  }
  item.component = first ? 1 : static_cast<unsigned>(get_be16(at + head + key_size));
  item.last = (flags & kLastComponent) != 0;
  item.deflated = (flags & kDeflatedItem) != 0;
  item.tag = {at + tag_begin, size - tag_begin};
  return item;
}

// The key of item_at(), and nothing else.
std::string_view TableReader::key_at(const char* block, std::size_t number,
                                     std::uint32_t level) const {
  const std::size_t begin = get_be16(block + kBlockHeaderBytes + number * kDirectoryEntryBytes);
  const std::size_t head = level == 0 ? kLeafItemHeader : kBranchItemHeader - kComponentBytes;
  const std::size_t key_begin = begin + head;
  if (key_begin > root_.block_size) fail_damaged();
  const std::size_t key_size = byte_at(block + key_begin - 1);
  if (key_begin + key_size > root_.block_size) fail_damaged();
  return {block + key_begin, key_size};
}

// Of all components of `key`, it is the last. A branch's first item is below every key.
std::optional<std::size_t> TableReader::last_not_above(const char* block, std::uint32_t level,
                                                       std::string_view key) const {
  std::size_t low = 0, high = items(block);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (key_at(block, middle, level) <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  return low - 1;
}

void TableReader::fail_damaged() const {
  throw Error(ErrorKind::kIndex,
              path_ + " has an invalid block; the index is damaged: run `ibid index --rebuild`");
}

}  // namespace ibid::glass
