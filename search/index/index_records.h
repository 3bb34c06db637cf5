// SPDX-License-Identifier: GPL-2.0-or-later
//
// The records of documents in one state of an index, read without Xapian: which looks up the length
// of each first, and inflates with zlib, a third as fast.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/glass/deflate.h"
#include "indexer/glass/table_reader.h"

namespace ibid {

// Thread: one object, one thread. Throws what glass::TableReader and glass::Inflater throw.
class IndexRecords {
 public:
  // Of the table of documents: its file, tree and state.
  IndexRecords(const std::string& path, const glass::TableRoot& root, std::uint32_t revision)
      : table_(path, root, revision) {}
  IndexRecords(const IndexRecords&) = delete;
  IndexRecords& operator=(const IndexRecords&) = delete;

  // Empty: there is none.
  std::string read(std::uint32_t docid);

 private:
  glass::TableReader table_;
  glass::TableCursor place_;
  glass::Inflater inflater_;
  std::string key_;
};

}  // namespace ibid
