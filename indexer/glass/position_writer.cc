// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/position_writer.h"

#include "indexer/glass/encoding.h"
#include "indexer/glass/positions.h"

namespace ibid::glass {

void PositionWriter::begin_term(std::string_view term) {
  key_.clear();
  append_sortstr_closed(key_, term);
  term_size_ = key_.size();
}

void PositionWriter::add(std::uint32_t docid, const std::uint32_t* positions, std::size_t count) {
  key_.resize(term_size_);
  append_sortable(key_, docid);
  tag_.clear();
  append_positions(tag_, positions, count);
  table_.add(key_, tag_);
}

}  // namespace ibid::glass
