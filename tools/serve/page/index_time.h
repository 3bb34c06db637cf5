// SPDX-License-Identifier: GPL-2.0-or-later
//
// When the index was changed last: by the file that each commit rewrites.
#pragma once

#include <string>

namespace ibid {

struct IndexTime {
  std::string shown;    // "2024-06-27 14:05 +0900", in the zone of the server; empty: not known
  std::string machine;  // "2024-06-27T14:05:09+0900", for <time datetime>
};

IndexTime time_of_index(const std::string& index_dir);

}  // namespace ibid
