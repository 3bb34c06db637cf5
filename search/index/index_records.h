// SPDX-License-Identifier: GPL-2.0-or-later
//
// The records of documents in one state of an index, read without Xapian, which first looks up the
// length of each document and inflates with zlib at a third of the speed.
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
  // The file, tree and state of the table of documents.
  IndexRecords(const std::string& path, const glass::TableRoot& root, std::uint32_t revision)
      : table_(path, root, revision) {}
  IndexRecords(const IndexRecords&) = delete;
  IndexRecords& operator=(const IndexRecords&) = delete;

  // Returns the document's record, or empty if there is none.
  std::string read(std::uint32_t docid);

 private:
  glass::TableReader table_;
  glass::TableCursor cursor_;
  glass::Inflater inflater_;
  std::string key_;
};

}  // namespace ibid
