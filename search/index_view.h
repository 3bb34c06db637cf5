// SPDX-License-Identifier: GPL-2.0-or-later
//
// One state of an index as queries read it. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <memory>

#include "indexer/gone_documents.h"
#include "indexer/place_file.h"

namespace ibid {

struct IndexView {
  Xapian::Database database;
  std::shared_ptr<const PlaceFile> places;    // never null
  std::shared_ptr<const GoneDocuments> gone;  // never null
};

}  // namespace ibid
