// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes as they come -> lines. A line that is longer than any message is kept up to one byte too
// many, so that its reader refuses it, and takes no more memory than that.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace ibid {

class LineSplitter {
 public:
  // Gets each line without its end; lines of white space alone are left out.
  using TakeLine = std::function<void(std::string_view line)>;

  LineSplitter(std::size_t most_bytes, TakeLine take)
      : most_bytes_(most_bytes), take_(std::move(take)) {}

  void add(std::string_view bytes);
  // What follows the last line end is a line, too.
  void finish();

 private:
  void keep(std::string_view bytes);
  void end_line();

  std::size_t most_bytes_;
  TakeLine take_;
  std::string line_;
};

}  // namespace ibid
