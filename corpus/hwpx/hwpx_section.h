// SPDX-License-Identifier: GPL-2.0-or-later
//
// The paragraphs of a section or master page of HWPX, from its elements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/hangul/hangul_document.h"

namespace ibid {

struct HwpxSection {
  std::vector<HangulParagraph> paragraphs;
  std::vector<std::string> notes;  // as ExtractedFile::notes
};

// `bytes` are the part `part_name` as unpacked; places are bytes of it, in part `part`. Throws
// Error{kInput} as parse_xml does.
HwpxSection read_hwpx_section(std::string_view part_name, std::string_view bytes,
                              std::uint32_t part, const ReaderLimits& limits);

}  // namespace ibid
