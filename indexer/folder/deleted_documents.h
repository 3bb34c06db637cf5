// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages that were removed while the postings of their text stay. Lists of terms that hold exact
// values only (schema::kMetaExactLists) do not tell Xapian of the others: what it removes leaves an
// empty document in its place, which searches pass over, so that no number of the index is another
// than it says. The next build is without them. Names Xapian: for the indexer and search internals
// only. All may throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace ibid {

// Thread: const calls from any number.
class DeletedDocuments {
 public:
  // None.
  DeletedDocuments() = default;
  // Of one state of a database. Throws Error{kIndex} where they are damaged.
  explicit DeletedDocuments(const Xapian::Database& database);

  bool empty() const { return ranges_.empty(); }
  std::uint32_t count() const { return count_; }
  // The first document from `docid` on that is gone; 0: there is none.
  Xapian::docid next(Xapian::docid docid) const;

 private:
  struct Range {
    Xapian::docid first, last;
  };
  std::vector<Range> ranges_;  // ascending, apart
  std::uint32_t count_ = 0;
};

// How many passages there are.
std::uint64_t passage_count(const Xapian::Database& database);

// Removes the documents that have the exact term `report`, those of one report.
void remove_documents(Xapian::WritableDatabase& database, const std::string& report);

}  // namespace ibid
