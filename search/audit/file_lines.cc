// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/file_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/text/character_at.h"

namespace ibid {

FileLines::FileLines(std::string bytes, Encoding encoding)
    : bytes_(std::move(bytes)), encoding_(encoding) {
  const std::string_view text = bytes_;
  std::size_t at = byte_order_mark(text, encoding);
  starts_.push_back(at);
  for (bool after_return = false; at < text.size();) {
    const ByteCharacter next = character_at(text, at, encoding);
    at += next.length;
    if (next.c == '\n' && after_return) {
      starts_.back() = at;
    } else if (next.c == '\n' || next.c == '\r') {
      starts_.push_back(at);
    }
    after_return = next.c == '\r';
  }
}

LineLocation FileLines::at(std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, bytes_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  if (next == starts_.begin()) return {};  // inside the byte-order mark
  LineLocation location;
  location.line = static_cast<std::uint64_t>(next - starts_.begin());
  for (std::size_t at = *std::prev(next); at < offset; ++location.column) {
    at += character_at(bytes_, at, encoding_).length;
  }
  return location;
}

}  // namespace ibid
