// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_records.h"

#include "indexer/glass/encoding.h"

namespace ibid {

std::string IndexRecords::read(std::uint32_t docid) {
  key_.clear();
  glass::append_sortable(key_, docid);
  if (!table_.find(key_, cursor_) || cursor_.key() != key_) return "";
  return cursor_.deflated() ? inflater_.raw(cursor_.tag()) : std::string(cursor_.tag());
}

}  // namespace ibid
