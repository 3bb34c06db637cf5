// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_records.h"

#include "indexer/glass/encoding.h"

namespace ibid {

std::string IndexRecords::read(std::uint32_t docid) {
  key_.clear();
  glass::append_sortable(key_, docid);
  if (!table_.find(key_, place_) || place_.key() != key_) return "";
  return place_.deflated() ? inflater_.raw(place_.tag()) : std::string(place_.tag());
}

}  // namespace ibid
