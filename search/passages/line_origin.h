// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a line of input comes from, for the commands that take one question a line.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

struct LineOrigin {
  std::uint64_t line = 0;  // 1-based; 0: the command line
  std::string id;          // as its JSON object names it; empty: none
};

}  // namespace ibid
