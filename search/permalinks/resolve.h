// SPDX-License-Identifier: GPL-2.0-or-later
//
// A permalink -> what has become of it, by two look-ups in one state of an index: of the id, and of
// the text's hash.
#pragma once

#include "corpus/report/passage_id.h"
#include "search/permalinks/resolution.h"

namespace ibid {

class OpenIndex;

// Thread: that of the index.
class PermalinkResolver {
 public:
  // `index`: lent for the object's life. Files are looked at anew, whether they are still what was
  // indexed: once each for as long as nothing else is asked of the index.
  explicit PermalinkResolver(OpenIndex& index);

  // `ref` holds a hash. Throws Error{kIndex}.
  Resolution resolve(const PassageRef& ref);

 private:
  OpenIndex& index_;
};

}  // namespace ibid
