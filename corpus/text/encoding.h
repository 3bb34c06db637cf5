// SPDX-License-Identifier: GPL-2.0-or-later
//
// The encodings of files: their names, and how to detect them from the bytes.
// No ICU type leaves tell_encoding.cc and character_at.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ibid {

// Stored in the index by number: new ones go to the end.
enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kCp949, kWindows1252 };
inline constexpr Encoding kLastEncoding = Encoding::kWindows1252;

// "UTF-8", "UTF-16LE", "UTF-16BE", "CP949", "windows-1252": names that iconv and Python know too.
const char* to_string(Encoding encoding);

// Reads a name in any case, including other common ones: "euc-kr", "cp1252", "latin1". UTF-16
// without a byte order is not a name here. Returns nothing for an unknown name.
std::optional<Encoding> parse_encoding(std::string_view name);

// Size in bytes of the byte-order mark of that encoding at the start of `bytes`; 0 for none.
std::size_t byte_order_mark(std::string_view bytes, Encoding encoding);

// Tries, in this order: a byte-order mark; UTF-8 without a broken byte; UTF-16 without a mark, by
// the positions of NUL bytes; `assumed`, if given; UTF-8 with broken bytes; CP949; windows-1252.
// docs/reliability.md states how sure each must be. Throws Error{kInput} for bytes that are not
// text (NUL bytes within the first 8 KiB that are not from UTF-16), for UTF-32, and if no encoding
// is sure enough.
Encoding tell_encoding(std::string_view bytes, std::optional<Encoding> assumed = {});

}  // namespace ibid
