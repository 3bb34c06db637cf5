// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which other names of its words a query finds, for all that takes a query. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

enum class Aliases : std::uint8_t { kNo, kYes };  // kNo: words are taken as typed

struct QueryAliases {
  Aliases aliases = Aliases::kYes;
  // An editor's aliases instead of the aliases.toml in the index directory; empty: that one, where
  // it is there. An OpenIndex reads the file once, and again when another is named.
  std::string alias_file;
};

}  // namespace ibid
