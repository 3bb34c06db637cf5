// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files of JSON whose objects are documents: one object, a list of objects, an object with a list
// (JSON Feed 1.1 and its like), or an object a line. docs/reports.md says which
// field is what.
#pragma once

#include <string>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/feeds/feed_entry.h"

namespace ibid {

// FileFormat::kJson and kJsonLines; of several objects one below the other, kJson reads lines, too.
std::vector<ExtractedFile> read_json(const ReaderInput& input);

// The same, a document at a time, of any number of them: what is in memory beside the file is one
// document and all ids. Returns notes on the whole file.
std::vector<std::string> stream_json(const ReaderInput& input, const TakeDocument& take);

}  // namespace ibid
