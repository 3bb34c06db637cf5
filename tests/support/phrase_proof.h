// SPDX-License-Identifier: GPL-2.0-or-later
//
// Searches an index for the phrases and neighbours of its own passages, and compares each answer
// with tests/support/word_reference.h.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "search/hits/searcher.h"

namespace ibid::testing {

struct ProofOptions {
  std::size_t every_pair = 1;    // of the distinct two-word phrases, in order of first appearance
  std::size_t every_longer = 7;  // of the positions where three to six words begin
  std::size_t every_near = 5;    // of the positions where a pair of neighbours begins
  std::size_t most_shown = 40;   // differences described in `shown`
};

struct ProofResult {
  std::size_t pairs = 0, longer = 0, near = 0;  // queries asked
  std::size_t hits = 0;                         // passages found by them
  std::size_t differences = 0;                  // queries with another answer
  std::vector<std::string> shown;
};

using IdAndText = std::pair<std::string, std::string>;

ProofResult prove_phrases(Searcher& searcher, const std::vector<IdAndText>& passages,
                          const ProofOptions& options);

}  // namespace ibid::testing
