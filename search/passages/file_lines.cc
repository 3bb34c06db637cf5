// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/file_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/text/character_at.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostBytesApart = 1024;

// As character_at(), without a call for ASCII.
inline ByteCharacter character(std::string_view bytes, std::size_t at, Encoding encoding) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (encoding == Encoding::kUtf8 && byte < 0x80) return {byte, 1, true};
  return character_at(bytes, at, encoding);
}

}  // namespace

FileLines::FileLines(std::string bytes, Encoding encoding)
    : bytes_(std::move(bytes)), encoding_(encoding) {
  const std::string_view text = bytes_;
  std::size_t at = byte_order_mark(text, encoding);
  Place here;
  here.offset = at;
  places_.push_back(here);
  for (bool after_return = false; at < text.size();) {
    const ByteCharacter next = character(text, at, encoding);
    if (at - places_.back().offset >= kMostBytesApart) places_.push_back(here);
    at += next.length;
    here.offset = at;
    ++here.location.column;
    if (next.c == '\n' && after_return) {
      here.location.column = 1;
      places_.back().offset = at;
    } else if (next.c == '\n' || next.c == '\r') {
      here.location = {here.location.line + 1, 1};
      places_.push_back(here);
    }
    after_return = next.c == '\r';
  }
}

LineLocation FileLines::at(std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, bytes_.size());
  const auto next =
      std::upper_bound(places_.begin(), places_.end(), offset,
                       [](std::uint64_t o, const Place& place) { return o < place.offset; });
  if (next == places_.begin()) return {};  // inside the byte-order mark
  LineLocation location = std::prev(next)->location;
  for (std::size_t at = std::prev(next)->offset; at < offset; ++location.column) {
    at += character(bytes_, at, encoding_).length;
  }
  return location;
}

}  // namespace ibid
