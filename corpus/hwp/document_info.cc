// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/document_info.h"

#include "corpus/hwp/hwp_records.h"
#include "corpus/hwp/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kHeadBytes = 12;  // of a level, before its pattern

// Levels 1 to 7, one start for all, a start for each, then levels 8 to 10 with theirs. Older
// versions end after any of these.
NumberingDefinition read_numbering(std::string_view bytes) {
  NumberingDefinition numbering;
  std::size_t at = 0;
  const auto read_levels = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && at < bytes.size(); ++i) {
      NumberingLevel& level = numbering.levels[i];
      level.format = number_format(u32_at(bytes, at) >> 5 & 0x1F);
      at += kHeadBytes;
      level.pattern = counted_utf16(bytes, at);
    }
  };
  const auto read_starts = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && at + 4 <= bytes.size(); ++i, at += 4) {
      numbering.levels[i].start = u32_at(bytes, at);
    }
  };
  read_levels(0, 7);
  if (at + 2 <= bytes.size() && u16_at(bytes, at) > 1)
    numbering.levels[0].start = u16_at(bytes, at);
  at += 2;
  read_starts(0, 7);
  read_levels(7, 10);
  read_starts(7, 10);
  return numbering;
}

ParagraphShape read_shape(std::string_view bytes) {
  ParagraphShape shape;
  const std::uint32_t flags = u32_at(bytes, 0);
  shape.head = static_cast<ParagraphShape::Head>(flags >> 23 & 3);
  shape.level = static_cast<std::uint8_t>(flags >> 25 & 7);
  shape.id = u16_at(bytes, 30);
  // Three bits have no room for levels 8 to 10, so newer versions add the level at the end.
  if (bytes.size() >= 58 && u32_at(bytes, 54) < kOutlineLevels) {
    shape.level = static_cast<std::uint8_t>(u32_at(bytes, 54));
  }
  return shape;
}

}  // namespace

LabelDefinitions read_document_info(std::string_view stream) {
  LabelDefinitions definitions;
  const HwpRecords records = read_hwp_records(stream);
  std::uint32_t numberings = 0, bullets = 0, shapes = 0;
  for (const HwpRecord& record : records.records) {
    switch (record.tag) {
      case kHwpNumbering:
        definitions.numberings.emplace(++numberings, read_numbering(record.bytes));
        break;
      case kHwpBullet:
        definitions.bullets.emplace(++bullets, bullet_sign(u16_at(record.bytes, kHeadBytes)));
        break;
      case kHwpParagraphShape:
        definitions.shapes.emplace(shapes++, read_shape(record.bytes));
        break;
      default:
        break;
    }
  }
  return definitions;
}

}  // namespace ibid
