// SPDX-License-Identifier: GPL-2.0-or-later
//
// Removed passages whose text postings stay. A termlist that holds exact values only
// (schema::kMetaExactLists) does not tell Xapian the other terms: a removal leaves an empty
// document in its place, which searches skip, so that every number in the index stays true. The
// next build drops them. All functions may throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace ibid {

// Thread: const calls from any number.
class DeletedDocuments {
 public:
  // An empty set.
  DeletedDocuments() = default;
  // Reads those of one state of a database. Throws Error{kIndex} if they are damaged.
  explicit DeletedDocuments(const Xapian::Database& database);

  bool empty() const { return ranges_.empty(); }
  std::uint32_t count() const { return count_; }
  // Returns the first deleted document from `docid` on, or 0 if there is none.
  Xapian::docid next(Xapian::docid docid) const;

 private:
  struct Range {
    Xapian::docid first, last;
  };
  std::vector<Range> ranges_;  // ascending, apart
  std::uint32_t count_ = 0;
};

// The number of passages, without the deleted ones.
std::uint64_t passage_count(const Xapian::Database& database);

// Removes the documents of one report, which all have the exact term `report`.
void remove_documents(Xapian::WritableDatabase& database, const std::string& report);

}  // namespace ibid
