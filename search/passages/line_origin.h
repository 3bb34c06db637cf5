// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a line of input comes from, for commands that read one question per line.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

struct LineOrigin {
  std::uint64_t line = 0;  // 1-based; 0: the command line
  std::string id;          // from its JSON object; empty: none
};

}  // namespace ibid
