// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources that somebody means by words: by their title, publisher, author or address, as the
// lists of reports give them, or by the words that passages cite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"

namespace ibid {

// kPublisher: who publishes it: the publisher, the author and the host of its address; of an entry
// that names neither publisher nor author, and of words without an entry, all of its words.
// kPublisherName: the words are the whole name of the publisher, in any case.
enum class SourceWords : std::uint8_t { kAll, kPublisher, kPublisherName };

struct NamedSources {
  std::vector<std::string> sources;  // as Citation::source; ascending
  bool cut = false;                  // there are more than kMostNamedSources
};
inline constexpr std::size_t kMostNamedSources = 10'000;

// Those that have every word of `words` in any of its forms, stop words aside. None if `words` has
// no word. Of kPublisherName: those that have the name, by their ids. Reads the source-list entries
// that have the words, their reports, and all terms of cited sources. May throw Xapian::Error.
NamedSources sources_named(const IndexView& index, Analyzer& analyzer, std::string_view words,
                           SourceWords which);

}  // namespace ibid
