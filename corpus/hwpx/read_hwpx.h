// SPDX-License-Identifier: GPL-2.0-or-later
//
// HWPX (KS X 6101, OWPML), the XML format of the Hangul word processor. Anchors are bytes of the
// unpacked parts (grade kPart).
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// A reader as reader_input.h says. Preview/PrvText is not read: it is a second form of the text,
// and cut.
std::vector<ExtractedFile> read_hwpx(const ReaderInput& input);

}  // namespace ibid
