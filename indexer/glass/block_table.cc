// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/block_table.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "corpus/error.h"

namespace ibid::glass {
namespace {

// The smallest part of a split tag for which the rest of a leaf is used.
constexpr std::size_t kLeastPart = 64;

// `component` 0 means the first, whose number is not written. Returns where the tag begins.
char* put_item_head(char* at, std::size_t size, unsigned flags, std::string_view key,
                    std::uint32_t component) {
  put_be16(at, flags | (size - kLeafItemHeader));
  at[2] = static_cast<char>(key.size());
  std::memcpy(at + kLeafItemHeader, key.data(), key.size());
  at += kLeafItemHeader + key.size();
  if (component == 0) return at;
  put_be16(at, component);
  return at + 2;
}

std::size_t checked_block_size(std::size_t size) {
  if (size < kMinBlockSize || size > kMaxBlockSize || (size & (size - 1)) != 0) {
    throw Error(ErrorKind::kUsage, fmt::format("a block cannot have {} bytes; its size is a power "
                                               "of two from {} to {}",
                                               size, kMinBlockSize, kMaxBlockSize));
  }
  return size;
}

std::string printable(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c >= ' ' && c <= '~' && c != '\\') {
      text += c;
    } else {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
  }
  return text;
}

}  // namespace

TableWriter::TableWriter(std::string path, TableOptions options)
    : options_(options),
      max_item_(max_item_bytes(checked_block_size(options.block_size))),
      file_(std::move(path), options.block_size),
      branches_(file_, options.block_size) {}

void TableWriter::check(std::string_view key) const {
  if (key.empty() || key.size() > kMaxKeyBytes) {
    throw Error(ErrorKind::kIndex,
                fmt::format("cannot write {}: a key has {} bytes, not 1 to {}: {}", file_.path(),
                            key.size(), kMaxKeyBytes, printable(key.substr(0, 300))));
  }
  if (key <= last_key()) {
    throw Error(ErrorKind::kIndex,
                fmt::format("cannot write {}: the key {} does not come after {}", file_.path(),
                            printable(key), printable(last_key())));
  }
}

void TableWriter::add(std::string_view key, std::string_view tag, bool deflated) {
  check(key);
  const unsigned flags = deflated ? kDeflatedItem : 0;
  const std::size_t size = kLeafItemHeader + key.size() + tag.size();
  if (size <= max_item_) {
    if (leaf_.room() < size) next_leaf(key, 1);
    char* at =
        put_item_head(leaf_.add_item(size), size, flags | kFirstComponent | kLastComponent, key, 0);
    if (!tag.empty()) std::memcpy(at, tag.data(), tag.size());
    remember(key);
  } else {
    add_split(key, tag, flags);
  }
  ++entries_;
}

void TableWriter::add_split(std::string_view key, std::string_view tag, unsigned flags) {
  for (std::uint32_t component = 1; !tag.empty(); ++component) {
    if (component > kMaxComponents) {
      throw Error(ErrorKind::kIndex, fmt::format("cannot write {}: the entry {} is too long",
                                                 file_.path(), printable(key)));
    }
    const std::size_t head = kLeafItemHeader + key.size() + (component > 1 ? 2 : 0);
    const std::size_t least = head + std::min(tag.size(), kLeastPart);
    if (leaf_.room() < least) next_leaf(key, component);
    const std::size_t part = std::min(tag.size(), std::min(leaf_.room(), max_item_) - head);
    const unsigned ends =
        (component == 1 ? kFirstComponent : 0) | (part == tag.size() ? kLastComponent : 0);
    char* at = put_item_head(leaf_.add_item(head + part), head + part, flags | ends, key,
                             component > 1 ? component : 0);
    std::memcpy(at, tag.data(), part);
    tag.remove_prefix(part);
    if (component == 1) remember(key);
  }
}

void TableWriter::next_leaf(std::string_view key, std::uint32_t component) {
  if (leaf_.is_open()) {
    leaf_.close(0);
    branches_.add_leaf(file_.close_block(), separator_);
    // The shortest prefix of the key that is not a prefix of the last key.
    const std::string_view last = last_key();
    const auto differs = std::mismatch(key.begin(), key.end(), last.begin(), last.end()).first;
    const auto shared = static_cast<std::size_t>(differs - key.begin());
    separator_.key = key.substr(0, shared + 1);
    separator_.component = component;
    leaf_.open(file_.block(), options_.block_size);
    return;
  }
  leaf_.open(file_.block(), options_.block_size);
  // The tree begins with an item that has no key and is not an entry.
  put_item_head(leaf_.add_item(kLeafItemHeader), kLeafItemHeader, kFirstComponent | kLastComponent,
                "", 0);
}

void TableWriter::remember(std::string_view key) {
  std::memcpy(last_key_, key.data(), key.size());
  last_key_size_ = key.size();
}

TableRoot TableWriter::finish() {
  TableRoot root;
  root.block_size = options_.block_size;
  root.compress_min = options_.compress_min;
  if (entries_ != 0) {
    leaf_.close(0);
    const std::uint32_t leaf = file_.close_block();
    root.fake = false;
    root.entries = entries_;
    if (branches_.empty()) {
      root.root_block = leaf;
    } else {
      branches_.add_leaf(leaf, separator_);
      const BranchLevels::Root top = branches_.finish();
      root.root_block = top.block;
      root.level = top.level;
    }
    root.first_unused_block = file_.blocks();
  }
  file_.finish();
  return root;
}

}  // namespace ibid::glass
