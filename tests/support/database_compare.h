// SPDX-License-Identifier: GPL-2.0-or-later
//
// Are two Xapian databases the same to whoever asks through the public API?
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace ibid::testing {

// Compares counts, bounds and averages, metadata, every term with its frequencies, every posting
// with wdf, every document with its length, termlist, data and values, every slot's
// stream and statistics, skipping in long lists, and rankings. Not the UUID. One sentence a
// difference, 50 at most; empty: none found.
std::vector<std::string> differences(const Xapian::Database& a, const Xapian::Database& b);

// What Xapian's own check finds wrong in the database in `folder`; empty: nothing.
std::string check_errors(const std::string& folder);

}  // namespace ibid::testing
