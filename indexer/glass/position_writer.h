// SPDX-License-Identifier: GPL-2.0-or-later
//
// The position table: where each term stands in each document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/block_table.h"

namespace ibid::glass {

// Terms ascending by bytes, and docids within each; TableWriter refuses any other order.
// Thread: one object, one thread. Throws what TableWriter throws.
class PositionWriter {
 public:
  // `table` is new and outlives this; the caller finishes it.
  explicit PositionWriter(TableWriter& table) : table_(table) {}

  void begin_term(std::string_view term);
  // Range: as append_positions(). A document where the term has no positions is left out.
  void add(std::uint32_t docid, const std::uint32_t* positions, std::size_t count);

 private:
  TableWriter& table_;
  std::string key_, tag_;
  std::size_t term_size_ = 0;  // bytes of key_ before the docid
};

}  // namespace ibid::glass
