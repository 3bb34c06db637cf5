// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds words in an index: matches of wildcards, words of one stem, words with endings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/term.h"
#include "search/index/statistics.h"

namespace ibid {

struct Expansion {
  std::vector<std::string> terms;  // as in the index; most frequent first, ties by bytes
  std::size_t found = 0;           // more than terms.size() if the list was cut
};

// Terms of the field and form whose text matches `pattern`: * any run, ? one character; what ends
// in Korean also before particles and endings of the word (*협정: 정전협정을). `pattern` is folded
// like terms, and the part of a word that the analyzer takes as one.
Expansion expand_wildcard(Statistics& statistics, TextField field, FormKind kind,
                          std::string_view pattern);

// Surface terms of a single word that have `stem` among their stems, lemmas and parts.
Expansion expand_stem(Statistics& statistics, TextField field, std::string_view stem,
                      Analyzer& analyzer);

// All surface terms that are the Korean word `surface`, alone or with particles or an ending.
std::vector<std::string> expand_ending(Statistics& statistics, TextField field,
                                       std::string_view surface);

bool matches_wildcard(std::string_view text, std::string_view pattern);

}  // namespace ibid
