// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checksums of a database's tables, a block at a time, for damage that Xapian does not see: a bit
// that turns one word into another leaves a valid table. They lie in a file beside the tables and
// are compared without Xapian, whose own check reads past the end of some damaged blocks.
//
// Xapian's updates write over no block that a committed state uses, and over nothing above it: a
// changed block gets another place, and so does the branch that leads to it, up to the root. Each
// block begins with the revision that wrote it. So, of the blocks that are reached from the root,
// those up to the revision of the sums are as they were then, whatever came after, a killed update
// included; and an update has only those to sum that are newer, which a walk finds without reading
// the rest. What was damaged before an update stays found after it. Not summed: free blocks, which
// no search reads; Xapian's check compares their list with the trees.
//
// File, numbers little-endian: 8 bytes: the revision; 4: CRC-32 of the version file; for each table
// in the order of glass::kTableFiles 8 bytes: a number of blocks, and for each 4: its CRC-32, or 0
// for one that was never in use; 4: CRC-32 (RFC 1952) of all before.
#pragma once

#include <string>
#include <vector>

namespace ibid {

// Of a database that is complete. Throws Error{kSystem}, or {kIndex} where it is no database.
void make_block_sums(const std::string& database_dir);

// After commits to it: adds the blocks they wrote; does nothing when there were none. Leaves sums
// that are missing or damaged as they are: new ones would vouch for blocks that nobody knows.
// Throws as make_block_sums(); the sums are then those before.
void update_block_sums(const std::string& database_dir);

// One sentence each for what differs from the sums; empty: nothing does. Throws Error{kSystem}.
std::vector<std::string> check_block_sums(const std::string& database_dir);

// For whoever opens the database: compares the version file alone, some 200 bytes, whose damage
// Xapian answers with a crash at times. Throws Error{kIndex} with the remedy; silent where there
// are no sums of its revision, as in the moment between a commit and them. Throws Error{kSystem}.
void refuse_damaged_version_file(const std::string& database_dir);

}  // namespace ibid
