// SPDX-License-Identifier: GPL-2.0-or-later
//
// What header.xml of HWPX says of labels: numberings, bullets, shapes of paragraphs.
#pragma once

#include <string_view>

#include "corpus/extract/reader_input.h"
#include "corpus/hangul/paragraph_labels.h"

namespace ibid {

// Throws Error{kInput} as parse_xml does.
LabelDefinitions read_hwpx_header(std::string_view part_name, std::string_view bytes,
                                  const ReaderLimits& limits);

}  // namespace ibid
