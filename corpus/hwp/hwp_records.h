// SPDX-License-Identifier: GPL-2.0-or-later
//
// The records of an HWP 5 stream: a tag, a level that makes a tree of them, and bytes. (Hancom,
// "한글 문서 파일 형식 5.0", 4.1.)
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid {

// Those that the reader knows of.
enum HwpTag : std::uint16_t {
  kHwpNumbering = 23,
  kHwpBullet = 24,
  kHwpParagraphShape = 25,
  kHwpDistribution = 28,
  kHwpParagraph = 66,
  kHwpText = 67,
  kHwpControl = 71,
  kHwpList = 72,
  kHwpNoteShape = 74,
  kHwpShape = 76,
  kHwpTable = 77,
  kHwpEquation = 88,
  kHwpMemoList = 93,
};

struct HwpRecord {
  std::uint16_t tag = 0;
  std::uint16_t level = 0;
  std::uint32_t begin = 0;  // of its bytes, in the stream
  std::string_view bytes;   // lent by the stream
};

struct HwpRecords {
  std::vector<HwpRecord> records;
  // A record says that it is longer than the rest of the stream; its bytes end with the stream.
  bool is_cut_off = false;
};

HwpRecords read_hwp_records(std::string_view stream);

}  // namespace ibid
