// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/hwp_records.h"

#include "corpus/hwp/little_endian.h"

namespace ibid {

HwpRecords read_hwp_records(std::string_view stream) {
  constexpr std::uint32_t kSizeFollows = 0xFFF;
  HwpRecords out;
  for (std::size_t at = 0; at < stream.size();) {
    if (stream.size() - at < 4) {
      out.is_cut_off = true;
      break;
    }
    const std::uint32_t head = u32_at(stream, at);
    at += 4;
    std::size_t size = head >> 20;
    if (size == kSizeFollows) {
      out.is_cut_off = out.is_cut_off || stream.size() - at < 4;
      size = u32_at(stream, at);
      at = at + 4 < stream.size() ? at + 4 : stream.size();
    }
    if (size > stream.size() - at) {
      out.is_cut_off = true;
      size = stream.size() - at;
    }
    out.records.push_back({static_cast<std::uint16_t>(head & 0x3FF),
                           static_cast<std::uint16_t>(head >> 10 & 0x3FF),
                           static_cast<std::uint32_t>(at), stream.substr(at, size)});
    at += size;
  }
  return out;
}

}  // namespace ibid
