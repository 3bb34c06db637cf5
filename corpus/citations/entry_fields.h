// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the words of a source-list entry say: author, title, publisher, dates, page. The common
// orders of citation styles, English and Korean; what fits none is the title as a whole.
#pragma once

#include <string>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid {

// Fills title, publisher, author, date, accessed and locator of `source` from `words`: an entry
// without its number, ids and addresses.
void read_entry_fields(std::string_view words, ListedSource& source);

}  // namespace ibid
