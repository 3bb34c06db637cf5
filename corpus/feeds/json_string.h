// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a JSON string says, and where each character of it is in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/fragments/mapped_text.h"

namespace ibid {

// Characters of strings that no text can hold: each became U+FFFD.
struct JsonLosses {
  std::uint64_t surrogates = 0;  // "\uD800" without its other half
  std::uint64_t controls = 0;    // "\u0000" and others that are not white space
};

// `raw`: a string with its quotes, as JsonScanner found it in `source`.
MappedText json_text(const SourceText& source, ByteRange raw, JsonLosses& losses);

// The same without places.
std::string json_words(std::string_view raw);

}  // namespace ibid
