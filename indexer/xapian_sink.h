// SPDX-License-Identifier: GPL-2.0-or-later
//
// An IndexSink over Xapian::WritableDatabase. Library-internal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/index_sink.h"

namespace ibid {

enum class OpenMode { kCreate, kUpdate };

// `database_dir`: a glass database; made anew with kCreate (it must not exist). `memory_bytes`:
// what may be pending. A report that alone needs more is committed in parts, marked by its
// `unfinished` metadata: a reader may then see a part of it.
std::unique_ptr<IndexSink> open_xapian_sink(const std::string& database_dir, OpenMode mode,
                                            std::uint64_t memory_bytes);

// Writes `from`, closed and whole, anew as `to` with every block full: a database filled document
// by document is about twice the size it could be. Throws Error{kIndex, kSystem}.
void compact_database(const std::string& from, const std::string& to);

}  // namespace ibid
