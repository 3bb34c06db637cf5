// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/character_at.h"

#include <unicode/ucnv.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "corpus/error.h"

namespace ibid {
namespace {

struct TrailBytes {
  std::size_t count;
  unsigned char first_low, first_high;  // of the first one; the others are 80..BF
};

TrailBytes trail_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

ByteCharacter utf8_at(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1, true};
  const TrailBytes trail = trail_of(lead);
  if (trail.count == 0) return {};
  char32_t c = lead & (0x3FU >> trail.count);
  for (std::size_t i = 1; i <= trail.count; ++i) {
    const unsigned byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    const unsigned char low = i == 1 ? trail.first_low : 0x80;
    const unsigned char high = i == 1 ? trail.first_high : 0xBF;
    if (byte < low || byte > high) return {0xFFFD, i, false};
    c = (c << 6U) | (byte & 0x3FU);
  }
  return {c, trail.count + 1, true};
}

ByteCharacter utf16_at(std::string_view bytes, std::size_t at, bool little) {
  const auto unit = [&](std::size_t where) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[where]);
    const auto second = static_cast<unsigned char>(bytes[where + 1]);
    return little ? static_cast<char32_t>(first | second << 8)
                  : static_cast<char32_t>(first << 8 | second);
  };
  if (at + 2 > bytes.size()) return {};
  const char32_t first = unit(at);
  if (first < 0xD800 || first > 0xDFFF) return {first, 2, true};
  if (first >= 0xDC00 || at + 4 > bytes.size()) return {0xFFFD, 2, false};
  const char32_t second = unit(at + 2);
  if (second < 0xDC00 || second > 0xDFFF) return {0xFFFD, 2, false};
  return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 4, true};
}

// ICU's table of a charset, read once: code -> character, 0 for none.
std::vector<char16_t> table_of(const char* charset, unsigned first, unsigned last,
                               std::size_t width) {
  std::vector<char16_t> table(std::size_t{last} + 1);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  if (U_FAILURE(status) != 0) {
    throw Error(ErrorKind::kSystem, std::string("ICU has no converter for ") + charset);
  }
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  for (unsigned code = first; code <= last; ++code) {
    const std::array<char, 2> both = {static_cast<char>(code >> 8U), static_cast<char>(code)};
    std::array<UChar, 4> out{};
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter);
    const std::int32_t length =
        ucnv_toUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                      both.data() + (2 - width), static_cast<std::int32_t>(width), &error);
    const bool usable = U_SUCCESS(error) != 0 && length == 1 && out[0] >= 0x80 &&
                        out[0] != 0xFFFD && (out[0] < 0xE000 || out[0] > 0xF8FF);
    if (usable) table[code] = out[0];
  }
  ucnv_close(converter);
  return table;
}

ByteCharacter cp949_at(std::string_view bytes, std::size_t at) {
  static const std::vector<char16_t> table = table_of("windows-949", 0x8100, 0xFEFF, 2);
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0x81 || lead > 0xFE || at + 1 == bytes.size()) return {};
  const auto trail = static_cast<unsigned char>(bytes[at + 1]);
  const char16_t c = table[std::size_t{lead} << 8U | trail];
  if (c != 0) return {c, 2, true};
  return {0xFFFD, trail < 0x80 ? std::size_t{1} : 2, false};
}

ByteCharacter windows1252_at(std::string_view bytes, std::size_t at) {
  static const std::vector<char16_t> table = [] {
    // Five codes are not assigned; ICU turns them into control characters.
    std::vector<char16_t> made = table_of("windows-1252", 0x80, 0xFF, 1);
    for (const std::size_t code : {0x81U, 0x8DU, 0x8FU, 0x90U, 0x9DU}) made[code] = 0;
    return made;
  }();
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte < 0x80) return {byte, 1, true};
  if (table[byte] == 0) return {};
  return {table[byte], 1, true};
}

}  // namespace

ByteCharacter character_at(std::string_view bytes, std::size_t at, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return utf8_at(bytes, at);
    case Encoding::kUtf16Le:
      return utf16_at(bytes, at, true);
    case Encoding::kUtf16Be:
      return utf16_at(bytes, at, false);
    case Encoding::kCp949:
      return cp949_at(bytes, at);
    case Encoding::kWindows1252:
      return windows1252_at(bytes, at);
  }
  return {};
}

std::size_t skip_well_formed_utf8(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (at < bytes.size()) {
    std::uint64_t word = 0;
    while (at + sizeof word <= bytes.size()) {
      std::memcpy(&word, bytes.data() + at, sizeof word);
      if ((word & kHighBits) != 0) break;
      at += sizeof word;
    }
    if (at == bytes.size()) break;
    const ByteCharacter character = utf8_at(bytes, at);
    if (!character.well_formed) break;
    at += character.length;
  }
  return at;
}

}  // namespace ibid
