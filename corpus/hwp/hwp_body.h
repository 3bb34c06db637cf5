// SPDX-License-Identifier: GPL-2.0-or-later
//
// The paragraphs of a section of HWP 5, from its records.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/hangul/hangul_document.h"

namespace ibid {

struct HwpSection {
  std::vector<HangulParagraph> paragraphs;
  // A record says that it is longer than the rest of the stream.
  bool is_cut_off = false;
};

// `stream` is the section as unpacked and decrypted; places are bytes of it, in part `part`.
HwpSection read_hwp_section(std::string_view stream, std::uint32_t part);

// True if the stream begins with the record of a paragraph.
bool begins_with_paragraph(std::string_view stream);

}  // namespace ibid
