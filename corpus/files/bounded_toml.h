// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a TOML file may be before toml++ parses it. toml++ 3.3.0 makes a table for each part of a
// dotted name and visits tables by recursion, without a limit: a long name overflows the stack.
// Looking up tables takes it time with the square of their number, too. Our files need neither.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ibid {

inline constexpr std::size_t kMostTomlBytes = std::size_t{16} << 20;
inline constexpr std::size_t kMostTomlLineBytes = std::size_t{64} << 10;
inline constexpr std::size_t kDeepestTomlList = 8;  // brackets in brackets

// What a TOML file of ours consists of.
struct TomlForm {
  // Of tables that may be written one after the other: "report" for [[report]].
  std::vector<std::string> tables = {};
  std::string example;  // of a name and its value, for messages
};

// Returns the text of a file that holds only NAME = VALUE, with values that are not tables, and
// lines that are [[table]]. All TOML files are read through this. Throws Error{kInput} with file,
// line, limit and remedy if the file is larger, has a longer line, deeper lists, a dotted name
// outside quotes or another table, or cannot be read. Other faults are left to the parser to tell.
std::string read_bounded_toml(const std::string& path, const TomlForm& form);

}  // namespace ibid
