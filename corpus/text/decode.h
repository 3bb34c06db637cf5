// SPDX-License-Identifier: GPL-2.0-or-later
//
// Decodes the bytes of a file to valid UTF-8, with a map back to file offsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "corpus/text/encoding.h"

namespace ibid {

// Maps offsets of the decoded UTF-8 to offsets of the file, by spans (see TextSpan) that are
// adjacent in the text.
class OffsetMap {
 public:
  // Appends one span: text that comes from these bytes of the file. Calls are in order.
  void append(std::uint64_t text_length, std::uint64_t file_begin, std::uint64_t file_length);
  std::uint64_t to_file(std::uint64_t text_offset) const;  // start of the character's bytes
  // Returns the spans (see TextSpan) that make up [begin, end) of the decoded text; the text_begin
  // of the first is `text_base`.
  std::vector<TextSpan> spans(ByteRange text, std::uint64_t text_base) const;

 private:
  std::vector<TextSpan> spans_;
};

struct DecodedText {
  std::string text;  // valid UTF-8, no byte-order mark
  OffsetMap map;
  Encoding encoding = Encoding::kUtf8;  // of the bytes
  std::vector<std::string> notes;       // broken bytes: where and how many
};

// Each maximal ill-formed subsequence becomes one U+FFFD (Unicode 15, section 3.9) and is noted.
// Throws Error{kInput} if the bytes are not text in that encoding: more than a tenth of the file is
// ill-formed.
DecodedText decode(std::string_view bytes, Encoding encoding);

// The same for a whole file; well-formed UTF-8 becomes the text without a copy.
DecodedText decode_file(std::string bytes, Encoding encoding);

// Uses the encoding that tell_encoding() finds; throws as tell_encoding() does, too.
DecodedText decode(std::string_view bytes);

}  // namespace ibid
