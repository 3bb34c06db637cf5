// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/file_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/code_points.h"

namespace ibid {

FileLines::FileLines(std::string bytes) : bytes_(std::move(bytes)) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  starts_.push_back(bytes_.starts_with(kMark) ? kMark.size() : 0);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    const bool crlf = bytes_[i] == '\r' && i + 1 < bytes_.size() && bytes_[i + 1] == '\n';
    if (bytes_[i] == '\n' || (bytes_[i] == '\r' && !crlf)) starts_.push_back(i + 1);
  }
}

LinePlace FileLines::at(std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, bytes_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  if (next == starts_.begin()) return {};  // inside the byte-order mark
  LinePlace place;
  place.line = static_cast<std::uint64_t>(next - starts_.begin());
  const std::string_view text = bytes_;
  for (std::size_t at = *std::prev(next); at < offset;) {
    next_code_point(text, at);
    ++place.column;
  }
  return place;
}

}  // namespace ibid
