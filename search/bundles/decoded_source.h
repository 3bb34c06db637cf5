// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether bytes of a file say a text: the same UTF-8, the text in another encoding, with references
// of HTML ("&amp;") and escapes of JSON ("\u20ac"). A small decoder that knows no structure; what
// it doesn't know it doesn't prove. Pure; any bytes.
#pragma once

#include <span>
#include <string_view>

namespace ibid {

struct SourcePiece {
  std::string_view text;   // UTF-8
  std::string_view bytes;  // of the file, that it is said to come from
};

// Whether all pieces decode to their text in the same encoding. Time is linear.
bool decode_to_text(std::span<const SourcePiece> pieces);

}  // namespace ibid
