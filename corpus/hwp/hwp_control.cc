// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/hwp_control.h"

#include "corpus/hwp/little_endian.h"
#include "corpus/hwp/paragraph_text.h"

namespace ibid {
namespace {

using Kind = HangulControl::Kind;
using Counts = HangulControl::Counts;

constexpr std::uint32_t kSignInstead = 0x80;  // formats from here on show a sign of the user's

std::string one_unit(std::string_view bytes, std::size_t at) {
  const std::uint32_t unit = u16_at(bytes, at);
  return unit < 0x20 || at + 2 > bytes.size() ? std::string() : utf16_text(bytes.substr(at, 2));
}

NumberLook look_of(std::uint32_t format, std::string sign, std::string prefix, std::string suffix) {
  NumberLook look;
  look.format = number_format(format);
  if (format >= kSignInstead) look.sign = std::move(sign);
  look.prefix = std::move(prefix);
  look.suffix = std::move(suffix);
  return look;
}

}  // namespace

std::string hwp_field_command(std::string_view bytes) {
  std::size_t at = 9;  // behind the id, 4 bytes of flags and one more
  return counted_utf16(bytes, at);
}

HwpControlReader::HwpControlReader(const HwpRecord& head, std::uint32_t part) {
  const std::string_view bytes = head.bytes;
  const auto leave_out = [this](LeftOutText::Reason reason) {
    control_.kind = Kind::kLeftOut;
    control_.reason = reason;
  };
  switch (u32_at(bytes, 0)) {
    case hwp_control_id("secd"):
      control_.kind = Kind::kSection;
      control_.outline = u16_at(bytes, 18);
      break;
    case hwp_control_id("head"):
    case hwp_control_id("foot"):
      leave_out(LeftOutText::Reason::kPageFrame);
      break;
    case hwp_control_id("tcmt"):
    case hwp_control_id("%%me"):
      leave_out(LeftOutText::Reason::kComment);
      break;
    case hwp_control_id("fn  "):
    case hwp_control_id("en  "):
      read_note(bytes);
      break;
    case hwp_control_id("atno"):
      read_auto_number(bytes);
      break;
    case hwp_control_id("tdut"):
    case hwp_control_id("tcps"):
      read_inline_text(bytes, head.begin, part);
      break;
    case hwp_control_id("tbl "):
      control_.kind = Kind::kTable;
      may_have_caption_ = true;
      break;
    case hwp_control_id("gso "):
    case hwp_control_id("eqed"):
    case hwp_control_id("form"):
      may_have_caption_ = true;
      break;
    default:
      break;  // what it is nobody knows: a box, if it holds text
  }
}

void HwpControlReader::read_note(std::string_view bytes) {
  control_.kind = Kind::kNote;
  const bool is_footnote = u32_at(bytes, 0) == hwp_control_id("fn  ");
  control_.counts = is_footnote ? Counts::kFootnotes : Counts::kEndnotes;
  control_.number = u32_at(bytes, 4) & 0xFFFF;
  control_.has_look = bytes.size() >= 16 && u32_at(bytes, 12) < kSignInstead;
  control_.look = look_of(u32_at(bytes, 12), {}, one_unit(bytes, 8), one_unit(bytes, 10));
}

void HwpControlReader::read_auto_number(std::string_view bytes) {
  control_.kind = Kind::kAutoNumber;
  const std::uint32_t flags = u32_at(bytes, 4), counted = flags & 0xF;
  control_.counts = counted < 3 ? static_cast<Counts>(counted) : Counts::kOthers;
  control_.number = u16_at(bytes, 8);
  control_.look =
      look_of(flags >> 4 & 0xFF, one_unit(bytes, 10), one_unit(bytes, 12), one_unit(bytes, 14));
}

// Text with smaller text above it, and characters on top of each other: the text is in the control
// itself. It is that of the paragraph; the smaller one is left out.
void HwpControlReader::read_inline_text(std::string_view bytes, std::uint64_t begin,
                                        std::uint32_t part) {
  constexpr std::size_t kTextAt = 6;  // behind the id and the count of units
  control_.kind = Kind::kInline;
  HangulParagraph paragraph;
  paragraph.part = part;
  const std::size_t size = std::size_t{u16_at(bytes, 4)} * 2;
  if (kTextAt < bytes.size()) {
    append_utf16(paragraph, bytes.substr(kTextAt, size), begin + kTextAt);
  }
  list().paragraphs.push_back(std::move(paragraph));
}

void HwpControlReader::add(const HwpRecord& record) {
  switch (record.tag) {
    case kHwpList:
      return begin_list(record.bytes);
    case kHwpTable:
    case kHwpShape:
      may_have_caption_ = false;
      return;
    case kHwpEquation: {
      may_have_caption_ = false;
      std::size_t at = 4;
      control_.unreadable = counted_utf16(record.bytes, at);
      return;
    }
    case kHwpNoteShape: {  // of footnotes, then of endnotes
      const std::string_view bytes = record.bytes;
      const NumberLook look = look_of(u32_at(bytes, 0) & 0xFF, one_unit(bytes, 4),
                                      one_unit(bytes, 6), one_unit(bytes, 8));
      if (note_shapes_ == 0) control_.footnotes = look;
      if (note_shapes_ == 1) control_.endnotes = look;
      ++note_shapes_;
      return;
    }
    default:
      return;
  }
}

void HwpControlReader::begin_list(std::string_view bytes) {
  HangulList list;
  if (may_have_caption_) {
    const std::uint32_t side = u32_at(bytes, 8) & 3;  // left, right, above, below
    list.role =
        side == 1 || side == 3 ? HangulList::Role::kCaptionBelow : HangulList::Role::kCaptionAbove;
  } else if (control_.kind == Kind::kTable) {
    list.head = (u32_at(bytes, 4) >> 18 & 1) != 0;
    list.column = u16_at(bytes, 8);
    list.row = u16_at(bytes, 10);
  }
  control_.lists.push_back(std::move(list));
}

HangulList& HwpControlReader::list() {
  if (control_.lists.empty()) control_.lists.emplace_back();
  return control_.lists.back();
}

}  // namespace ibid
