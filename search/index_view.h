// SPDX-License-Identifier: GPL-2.0-or-later
//
// One state of an index as queries read it. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <memory>

#include "indexer/place_file.h"

namespace ibid {

struct IndexView {
  Xapian::Database database;
  std::shared_ptr<const PlaceFile> places;  // never null
};

}  // namespace ibid
