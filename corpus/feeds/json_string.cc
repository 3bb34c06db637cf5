// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/feeds/json_string.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Of four hex digits, which JsonScanner has checked.
char32_t unit_of(std::string_view digits) {
  char32_t unit = 0;
  for (const char c : digits.substr(0, 4)) {
    const auto digit = static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

struct Escape {
  char32_t c = 0;
  std::size_t length = 2;  // bytes
};

// The escape at the start of `text`.
Escape read_escape(std::string_view text, JsonLosses& losses) {
  switch (text[1]) {
    case 'b':
      return {'\b'};
    case 'f':
      return {'\f'};
    case 'n':
      return {'\n'};
    case 'r':
      return {'\r'};
    case 't':
      return {'\t'};
    case 'u':
      break;
    default:
      return {static_cast<unsigned char>(text[1])};
  }
  const char32_t unit = unit_of(text.substr(2));
  if (is_high(unit) && text.size() >= 12 && text[6] == '\\' && text[7] == 'u') {
    const char32_t low = unit_of(text.substr(8));
    if (is_low(low)) return {0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 12};
  }
  if (!is_high(unit) && !is_low(unit)) return {unit, 6};
  ++losses.surrogates;
  return {kReplacement, 6};
}

char32_t of_text(char32_t c, JsonLosses& losses) {
  const bool control = (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F;
  if (!control) return c;
  ++losses.controls;
  return kReplacement;
}

// Calls plain(range of raw) and escaped(code point, range of raw).
template <class Plain, class Escaped>
void walk(std::string_view raw, JsonLosses& losses, const Plain& plain, const Escaped& escaped) {
  const std::size_t end = raw.size() - 1;
  for (std::size_t at = 1; at < end;) {
    const std::size_t run = std::min(raw.find('\\', at), end);
    if (run > at) plain(ByteRange{at, run});
    if (run == end) break;
    const Escape escape = read_escape(raw.substr(run, end - run), losses);
    at = run + escape.length;
    escaped(of_text(escape.c, losses), ByteRange{run, at});
  }
}

}  // namespace

MappedText json_text(const SourceText& source, ByteRange raw, JsonLosses& losses) {
  MappedText out;
  out.text.reserve(raw.size());
  walk(
      slice(source.text(), raw), losses,
      [&](ByteRange run) {
        source.append_to(out, {raw.begin + run.begin, raw.begin + run.end});
      },
      [&](char32_t c, ByteRange escape) {
        char bytes[kMaxUtf8Bytes];
        const auto length = static_cast<std::size_t>(put_utf8(bytes, c) - bytes);
        out.append({bytes, length},
                   source.place({raw.begin + escape.begin, raw.begin + escape.end}));
      });
  return out;
}

std::string json_words(std::string_view raw) {
  std::string out;
  JsonLosses ignored;
  walk(
      raw, ignored, [&](ByteRange run) { out += slice(raw, run); },
      [&](char32_t c, ByteRange) { append_utf8(out, c); });
  return out;
}

}  // namespace ibid
