// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds, as the JSON line of docs/output-format.md. Value -> text; prints nothing.
#pragma once

#include <string>

#include "indexer/folder/index_info.h"

namespace ibid {

// `reader`: what shuts in the processes that read files of other formats than text, or why there
// are none; in words.
std::string info_json_line(const IndexInfo& info, const std::string& reader);

}  // namespace ibid
