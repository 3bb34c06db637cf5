// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/stdio/line_splitter.h"

#include <algorithm>

namespace ibid {

void LineSplitter::add(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    keep(bytes.substr(0, end));
    if (end == std::string_view::npos) return;
    end_line();
    bytes.remove_prefix(end + 1);
  }
}

void LineSplitter::finish() { end_line(); }

void LineSplitter::keep(std::string_view bytes) {
  line_ += bytes.substr(0, std::min(bytes.size(), most_bytes_ + 1 - line_.size()));
}

void LineSplitter::end_line() {
  if (line_.find_first_not_of(" \t\r") != std::string::npos) take_(line_);
  line_.clear();
}

}  // namespace ibid
