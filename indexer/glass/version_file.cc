// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/version_file.h"

#include "corpus/error.h"
#include "indexer/durable_files.h"
#include "indexer/glass/encoding.h"

namespace ibid::glass {
namespace {

// Nothing is free: both cursors stand at 0, 0.
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

void publish_version_file(const std::string& dir, std::string_view bytes) {
  const std::string unfinished = dir + "/" + kVersionFileUnfinished;
  write_durably(unfinished, bytes);
  rename_or_throw(unfinished, dir + "/" + kVersionFile);
  sync_folder(dir);
}

}  // namespace ibid::glass
