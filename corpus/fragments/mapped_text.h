// SPDX-License-Identifier: GPL-2.0-or-later
//
// A piece of text that is in a file in another form, as a JSON string does or the body of a
// mail, and the way back to the bytes. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/text/byte_range.h"
#include "corpus/text/decode.h"

namespace ibid {

struct MappedText {
  std::string text;             // valid UTF-8
  std::vector<TextSpan> spans;  // of `text`, ascending; to bytes of the part that it is in

  // Appends `piece`, which the part has at these bytes. A run of like characters or of as many
  // bytes: see TextSpan. An empty place: it is in no place of its own.
  void append(std::string_view piece, ByteRange place);
  // Appends a range of another one, with its places.
  void append(const MappedText& other, ByteRange range);
};

// Adds [range) of `text` to the open block, or to a new one.
void add_range(ExtractBuilder& out, const MappedText& text, ByteRange range, std::uint32_t part);

// The decoded text of a whole file, and the way back. UTF-8 without a broken byte is not copied.
class SourceText {
 public:
  // Lender: `bytes`. Throws Error{kInput} as tell_encoding() and decode() do.
  explicit SourceText(std::string_view bytes, std::optional<Encoding> assumed = {});

  std::string_view text() const { return decoded_ ? decoded_->text : plain_; }
  // The bytes of the file of a range of text() that begins and ends between characters.
  ByteRange place(ByteRange text) const;
  // Appends that range as it stands.
  void append_to(MappedText& out, ByteRange text) const;
  std::vector<std::string> notes() const;

 private:
  std::string_view plain_;
  std::uint64_t mark_ = 0;  // bytes of the byte-order mark before plain_
  std::optional<DecodedText> decoded_;
};

}  // namespace ibid
