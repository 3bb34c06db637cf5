// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands in a mark behind "source:": ids, addresses, words, and their locators.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/report/source_id.h"

namespace ibid {

// Reads `list` of `text`, items separated by "," or ";". Ids among other words ("Reuters go-…")
// replace their item. A locator (locator.h) belongs to the source before it and is none itself; a
// title in quotes belongs to the words before it. Without any source, returns nothing.
std::vector<MarkedSource> read_mark_items(std::string_view text, ByteRange list);

// The address that `text` begins with, without the signs that close its sentence or bracket. A
// bracket that the address itself opens belongs to it: "https://…/S-400_(missile)".
std::string_view address_at(std::string_view text);

}  // namespace ibid
