// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checksums of a database's tables, one per block, for damage that Xapian does not see: a flipped
// bit that turns one word into another leaves a valid table. They lie in a file beside the tables
// and are compared without Xapian, whose own check reads past the end of some damaged blocks.
//
// Xapian's updates never overwrite a block that a committed state uses: a changed block is written
// elsewhere, and so is every branch that leads to it, up to the root. Each block begins with the
// revision that wrote it. So blocks reached from the root whose revision is not newer than that of
// the sums are as they were then, even after a killed update. An update sums only newer blocks,
// which a walk finds without reading the rest, and damage from before an update is still found
// after it. Free blocks are not summed: no search reads them, and Xapian's check compares their
// list with the trees.
//
// File, numbers little-endian: 8 bytes: the revision; 4: CRC-32 of the version file; for each table
// in the order of glass::kTableFiles 8 bytes: the number of blocks, and for each 4: its CRC-32, or
// 0 for one that was never in use; 4: CRC-32 (RFC 1952) of all before.
#pragma once

#include <string>
#include <vector>

namespace ibid {

// Sums a complete database. Throws Error{kSystem}, or {kIndex} if it is not a database.
void make_block_sums(const std::string& database_dir);

// Adds the blocks that commits have written since; does nothing if there were none. Leaves missing
// or damaged sums as they are: new ones would vouch for unknown blocks. Throws as
// make_block_sums(); the sums are then unchanged.
void update_block_sums(const std::string& database_dir);

// Returns one sentence for each difference from the sums; empty if there is none. Throws
// Error{kSystem}.
std::vector<std::string> check_block_sums(const std::string& database_dir);

// Call before opening the database: compares only the version file, some 200 bytes, because a
// damaged one can crash Xapian. Throws Error{kIndex} with the remedy, Error{kSystem}. Does nothing
// if there are no sums of its revision, as between a commit and its sums.
void refuse_damaged_version_file(const std::string& database_dir);

}  // namespace ibid
