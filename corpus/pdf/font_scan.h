// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which fonts of a PDF say what no glyph means. poppler-cpp does not tell, and gives the numbers of
// their glyphs as if they were characters.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "corpus/extract/reader_input.h"

namespace ibid {

// Names (BaseFont, as poppler gives them). Found in the objects of the file without its table of
// references, so also in a damaged one; a name that another font has that can be read is left out.
// Also left out: fonts in a file that is encrypted and packed.
struct FontScanResult {
  // Composite fonts that have neither a ToUnicode map nor a character collection that is known.
  std::set<std::string> unreadable;
  // TrueType fonts of single bytes, subsets, that have neither a ToUnicode map nor names of
  // characters: their bytes may be characters all the same, so their text has to be looked at.
  std::set<std::string> doubtful;
};
FontScanResult scan_fonts(std::string_view pdf, const ReaderLimits& limits);

}  // namespace ibid
