// SPDX-License-Identifier: GPL-2.0-or-later
//
// "Did you mean": words of the query that the index does not know, replaced by near ones it does.
// Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// `query` with each unknown word replaced by the most frequent word within one edit (two from eight
// letters on; Korean is compared letter by letter, not by syllable). Nothing where all are known or
// none is near. May throw Xapian::Error.
std::optional<std::string> suggest(std::string_view query, const Xapian::Database& database,
                                   Analyzer& analyzer);

}  // namespace ibid
