// SPDX-License-Identifier: GPL-2.0-or-later
//
// What DocInfo of an HWP 5 file says of labels: numberings, bullets, shapes of paragraphs.
#pragma once

#include <string_view>

#include "corpus/hangul/paragraph_labels.h"

namespace ibid {

// `stream` is DocInfo as unpacked. What is cut off is as if it were not there.
LabelDefinitions read_document_info(std::string_view stream);

}  // namespace ibid
