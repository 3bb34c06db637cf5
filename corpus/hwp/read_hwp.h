// SPDX-License-Identifier: GPL-2.0-or-later
//
// HWP 5, the binary format of the Hangul word processor. Anchors are bytes of a section's stream as
// unpacked and decrypted (grade kPart), two for a unit of UTF-16.
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// A reader as reader_input.h says. Preview and scripts are not read: the preview is a second form
// of the text, and cut.
std::vector<ExtractedFile> read_hwp(const ReaderInput& input);

}  // namespace ibid
