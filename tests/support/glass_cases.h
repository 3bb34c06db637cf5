// SPDX-License-Identifier: GPL-2.0-or-later
//
// Inputs at the limits of what a glass database can hold.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "tests/support/naive_load.h"

namespace ibid::testing {

// Xapian's own check of a database takes 4 bytes of memory for each docid up to the last one.
enum class Check { kXapians, kNone };

struct GlassCase {
  std::string name;  // letters and digits
  std::function<LoadInput()> input;
  LoadOptions options = {};
  Check check = Check::kXapians;
};

void PrintTo(const GlassCase& c, std::ostream* out);

std::vector<GlassCase> glass_cases();

// A document of a few terms, values and data that depend on `seed` alone.
OwnedDocument varied_document(std::uint32_t seed);

}  // namespace ibid::testing
