// SPDX-License-Identifier: GPL-2.0-or-later
//
// An answer that is too large even by itself: its longest texts and lists are cut, ids never.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/render/json_sink.h"

namespace ibid {

// The bytes of `value` as JSON.
std::size_t json_bytes(const Json& value);

// Cuts texts (at a character, with … at the cut) and lists of `value` until it has at most
// `most_bytes`, or until nothing is left to cut. `path`: of `value`, as a JSON pointer; the
// pointers of what was cut are appended to `cut`. Highlights beyond the end of a cut passage are
// removed.
void shorten(Json& value, std::size_t most_bytes, const std::string& path,
             std::vector<std::string>& cut);

}  // namespace ibid
