// SPDX-License-Identifier: GPL-2.0-or-later
//
// ExtractedFile <-> bytes: how a reader process hands it over, and what the index stores of it. A
// sequence of fields without names, each a varint (LEB128) or a varint length and bytes, in the
// order in which extracted_record.cc writes them.
#pragma once

#include <string>
#include <string_view>

#include "corpus/extract/extracted_file.h"

namespace ibid {

std::string encode(const ExtractedFile& file);

// Throws Error{kInput} for bytes that encode() never made, and for a file that is not sound (see
// why_unsound()); what decodes is safe to use whoever wrote it. Takes memory in proportion to the
// bytes.
ExtractedFile decode_extracted(std::string_view bytes);

}  // namespace ibid
