// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a passage of an extracted text is in the report's file, as a bundle keeps it: each place
// says all of itself, so that nothing but the file is needed to look there. Plain values, and their
// JSON in the manifest (docs/bundle.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"

namespace ibid {

struct BundlePlace {
  std::uint32_t page = 0;  // kPage: in the file, from 1
  std::string name;        // kPart: of the part; kPage: the printed number, if it differs
  std::string sha256;      // kPart: of the unpacked part
  ByteRange bytes;         // kByte: of the file; kPart: of the unpacked part
  // kByte, kPart: text_begin counts from the start of the extracted text.
  std::vector<TextSpan> spans;
  std::vector<PageBox> boxes;  // kPage: to a hundredth of a point
  bool operator==(const BundlePlace&) const = default;
};

struct BundleAnchor {
  AnchorGrade grade = AnchorGrade::kByte;
  std::vector<BundlePlace> places;  // in the order of reading
  // kByte: decoding the bytes gives the text (anchor_decodes()), as the bundle claims.
  bool decodes = false;
  bool operator==(const BundleAnchor&) const = default;
};

// Of bytes `text` of the extracted text. `decodes` is not set.
BundleAnchor anchor_of(const ExtractedFile& document, ByteRange text);

// What is wrong with the anchor of bytes `text` of an extracted text, a sentence; empty if nothing
// is. `file_size`: of the report's file. Any numbers are safe.
std::string wrong_in_anchor(const BundleAnchor& anchor, ByteRange text, std::uint64_t file_size);

// How many bytes of a file of `size` bytes anchor_decodes() reads.
std::uint64_t anchor_bytes(const BundleAnchor& anchor, std::uint64_t size);

// Whether each span of an anchor of grade kByte, which nothing is wrong with, decodes to its text,
// and all that is between them is white space: in one encoding for all of them, with references of
// HTML and escapes of JSON. False also for references that are not known here.
bool anchor_decodes(const BundleAnchor& anchor, ByteRange text, std::string_view extracted,
                    std::string_view file);

// "p. 7", "pp. 7-8", "p. 79 (page 1)"; of parts their names; empty of grade kByte.
std::string place_words(const BundleAnchor& anchor);

}  // namespace ibid
