// SPDX-License-Identifier: GPL-2.0-or-later
//
// By which words of an index a Korean name of one word is found, and by which not: 인도 is India in
// 인도는, but no country in 인도적 (humane) and 인도했다 (handed over).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/term.h"
#include "search/index/index_view.h"

namespace ibid {

// True if `word` is `name`, alone or with particles, and no verb or adjective made of it. Both are
// Hangul; `word` begins with `name`.
bool is_name_with_particles(std::string_view word, std::string_view name);

// True if `word` is `noun`, alone or with particles, of whatever length.
bool is_with_particles(std::string_view word, std::string_view noun);

// The terms of the field by which the index may hold the name, alone or with particles. May throw
// Xapian::Error.
std::vector<std::string> korean_name_terms(const IndexView& index, TextField field,
                                           std::string_view name);

// True for names that are also other words (word_lists/name_homographs).
bool is_also_a_word(std::string_view name);

}  // namespace ibid
