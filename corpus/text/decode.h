// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes of a file -> valid UTF-8 with a map back to file offsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "corpus/text/encoding.h"

namespace ibid {

// Maps offsets of the decoded UTF-8 to offsets of the file, by runs (see TextSpan) that touch each
// other in the text.
class OffsetMap {
 public:
  // Appends text that is of these bytes: together one run, in order.
  void append(std::uint64_t text_length, std::uint64_t file_begin, std::uint64_t file_length);
  std::uint64_t to_file(std::uint64_t text_offset) const;  // start of the character's bytes
  // The runs (see TextSpan) that [begin, end) of the decoded text consists of; the first one's
  // text_begin is `text_base`.
  std::vector<TextSpan> runs(ByteRange text, std::uint64_t text_base) const;

 private:
  std::vector<TextSpan> runs_;
};

struct DecodedText {
  std::string text;  // valid UTF-8, no byte-order mark
  OffsetMap map;
  Encoding encoding = Encoding::kUtf8;  // of the bytes
  std::vector<std::string> notes;       // broken bytes: where and how many
};

// Each maximal ill-formed subsequence becomes one U+FFFD (Unicode 15, section 3.9) and is noted.
// Throws Error{kInput} for bytes that are no text in that encoding: more than a tenth of the file
// ill-formed.
DecodedText decode(std::string_view bytes, Encoding encoding);

// The same of a whole file; bytes that are well-formed UTF-8 become the text, uncopied.
DecodedText decode_file(std::string bytes, Encoding encoding);

// In the encoding that tell_encoding() finds; throws as it does too.
DecodedText decode(std::string_view bytes);

}  // namespace ibid
