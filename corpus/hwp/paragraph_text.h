// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of one paragraph of HWP 5: units of UTF-16 among which control codes stand, some of them
// with seven units behind that are not text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/hangul/hangul_document.h"

namespace ibid {

// A place in the text that a control record of the paragraph fills.
struct ControlPlace {
  std::uint32_t id = 0;   // "fn  " as a number, first letter highest
  std::size_t event = 0;  // index into HangulParagraph::events
};

// Appends `bytes`, which are at `begin` of the part. Places are events of kind kControl without a
// control yet, or kFieldBegin, in their order.
std::vector<ControlPlace> append_hwp_text(HangulParagraph& paragraph, std::string_view bytes,
                                          std::uint64_t begin);

// Text without control codes: appends it as it is.
void append_utf16(HangulParagraph& paragraph, std::string_view bytes, std::uint64_t begin);

inline constexpr std::uint32_t kNoControl = 0xFFFFFFFF;

}  // namespace ibid
