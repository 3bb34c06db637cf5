// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources that an index has terms for: cited ones, and listed ids. Names Xapian: search
// internals only. May throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"

namespace ibid {

// Documents of the term of a source, which may hold others too: a term is cut at
// schema::kMaxTermBytes. `prefix` is schema::kCites or kLists.
void for_each_document(const Xapian::Database& database, char prefix, std::string_view source,
                       const std::function<void(Xapian::docid)>& take);

// Each cited source, as written, with the documents that cite it (ascending). Sources too long for
// a term are read from their documents.
using TakeSource = std::function<void(const std::string&, const std::vector<Xapian::docid>&)>;
void for_each_cited_source(const Xapian::Database& database, const TakeSource& take);

// Other sources whose ids differ from `id` in the chunks alone; ascending.
std::vector<std::string> other_chunks(const Xapian::Database& database, const SourceId& id);

// The source that a list entry describes: its id; without one its URL, but its title where that is
// cited and the URL is not. Empty where it names nothing that can be cited.
std::string described_source(const Xapian::Database& database, const ListedSource& entry);

// The source that someone who wrote `source` may have meant: the same key under other chunks, kind
// or language, a slip of one or two characters, or one that `source` is a part of.
std::optional<std::string> nearest_source(const Xapian::Database& database,
                                          std::string_view source);

}  // namespace ibid
