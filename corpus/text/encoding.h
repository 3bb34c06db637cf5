// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which encoding a file is written: the names, and how it is told from the bytes.
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

// A name in any case, common other ones included: "euc-kr", "cp1252", "latin1". UTF-16 without a
// byte order is no name here. None: not known.
std::optional<Encoding> parse_encoding(std::string_view name);

// Bytes of the byte-order mark that `bytes` begin with, as text in that encoding; 0 for none.
std::size_t byte_order_mark(std::string_view bytes, Encoding encoding);

// In this order: a byte-order mark; UTF-8 without a broken byte; UTF-16 without mark, by where NUL
// bytes stand; `assumed`, if given; UTF-8 with broken bytes; CP949; windows-1252. How sure each
// must be is in docs/reliability.md. Throws Error{kInput} for bytes that are no text (NUL bytes
// within the first 8 KiB that are no UTF-16's), UTF-32, or where no encoding is sure enough.
Encoding tell_encoding(std::string_view bytes, std::optional<Encoding> assumed = {});

}  // namespace ibid
