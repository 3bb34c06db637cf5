// SPDX-License-Identifier: GPL-2.0-or-later
//
// Resolves a permalink by two look-ups in one state of an index: of the id, and of the text's hash.
#pragma once

#include "corpus/report/passage_id.h"
#include "search/permalinks/resolution.h"

namespace ibid {

class OpenIndex;

// Thread: that of the index.
class PermalinkResolver {
 public:
  // `index`: lent for the object's life. Whether files are still what was indexed is checked again:
  // once for each file, until something else is asked of the index.
  explicit PermalinkResolver(OpenIndex& index);

  // `ref` holds a hash. Throws Error{kIndex}.
  Resolution resolve(const PassageRef& ref);

 private:
  OpenIndex& index_;
};

}  // namespace ibid
