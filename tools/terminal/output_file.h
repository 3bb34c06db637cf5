// SPDX-License-Identifier: GPL-2.0-or-later
//
// The output of a command: standard output, or a file that appears complete or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/terminal/whole_file.h"

namespace ibid {

// Throws, in all members, as WholeFile and write_output() do.
class OutputFile {
 public:
  // An empty path is standard output.
  explicit OutputFile(const std::string& path);

  void write(std::string_view text);
  // Writes out the buffer of standard output.
  void flush();
  // Gives the file its name, replacing an older file; without this call it never appears.
  void finish();

 private:
  std::optional<WholeFile> file_;  // empty for standard output
};

}  // namespace ibid
