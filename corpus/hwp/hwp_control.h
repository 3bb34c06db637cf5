// SPDX-License-Identifier: GPL-2.0-or-later
//
// The controls of HWP 5: what their own record and the records right below it say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/hangul/hangul_document.h"
#include "corpus/hwp/hwp_records.h"

namespace ibid {

// "fn  " as the number that a file has for it.
constexpr std::uint32_t hwp_control_id(std::string_view letters) {
  std::uint32_t id = 0;
  for (const char letter : letters) id = id << 8 | static_cast<unsigned char>(letter);
  return id;
}

constexpr bool is_hwp_field(std::uint32_t id) { return id >> 24 == '%'; }

// The command of a field, from its control record.
std::string hwp_field_command(std::string_view bytes);

class HwpControlReader {
 public:
  // `head` is the control's own record, in part `part`.
  HwpControlReader(const HwpRecord& head, std::uint32_t part);

  // A record below the control that is not a paragraph.
  void add(const HwpRecord& record);
  // The list that paragraphs are in which come now.
  HangulList& list();
  HangulControl take() { return std::move(control_); }

 private:
  void read_note(std::string_view bytes);
  void read_auto_number(std::string_view bytes);
  void read_inline_text(std::string_view bytes, std::uint64_t begin, std::uint32_t part);
  void begin_list(std::string_view bytes);

  HangulControl control_;
  bool may_have_caption_ = false;
  std::uint32_t note_shapes_ = 0;
};

}  // namespace ibid
