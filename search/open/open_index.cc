// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/open/open_index.h"

#include "corpus/error.h"
#include "indexer/folder/database_info.h"
#include "search/open/open_index_internals.h"

namespace ibid {

OpenIndex::OpenIndex(const std::string& index, Nodes wanted)
    : internals_(std::make_unique<Internals>(index, wanted)) {}
OpenIndex::~OpenIndex() = default;

IndexInfo OpenIndex::info() {
  IndexSession& session = internals_->session;
  if (session.is_on_nodes()) {
    throw Error(
        ErrorKind::kUsage,
        "what an index holds is asked where it is; over several nodes there is `ibid list`");
  }
  return session.run([&] {
    const IndexSnapshot& snapshot = session.snapshot();
    return database_info(snapshot.database(), session.dir(), snapshot.manifest());
  });
}

bool OpenIndex::is_on_nodes() const { return internals_->session.is_on_nodes(); }

IndexState OpenIndex::state() {
  IndexSession& session = internals_->session;
  return session.run([&] { return session.snapshot().state(); });
}

}  // namespace ibid
