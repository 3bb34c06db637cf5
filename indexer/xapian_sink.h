// SPDX-License-Identifier: GPL-2.0-or-later
//
// An IndexSink over Xapian::WritableDatabase. Library-internal.
#pragma once

#include <memory>
#include <string>

#include "indexer/index_sink.h"

namespace ibid {

enum class OpenMode { kCreate, kUpdate };

// `database_dir`: a glass database; made anew with kCreate (it must not exist).
std::unique_ptr<IndexSink> open_xapian_sink(const std::string& database_dir, OpenMode mode);

}  // namespace ibid
