// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names in both languages that ICU lacks, from lists in indexer/word_lists: own_names (short forms,
// older names, peoples), world_bodies, korean_bodies, state_offices, companies, leaders and
// named_places.
#pragma once

#include <span>
#include <vector>

namespace ibid {

struct OwnNames {
  const char* english;  // names separated by |; ~ before one: see NameGroup::loose
  const char* korean;
  const char* region = "";  // ISO 3166 code whose names these join; "" for a group of its own
};

// Each list; owner: the program.
std::vector<std::span<const OwnNames>> own_names();

}  // namespace ibid
