// SPDX-License-Identifier: GPL-2.0-or-later
//
// All blocks of a text at once, which the parser never holds: for tests that ask what a block is.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/layout/outline.h"

namespace ibid::testing {

inline std::vector<Block> split_blocks(std::string_view text) {
  std::vector<Block> blocks;
  BlockReader reader(text);
  while (std::optional<Block> block = reader.next()) blocks.push_back(std::move(*block));
  return blocks;
}

}  // namespace ibid::testing
