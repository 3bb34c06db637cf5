// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that ICU lacks: short forms, older names, peoples, bodies of states.
#pragma once

#include <span>

namespace ibid {

struct OwnNames {
  const char* region;   // ISO 3166 code whose names these join; "" for a group of its own
  const char* english;  // | between
  const char* korean;
};

// Lender: the program.
std::span<const OwnNames> own_names();

}  // namespace ibid
