// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files of RSS 2.0 (and 0.9x), RSS 1.0 and Atom 1.0: each entry is a document.
#pragma once

#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/feeds/feed_entry.h"

namespace ibid {

// FileFormat::kRss and kAtom; the outer element decides. Refuses a doctype that declares anything.
std::vector<ExtractedFile> read_feed(const ReaderInput& input);

// The same, a document at a time; returns notes on the whole file.
std::vector<std::string> stream_feed(const ReaderInput& input, const TakeDocument& take);

}  // namespace ibid
