// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that ICU lacks: short forms, older names, peoples, bodies of states. The list is
// indexer/word_lists/own_names.txt.
#pragma once

#include <span>

namespace ibid {

struct OwnNames {
  const char* english;  // names separated by |
  const char* korean;
  const char* region;  // ISO 3166 code whose names these join; "" for a group of its own
};

// Lender: the program.
std::span<const OwnNames> own_names();

}  // namespace ibid
