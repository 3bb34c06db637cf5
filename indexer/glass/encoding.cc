// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/encoding.h"

#include "corpus/error.h"

namespace ibid::glass {
namespace {

[[noreturn]] void fail_damaged(const char* what) {
  throw Error(ErrorKind::kIndex,
              std::string(what) + "; the index is damaged: run `ibid index --rebuild`");
}

}  // namespace

std::uint64_t read_long_varint(const char*& at, const char* end) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at != end; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    if (shift == 63 && byte > 1) {
      fail_damaged("cannot read a stored number: it needs more than 64 bits");
    }
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail_damaged("cannot read a stored number: its bytes end too early");
}

std::uint32_t read_sortable(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < text.size() && i < kMaxSortableBytes; ++i)
    value = value << 8 | byte(i);
  bool sound = false;
  switch (text.size()) {
    case 2:
      sound = byte(0) < 0x80;
      break;
    case 3:
      sound = byte(0) >= 0x80 && byte(0) < 0xc0;
      value &= 0x3fffff;
      break;
    case 4:
      sound = byte(0) >= 0xc0 && byte(0) < 0xe0;
      value &= 0x1fffffff;
      break;
    case 5:
      sound = byte(0) == 0xe0;
      value &= 0xffffffff;
      break;
    default:
      break;
  }
  if (!sound) fail_damaged("cannot read a stored docid: its bytes are not a docid");
  return static_cast<std::uint32_t>(value);
}

}  // namespace ibid::glass
