// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of a record made smaller, and back: by Zstandard (RFC 8878), with one of two
// dictionaries that the program brings (dictionaries/, made by tools/bench/make-dictionaries). A passage
// has too few bytes to learn from; with them it takes 0.6 of its size instead of the 0.67 of
// deflate, in less than half of the time both ways.
//
// Library-internal. Thread: any; each keeps what it works with.
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

// Makes what pack() needs of the dictionaries, else made at its first call: to be called before
// several threads do, since zstd 1.5.4 crashes where a thread takes the memory that another one
// has just seen to be there. Throws std::bad_alloc.
void prepare_to_pack();

// Appends `fields` to `out`, packed where that makes them smaller. Returns how.
Packing pack(std::string_view fields, std::string& out);

// The fields again. Lender: `packed`, or `room`, whose content is replaced. Throws Error{kIndex}
// for bytes that are no such frame; others may be damaged all the same, which a checksum tells.
std::string_view unpack(Packing packing, std::string_view packed, std::string& room);

}  // namespace ibid
