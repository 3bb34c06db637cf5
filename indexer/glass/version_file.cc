// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/version_file.h"

#include <bit>

#include "corpus/error.h"
#include "indexer/glass/encoding.h"
#include "indexer/system/durable_files.h"

namespace ibid::glass {
namespace {

// No block is free: both cursors are at 0, 0.
std::string empty_free_list(std::uint32_t revision, std::uint32_t first_unused_block) {
  std::string list;
  append_varint(list, revision);
  append_varint(list, first_unused_block);
  list.append(4, '\0');
  return list;
}

void append_root(std::string& out, std::uint32_t revision, const TableRoot& root) {
  append_varint(out, root.root_block);
  append_varint(
      out, std::uint64_t{root.level} << 2 | (root.sequential ? 2U : 0U) | (root.fake ? 1U : 0U));
  append_varint(out, root.entries);
  append_varint(out, root.block_size >> 11);
  append_varint(out, root.compress_min);
  append_string(out, root.fake ? "" : empty_free_list(revision, root.first_unused_block));
}

[[noreturn]] void refuse() {
  throw Error(ErrorKind::kIndex, std::string("the file ") + kVersionFile + " is damaged");
}

std::uint32_t read_varint32(const char*& at, const char* end) {
  const std::uint64_t value = read_varint(at, end);
  if (value > UINT32_MAX) refuse();
  return static_cast<std::uint32_t>(value);
}

// Of the free list that an update left, only the start of the unused blocks is kept.
std::uint32_t read_first_unused_block(const char*& at, const char* end) {
  const std::uint64_t size = read_varint(at, end);
  if (size > static_cast<std::uint64_t>(end - at)) refuse();
  const char* list = at;
  at += size;
  if (size == 0) return 0;
  read_varint(list, at);  // the revision
  return read_varint32(list, at);
}

TableRoot read_root(const char*& at, const char* end) {
  TableRoot root;
  root.root_block = read_varint32(at, end);
  const std::uint64_t flags = read_varint(at, end);
  root.level = static_cast<std::uint32_t>(flags >> 2U);
  root.sequential = (flags & 2U) != 0;
  root.fake = (flags & 1U) != 0;
  root.entries = read_varint(at, end);
  const std::uint64_t size = read_varint(at, end);
  root.block_size = size << 11U;
  root.compress_min = read_varint32(at, end);
  root.first_unused_block = read_first_unused_block(at, end);
  const bool sound = flags >> 2U < kMaxLevels && std::has_single_bit(size) &&
                     root.block_size <= kMaxBlockSize &&
                     (root.fake || root.root_block < root.first_unused_block);
  if (!sound) refuse();
  return root;
}

}  // namespace

std::string encode_version_file(const Uuid& uuid, std::uint32_t revision,
                                const std::array<TableRoot, kTables>& roots,
                                const Statistics& statistics) {
  if (statistics.last_docid < statistics.documents || statistics.max_doclen < statistics.max_wdf ||
      statistics.max_doclen < statistics.min_doclen ||
      statistics.total_doclen < statistics.max_doclen) {
    throw Error(ErrorKind::kIndex,
                "cannot write the index: the statistics of its documents contradict each other");
  }
  std::string out{kMagic};
  out.append(kFormatVersion);
  out.append(uuid.begin(), uuid.end());
  append_varint(out, revision);
  for (const TableRoot& root : roots) append_root(out, revision, root);
  append_varint(out, statistics.documents);
  append_varint(out, statistics.last_docid - statistics.documents);
  append_varint(out, statistics.min_doclen);
  append_varint(out, statistics.max_wdf);
  append_varint(out, statistics.max_doclen - statistics.max_wdf);
  append_varint(out, 0);  // the oldest changeset
  append_varint(out, statistics.total_doclen);
  append_varint(out, 0);  // the highest frequency in the spelling table
  if (out.size() > kMaxVersionFileBytes) {
    throw Error(ErrorKind::kIndex, "cannot write the index: its version file would be too long");
  }
  return out;
}

TreeRoots decode_tree_roots(std::string_view version_file) {
  const std::string head = std::string(kMagic).append(kFormatVersion);
  if (!version_file.starts_with(head)) refuse();
  version_file.remove_prefix(head.size());
  if (version_file.size() < Uuid{}.size()) refuse();
  version_file.remove_prefix(Uuid{}.size());
  const char* at = version_file.data();
  const char* const end = at + version_file.size();
  TreeRoots roots;
  roots.revision = read_varint32(at, end);
  for (TableRoot& table : roots.tables) table = read_root(at, end);
  return roots;
}

std::string read_version_file(const std::string& dir) {
  return read_if_there(dir + "/" + kVersionFile).value_or("");
}

void publish_version_file(const std::string& dir, std::string_view bytes) {
  const std::string unfinished = dir + "/" + kVersionFileUnfinished;
  write_durably(unfinished, bytes);
  rename_or_throw(unfinished, dir + "/" + kVersionFile);
  sync_folder(dir);
}

}  // namespace ibid::glass
