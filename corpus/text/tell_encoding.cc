// SPDX-License-Identifier: GPL-2.0-or-later
//
// See tell_encoding in encoding.h. Every share and score that decides is a constant here, with its
// reason; docs/reliability.md states them.
#include <fmt/core.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <string>

#include "corpus/error.h"
#include "corpus/text/character_at.h"
#include "corpus/text/code_points.h"
#include "corpus/text/encoding.h"

namespace ibid {
namespace {

constexpr std::size_t kTextProbe = 8 * 1024;   // bytes in which a NUL means UTF-16 or "no text"
constexpr std::size_t kEvidence = 64 * 1024;   // bytes on which UTF-16 and ICU are judged
constexpr double kUtf8Share = 0.8;             // of high bytes in whole UTF-8 characters
constexpr double kUtf16Share = 0.9;            // of characters that text is made of
constexpr double kNulShare = 0.02;             // of them ASCII: spaces and ends of lines
constexpr double kHangulShare = 0.9;           // of CP949's letters: the 2,350 common syllables
constexpr double kBrokenShare = 0.01;          // of CP949's characters
constexpr double kLatinShare = 0.9;            // of windows-1252's high bytes, where text has them
constexpr std::size_t kLeastHangul = 2;        // syllables; one alone may be two accented letters
constexpr std::int32_t kLeastConfidence = 20;  // of ICU for windows-1252, of 100
constexpr std::size_t kStrayBytes = 3;         // broken bytes that make no other encoding likely
constexpr std::size_t kStrayIn = 200;          // nor does one broken byte in so many

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::kInput, why); }

// Letters, digits, signs and white space that English and Korean text is made of.
bool is_of_text(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
         (c >= 0xA0 && c < 0x250) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c < 0x1200) ||
         (c >= 0x2010 && c < 0x2800) || (c >= 0x3000 && c < 0x3200) ||
         (c >= 0x4E00 && c < 0xA000) || (c >= 0xFF00 && c < 0xFFEF) ||
         (c >= 0x1F000 && c < 0x20000);
}

// The high bytes of ASCII characters are NUL, and all at one parity.
bool is_utf16(std::string_view bytes, Encoding encoding) {
  const std::string_view probe = bytes.substr(0, kEvidence & ~std::size_t{1});
  std::size_t characters = 0, of_text = 0, ascii = 0;
  for (std::size_t at = 0; at < probe.size(); ++characters) {
    const ByteCharacter next = character_at(probe, at, encoding);
    if (next.c == 0) return false;
    if (next.well_formed && is_of_text(next.c)) ++of_text;
    if (next.c < 0x80) ++ascii;
    at += next.length;
  }
  return share(ascii, characters) >= kNulShare && share(of_text, characters) >= kUtf16Share;
}

struct Utf8Counts {
  std::size_t whole = 0, broken = 0;  // bytes >= 0x80 in whole characters, and in no character
};

Utf8Counts count_utf8(std::string_view bytes) {
  Utf8Counts counts;
  for (std::size_t at = 0; at < bytes.size();) {
    const ByteCharacter next = character_at(bytes, at, Encoding::kUtf8);
    if (!next.well_formed) counts.broken += next.length;
    if (next.well_formed && next.length > 1) counts.whole += next.length;
    at += next.length;
  }
  return counts;
}

// Common syllables are the rows B0 to C8 of KS X 1001. The other 8,822 that CP949 added are rare in
// text, but any high byte before an ASCII letter makes one. Signs (rows A1 to AC) say nothing.
struct Cp949Counts {
  std::size_t characters = 0, broken = 0;
  std::size_t letters = 0, common = 0;  // of two bytes; of them syllables in the rows B0 to C8

  bool enough_whole() const {
    return broken * 10 <= common && share(broken, characters) <= kBrokenShare;
  }
  bool enough_common() const {
    return common >= kLeastHangul && share(common, letters) >= kHangulShare;
  }
};

Cp949Counts count_cp949(std::string_view bytes) {
  Cp949Counts counts;
  for (std::size_t at = 0; at < bytes.size(); ++counts.characters) {
    if (!is_high(bytes[at])) {
      ++at;
      continue;
    }
    const ByteCharacter next = character_at(bytes, at, Encoding::kCp949);
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const bool in_rows = next.well_formed && static_cast<unsigned char>(bytes[at + 1]) >= 0xA1;
    if (!next.well_formed) ++counts.broken;
    if (next.well_formed && !(in_rows && lead >= 0xA1 && lead <= 0xAC)) ++counts.letters;
    if (in_rows && lead >= 0xB0 && lead <= 0xC8) ++counts.common;
    at += next.length;
  }
  return counts;
}

bool is_space_or_none(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || static_cast<unsigned char>(bytes[at]) <= 0x20;
}

// True if a high byte is where text in windows-1252 has one.
bool is_latin_place(std::string_view bytes, std::size_t at) {
  const ByteCharacter next = character_at(bytes, at, Encoding::kWindows1252);
  if (!next.well_formed) return false;
  if (!is_letter(next.c) || next.c == 0xAA || next.c == 0xBA) return true;  // quotes, dashes, signs
  const bool alone =
      (at == 0 || is_space_or_none(bytes, at - 1)) && is_space_or_none(bytes, at + 1);
  const bool run = at > 1 && is_high(bytes[at - 1]) && is_high(bytes[at - 2]);
  // "à" and "é" are words; ÿ, þ and ð alone are not. No Western word has three in a row.
  return !run && (!alone || next.c == 0xE0 || next.c == 0xE9 || next.c == 0xC0);
}

bool looks_latin(std::string_view bytes) {
  std::size_t high = 0, placed = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(bytes[at])) continue;
    ++high;
    if (is_latin_place(bytes, at)) ++placed;
  }
  return share(placed, high) >= kLatinShare;
}

// ICU looks at the first 8 KiB only: give it the lines that carry evidence.
std::string telling_lines(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size() && out.size() < kEvidence;) {
    std::size_t end = bytes.find('\n', at);
    end = end == std::string_view::npos ? bytes.size() : end + 1;
    const std::string_view line = bytes.substr(at, std::min(end - at, kTextProbe));
    if (std::any_of(line.begin(), line.end(), is_high)) out += line;
    at = end;
  }
  return out;
}

struct Guess {
  std::string name;
  std::int32_t confidence = 0;
};

Guess ask_icu(const std::string& text) {
  Guess guess{"no known encoding", 0};
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  ucsdet_setText(detector, text.data(), static_cast<std::int32_t>(text.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector, &status);
  if (U_SUCCESS(status) != 0 && match != nullptr) {
    const char* name = ucsdet_getName(match, &status);
    guess = {name == nullptr ? guess.name : name, ucsdet_getConfidence(match, &status)};
  }
  ucsdet_close(detector);
  return guess;
}

std::optional<Encoding> by_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    refuse("the file is UTF-32; convert it with iconv -f UTF-32 -t UTF-8");
  }
  for (const Encoding e : {Encoding::kUtf8, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    if (byte_order_mark(bytes, e) != 0) return e;
  }
  return std::nullopt;
}

// Why a text is taken for none of our encodings. What ICU guesses may be one of them.
std::string why_unknown(const Guess& guess, const Utf8Counts& utf8, const Cp949Counts& cp949) {
  if (guess.name == "UTF-8") {
    return fmt::format("it looks like UTF-8, but {} of its {} bytes beyond ASCII make no character",
                       utf8.broken, utf8.whole + utf8.broken);
  }
  if (guess.name == "EUC-KR") {
    if (cp949.enough_whole()) {
      return fmt::format(
          "it looks like CP949, but only {} of its {} two-byte letters are common "
          "Korean syllables",
          cp949.common, cp949.letters);
    }
    return fmt::format("it looks like CP949, but {} of its {} characters are broken", cp949.broken,
                       cp949.characters);
  }
  return fmt::format("not UTF-8, UTF-16 or CP949, and the best guess is {} ({} of 100)", guess.name,
                     guess.confidence);
}

Encoding by_high_bytes(std::string_view bytes) {
  const Utf8Counts utf8 = count_utf8(bytes);
  if (share(utf8.whole, utf8.whole + utf8.broken) >= kUtf8Share) return Encoding::kUtf8;
  const Guess guess = ask_icu(telling_lines(bytes));
  const bool other_east_asian =
      guess.confidence >= 50 && (guess.name == "GB18030" || guess.name == "Big5" ||
                                 guess.name == "Shift_JIS" || guess.name == "EUC-JP");
  const Cp949Counts cp949 = count_cp949(bytes);
  if (!other_east_asian && cp949.enough_common() && cp949.enough_whole()) return Encoding::kCp949;
  const bool western = guess.name == "windows-1252" || guess.name == "ISO-8859-1";
  if (western && guess.confidence >= kLeastConfidence && looks_latin(bytes)) {
    return Encoding::kWindows1252;
  }
  if (utf8.broken <= std::max(kStrayBytes, bytes.size() / kStrayIn)) return Encoding::kUtf8;
  refuse(
      fmt::format("its encoding cannot be detected: {}; name it with --encoding, or convert the "
                  "file to UTF-8",
                  why_unknown(guess, utf8, cp949)));
}

}  // namespace

Encoding tell_encoding(std::string_view bytes, std::optional<Encoding> assumed) {
  if (const auto marked = by_mark(bytes)) return *marked;
  const std::size_t nul = bytes.substr(0, kTextProbe).find('\0');
  if (nul == std::string_view::npos && skip_well_formed_utf8(bytes, 0) == bytes.size()) {
    return Encoding::kUtf8;
  }
  if (nul != std::string_view::npos) {
    for (const Encoding e : {Encoding::kUtf16Le, Encoding::kUtf16Be}) {
      if (is_utf16(bytes, e) || assumed == e) return e;
    }
    refuse(fmt::format("the file is not text: byte {} is NUL; convert it to UTF-8 text", nul));
  }
  return assumed ? *assumed : by_high_bytes(bytes);
}

}  // namespace ibid
