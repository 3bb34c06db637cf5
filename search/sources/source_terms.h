// SPDX-License-Identifier: GPL-2.0-or-later
//
// The sources that an index has terms for: cited ones, and listed ids. May throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"
#include "corpus/report/source_id.h"
#include "search/index/index_view.h"

namespace ibid {

// The documents with the term of a source; as a term is cut at schema::kMaxTermBytes, some may have
// other sources. `prefix` is schema::kCites or kLists.
void for_each_document(const Xapian::Database& database, char prefix, std::string_view source,
                       const std::function<void(Xapian::docid)>& take);

// Each cited source, as written, with the documents that cite it (ascending). Sources too long for
// a term are read from their documents.
using TakeSource = std::function<void(const std::string&, const std::vector<Xapian::docid>&)>;
void for_each_cited_source(const Xapian::Database& database, const TakeSource& take);

// Other sources with ids that differ from `id` only in the chunks; ascending.
std::vector<std::string> other_chunks(const Xapian::Database& database, const SourceId& id);

// The source that a list entry describes: its id; without an id its URL, or its title if that is
// cited and the URL is not. Empty if it names nothing that can be cited.
std::string described_source(const Xapian::Database& database, const ListedSource& entry);

// The source that someone who wrote `source` may have meant: one with the same key and other
// chunks, kind or language, one that differs by one or two characters, or one that contains it.
std::optional<std::string> nearest_source(const IndexView& index, std::string_view source);

}  // namespace ibid
