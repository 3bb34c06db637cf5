// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which parts of an HWPX archive are the document, and what is said of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive/archive.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

struct HwpxPackage {
  std::string header;                     // the part with the labels; empty if there is none
  std::vector<std::string> sections;      // in reading order
  std::vector<std::string> master_pages;  // what stands on each page
  std::string title, author, date;        // date: ISO 8601, or empty
  std::vector<std::string> notes;         // as ExtractedFile::notes
};

// Throws Error{kInput} if the document is encrypted or has no section.
HwpxPackage read_hwpx_package(Archive& archive, const ReaderLimits& limits);

// True for a namespace of HWPX: of Hancom (2011, 2016 …) or of KS X 6101 (owpml.org).
bool is_hwpx_namespace(std::string_view space);
// True for one of a year that this reader was made for.
bool is_known_hwpx_namespace(std::string_view space);

}  // namespace ibid
