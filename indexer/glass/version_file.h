// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file `iamglass`, which turns written tables into a database: its revision, where each tree
// begins, and the statistics of the whole.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/format.h"

namespace ibid::glass {

// The root of one table, as TableWriter::finish() returns it. By default: a table without entries,
// whose file is absent or has 0 bytes.
struct TableRoot {
  std::uint32_t root_block = 0;
  std::uint32_t level = 0;    // 0: the root is a leaf
  bool sequential = true;     // leaves in the order of their numbers are in key order
  std::uint64_t entries = 0;  // a split tag is one
  std::size_t block_size = kDefaultBlockSize;  // bytes
  std::uint32_t compress_min = 0;              // see kCompressMin
  std::uint32_t first_unused_block = 0;        // = number of blocks
  bool fake = true;                            // no tree
};

// Statistics of the whole database. Lengths are sums of wdf.
struct Statistics {
  std::uint64_t documents = 0;
  std::uint64_t last_docid = 0;  // >= documents
  std::uint64_t min_doclen = 0;  // the least that is not 0; 0 if there is none
  std::uint64_t max_wdf = 0;     // of any term in any document
  std::uint64_t max_doclen = 0;  // >= max_wdf
  std::uint64_t total_doclen = 0;
};

using Uuid = std::array<unsigned char, 16>;  // any bytes, different for each database

// `roots`: in the order of enum Table. Throws Error{kIndex} for impossible statistics.
std::string encode_version_file(const Uuid& uuid, std::uint32_t revision,
                                const std::array<TableRoot, kTables>& roots,
                                const Statistics& statistics);

// The part of a version file, by this program or Xapian, that leads to the blocks in use.
struct TreeRoots {
  std::uint32_t revision = 0;
  std::array<TableRoot, kTables> tables;
};

// The bytes of the version file of a database; they differ for each commit. Empty: there is no
// file. Throws Error{kSystem}.
std::string read_version_file(const std::string& dir);
// Throws Error{kIndex} for bytes that are not of this format.
TreeRoots decode_tree_roots(std::string_view version_file);

// The commit: from here on `dir` is a database. Its tables must be synced. Throws Error{kSystem};
// then there is no version file or, if the sync of `dir` failed, one whose name may not last.
void publish_version_file(const std::string& dir, std::string_view bytes);

}  // namespace ibid::glass
