// SPDX-License-Identifier: GPL-2.0-or-later
//
// Byte offsets of a file -> lines and columns, for people and editors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/text/encoding.h"

namespace ibid {

struct LineLocation {
  std::uint64_t line = 1;    // 1-based; lines end in LF, CR LF or CR
  std::uint64_t column = 1;  // 1-based, in code points; invalid bytes count like U+FFFD
};

class FileLines {
 public:
  // Keeps the bytes. A byte-order mark takes no column.
  explicit FileLines(std::string bytes, Encoding encoding = Encoding::kUtf8);
  LineLocation at(std::uint64_t offset) const;  // an offset past the end counts as the end

 private:
  std::string bytes_;
  Encoding encoding_;
  struct Place {
    std::uint64_t offset = 0;
    LineLocation location;
  };
  // Where lines begin, and places inside long ones, so that few bytes are read from the nearest.
  std::vector<Place> places_;
};

}  // namespace ibid
