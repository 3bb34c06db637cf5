// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many documents hold any, or all, of some terms, as if those had nothing to do with each
// other. To the number what Xapian's matcher takes for an OP_OR, OP_SYNONYM or OP_AND of them
// (1.4.0 to 1.4.32; tests/search/match/ranked_words_test.cc), so that both score alike. Thread: safe.
#pragma once

#include <cstdint>
#include <vector>

namespace ibid {

// `frequencies`: at least one, of `documents` documents, of which there is at least one.
std::uint32_t frequency_of_any(std::vector<std::uint32_t> frequencies, std::uint32_t documents);
std::uint32_t frequency_of_all(std::vector<std::uint32_t> frequencies, std::uint32_t documents);

}  // namespace ibid
