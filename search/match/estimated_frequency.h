// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many documents have any, or all, of some terms if the terms are independent. Exactly the
// numbers that Xapian's matcher uses for an OP_OR, OP_SYNONYM or OP_AND of them (1.4.0 to 1.4.32;
// tests/search/match/ranked_words_test.cc), so that both score alike. Thread: safe.
#pragma once

#include <cstdint>
#include <vector>

namespace ibid {

// `frequencies`: at least one. `documents`: the number of documents in the index, at least 1.
std::uint32_t frequency_of_any(std::vector<std::uint32_t> frequencies, std::uint32_t documents);
std::uint32_t frequency_of_all(std::vector<std::uint32_t> frequencies, std::uint32_t documents);

}  // namespace ibid
