// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names of all cited and listed sources, and which of them contain some letters. Names Xapian:
// search internals only.
#pragma once

#include <xapian.h>

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

class SourceNames {
 public:
  SourceNames() = default;
  // May throw Xapian::Error.
  explicit SourceNames(const Xapian::Database& database);

  // Terms of the sources whose name contains `item`, which is in small letters and not empty;
  // capital ASCII letters of the name count as small.
  std::vector<std::string> containing(std::string_view item) const;

 private:
  struct Source {
    std::string term, small;
  };
  // Most words are part of no name at all: one of their runs of four bytes is in none.
  static constexpr std::size_t kRun = 4, kRunBits = 1 << 16;
  static std::size_t bit_of(std::string_view run);

  std::vector<Source> sources_;
  std::bitset<kRunBits> runs_;
};

}  // namespace ibid
