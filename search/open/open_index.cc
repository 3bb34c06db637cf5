// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/open/open_index.h"

#include "indexer/folder/database_info.h"
#include "search/open/open_index_internals.h"

namespace ibid {

OpenIndex::OpenIndex(const std::string& index_dir)
    : internals_(std::make_unique<Internals>(index_dir)) {}
OpenIndex::~OpenIndex() = default;

IndexInfo OpenIndex::info() {
  IndexSession& session = internals_->session;
  return session.run([&] {
    const IndexSnapshot& snapshot = session.snapshot();
    return database_info(snapshot.database(), session.dir(), snapshot.manifest());
  });
}

IndexState OpenIndex::state() {
  IndexSession& session = internals_->session;
  return session.run([&] { return session.snapshot().state(); });
}

}  // namespace ibid
