// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the parts of an office file lead to each other (OPC, ECMA-376 part 2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive/archive.h"

namespace ibid {

struct Relationship {
  std::string id;
  std::string type;    // the last word of its URI: "styles", "hyperlink"
  std::string target;  // the name of a part that is in the archive, or, if external, an address
  bool external = false;
};

// Those of the part `name`, or of the whole file for "". Empty if it has none.
std::vector<Relationship> relationships_of(Archive& archive, std::string_view name,
                                           const ReaderLimits& limits);

// Empty if there is none.
std::string first_target(const std::vector<Relationship>& relationships, std::string_view type);

}  // namespace ibid
