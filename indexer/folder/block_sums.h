// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checksums of a database's tables, one per block, for damage that Xapian does not see: a flipped
// bit that turns one word into another leaves a valid table, and so does a block of another state.
// They lie in a file beside the tables (sums_file.h) and are compared without Xapian, whose own
// check reads past the end of some damaged blocks.
//
// Xapian's updates never overwrite a block that the last committed state uses: a changed block is
// written elsewhere, and so is every branch that leads to it, up to the root. Each block begins
// with the revision that wrote it. So a commit sums only blocks that are newer than the state
// before, which a walk finds without reading the rest, and damage from before an update is still
// found after it. The sums of all blocks of the state before stay. Free blocks are not judged: no
// search reads them, and Xapian's check compares their list with the trees.
//
// The sums are written before the version file that makes them true. So at any moment they hold
// those of the state that the version file names, which is their last one or the one before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/folder/sums_file.h"

namespace ibid {

// Sums a complete database that nobody has updated yet. Throws Error{kSystem}, or {kIndex} if it is
// not a database.
void make_block_sums(const std::string& database_dir);

// Makes the state of `version_file` the live one, durably; its blocks are on disk, and `before` is
// the version file of the last state. Throws Error{kSystem}, or {kIndex} if the sums are damaged;
// the last state is then the live one.
void commit_with_sums(const std::string& database_dir, std::string_view before,
                      std::string_view version_file);

// Returns one sentence for each difference from the sums; empty if there is none. Throws
// Error{kSystem}.
std::vector<std::string> check_block_sums(const std::string& database_dir);

// One sentence if a block of the table that `version_file` uses is not as written. Throws
// Error{kSystem}, or {kIndex} if it is no version file.
enum class Blocks : std::uint8_t { kAll, kBranches };
std::string check_table(const std::string& database_dir, std::string_view version_file,
                        const BlockSums& sums, std::size_t table, Blocks blocks);

}  // namespace ibid
