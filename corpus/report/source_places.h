// SPDX-License-Identifier: GPL-2.0-or-later
//
// A stretch of an extracted text -> where it is in the file: exactly, by the anchors that its
// reader has left in the index.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/report/report_file.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// What lies in one part, in the order of reading.
struct SourcePlace {
  std::uint32_t part = 0;  // index into ExtractedFile::parts
  ByteRange bytes;         // kByte, kPart: from the first to past the last byte; kPage: empty
  // kPage: of each line, from left to right: what is beside each other is one box.
  std::vector<PageBox> boxes;
};

// `text`: bytes of the extracted text. Parts that follow each other differ, unless the text goes
// back in one.
std::vector<SourcePlace> source_places(const ExtractedFile& file, ByteRange text);
// The same without boxes.
std::vector<PartRange> part_ranges(const ExtractedFile& file, ByteRange text);

}  // namespace ibid
