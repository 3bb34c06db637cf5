// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/encoding.h"

#include "corpus/error.h"

namespace ibid::glass {

std::uint64_t read_varint(const char*& at, const char* end) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at != end; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    if (shift == 63 && byte > 1) {
      throw Error(ErrorKind::kIndex, "cannot read a stored number: it needs more than 64 bits");
    }
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  throw Error(ErrorKind::kIndex, "cannot read a stored number: its bytes end too early");
}

}  // namespace ibid::glass
