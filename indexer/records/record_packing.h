// SPDX-License-Identifier: GPL-2.0-or-later
//
// Packs the fields of a record, and unpacks them: by Zstandard (RFC 8878), with one of two
// dictionaries that are part of the program (dictionaries/, made by tools/bench/make-dictionaries).
// A passage has too few bytes to learn from; with a dictionary it takes 0.6 of its size instead of
// the 0.67 of deflate, in less than half of the time both ways.
//
// Library-internal. Thread: any; each thread keeps its own state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

// How the fields of a record are stored: its first byte.
enum class Packing : std::uint8_t {
  kPlain = 3,    // as they are
  kEnglish = 4,  // one frame, without its magic number, made with the dictionary of that language
  kKorean = 5,
};

// Makes what pack() needs from the dictionaries; otherwise its first call does. Call it before
// several threads pack, since zstd 1.5.4 crashes if a thread takes memory that another one has just
// checked for. Throws std::bad_alloc.
void prepare_to_pack();

// Appends `fields` to `out`, packed if that makes them smaller. Returns how.
Packing pack(std::string_view fields, std::string& out);

// Returns the fields. Lender: `packed`, or `room`, whose content is replaced. Throws Error{kIndex}
// for bytes that are not such a frame; other bytes may still be damaged, which a checksum shows.
std::string_view unpack(Packing packing, std::string_view packed, std::string& room);

}  // namespace ibid
