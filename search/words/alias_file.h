// SPDX-License-Identifier: GPL-2.0-or-later
//
// The editor's own aliases, a TOML file (toml.io): a name and one or more others for the same
// thing. Every spelling finds all the others.
//
//   S-400 = "에스-400"
//   "Xi Jinping" = ["시진핑", "습근평"]
//
// TOML requires quotes for keys with characters other than A-Z a-z 0-9 _ -.
#pragma once

#include <string>
#include <vector>

namespace ibid {

using AliasGroup = std::vector<std::string>;  // two names or more, as written

// Groups in the order of the keys' bytes. Throws Error{kInput} with file, line and remedy if the
// file cannot be read, exceeds the bounds of bounded_toml.h, is not TOML, or holds anything except
// names.
std::vector<AliasGroup> read_alias_file(const std::string& path);

}  // namespace ibid
