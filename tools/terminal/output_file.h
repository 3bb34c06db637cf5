// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a command's output goes: standard output, or a file that is there whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/terminal/whole_file.h"

namespace ibid {

// Throws, in all members, as WholeFile and write_output() do.
class OutputFile {
 public:
  // Empty: standard output.
  explicit OutputFile(const std::string& path);

  void write(std::string_view text);
  // Hands on what is buffered to the reader of standard output.
  void flush();
  // The file takes its name, and the place of one that had it; without this it never appears.
  void finish();

 private:
  std::optional<WholeFile> file_;  // empty: standard output
};

}  // namespace ibid
