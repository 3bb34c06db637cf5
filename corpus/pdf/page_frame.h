// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of a page are running heads and feet, or the page's number? Those whose line stands
// in the same height at the edge of the text on three pages or more.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/pdf/pdf_pages.h"

namespace ibid {

struct PageFrame {
  std::vector<std::uint32_t> body;  // words that are not of the frame, and can be read
  std::vector<std::string> lines;   // what the frame says
  std::string printed_number;       // "79", "iv"; empty if the page shows none
  std::size_t unreadable = 0;       // glyphs without a meaning
};

std::vector<PageFrame> tell_frames(const PdfSource& source);

}  // namespace ibid
