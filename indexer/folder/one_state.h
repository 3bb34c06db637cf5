// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether the files of a database belong together: all of one state. Those of a copy that was taken
// beside a writer, or broken off over an older copy, may not, and Xapian would answer from blocks
// of several states without noticing.
#pragma once

#include <string>

namespace ibid {

// Call before opening the database in `index_dir`. Reads next to nothing while the tables are those
// that the last writer left (sums_file.h tells by their inodes). Otherwise, as in a copy that was
// made by another program, compares checksums: of all blocks in use, or, of large tables that no
// update has changed, of their branches. That takes 0.3 ms a megabyte. Throws Error{kIndex} with
// the remedy, Error{kSystem}.
void expect_one_state(const std::string& index_dir, const std::string& database_dir);

// True if nothing has written to the tables since seal_state(). Throws Error{kSystem}.
bool is_sealed(const std::string& database_dir);

// For the lock's holder, after expect_one_state(): makes the next one read next to nothing.
void seal_state(const std::string& database_dir);

// The error of an index whose files are not of one state; `why` names one.
[[noreturn]] void refuse_state(const std::string& index_dir, const std::string& why);

}  // namespace ibid
