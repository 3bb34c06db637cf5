// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads the values of one slot from the postlist table, one document at a time. Xapian's iterator
// copies a block and each value that it passes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/table_reader.h"

namespace ibid::glass {

// Thread: one object, one thread. Throws what TableReader throws.
class ValueReader {
 public:
  // `table`: the postlist table, lent for the object's life.
  ValueReader(TableReader& table, std::uint32_t slot);

  // The value of a document, empty if it has none. Fastest if documents ascend from call to call.
  // Lender: this object, until the next call.
  std::string_view value(std::uint32_t docid);

 private:
  bool go_to_chunk(std::uint32_t docid);
  void read_entry();

  TableReader& table_;
  TableCursor cursor_;
  std::string chunk_key_;  // without the docid
  // The present entry; docid_ 0: none.
  std::uint64_t docid_ = 0;
  std::string_view value_;
  const char* at_ = nullptr;  // the next entry of the chunk
  const char* end_ = nullptr;
};

}  // namespace ibid::glass
