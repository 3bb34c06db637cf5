// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pixels -> PNG (ISO/IEC 15948), of the simplest kind: 8 bits a channel, one block of data. Written
// here and not by what draws the pixels, so that a browser gets no byte which the file's reader has
// made up.
#pragma once

#include <string>

#include "corpus/extract/page_picture.h"

namespace ibid {

// `picture`: as decode_picture() (reader_protocol.h) takes it. The same bytes each time.
std::string png_of(const PagePicture& picture);

}  // namespace ibid
