// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of the documents of one file: ExtractedFile::item.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace ibid {

// One line of at most 200 bytes, without what a terminal would obey; a long one keeps its start
// and a hash.
std::string item_name(std::string_view wanted);

// Gives each name once: the second "a" becomes "a~2".
class ItemNames {
 public:
  // `name`: as item_name() returns it.
  std::string take(const std::string& name);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::uint64_t> repeated_;
};

}  // namespace ibid
