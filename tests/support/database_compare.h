// SPDX-License-Identifier: GPL-2.0-or-later
//
// Compares two Xapian databases through the public API.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace ibid::testing {

// Compares counts, bounds and averages, metadata, every term with its frequencies, every posting
// with wdf, every document with its length, termlist, data and values, every slot's stream and
// statistics, skipping in long lists, and rankings; not the UUID. Returns one sentence for each
// difference, at most 50.
std::vector<std::string> differences(const Xapian::Database& a, const Xapian::Database& b);

// Returns the faults that Xapian's own check finds in the database in `folder`; empty if none.
std::string check_errors(const std::string& folder);

}  // namespace ibid::testing
