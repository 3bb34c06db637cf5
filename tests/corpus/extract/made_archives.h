// SPDX-License-Identifier: GPL-2.0-or-later
//
// ZIP and OLE files for tests, made from names, as small as they can be: nothing is packed, streams
// of OLE are empty.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ibid::testing {

// Names and contents of the entries, in order.
using ZipEntries = std::vector<std::pair<std::string, std::string>>;
std::string make_zip(const ZipEntries& entries);

// With a directory of `root` in one tree below the root, and below its first one `inside`.
// `sector_shift`: 9 or 12.
std::string make_ole(const std::vector<std::string>& root,
                     const std::vector<std::string>& inside = {}, unsigned sector_shift = 9);

}  // namespace ibid::testing
