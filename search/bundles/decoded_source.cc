// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/bundles/decoded_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid {
namespace {

using NamedCharacter = std::pair<std::string_view, std::string_view>;
// Those that occur; gumbo has the whole table, which is too large for here.
constexpr auto kNamed = std::to_array<NamedCharacter>(
    {{"amp;", "&"},       {"lt;", "<"},     {"gt;", ">"},    {"quot;", "\""},  {"apos;", "'"},
     {"nbsp;", "\u00A0"}, {"hellip;", "…"}, {"mdash;", "—"}, {"ndash;", "–"},  {"lsquo;", "‘"},
     {"rsquo;", "’"},     {"ldquo;", "“"},  {"rdquo;", "”"}, {"middot;", "·"}, {"bull;", "•"},
     {"copy;", "©"},      {"reg;", "®"},    {"times;", "×"}, {"deg;", "°"},    {"laquo;", "«"},
     {"raquo;", "»"},     {"euro;", "€"},   {"pound;", "£"}, {"sect;", "§"},   {"para;", "¶"},
     {"larr;", "←"},      {"rarr;", "→"},   {"uarr;", "↑"},  {"darr;", "↓"},   {"shy;", "\u00AD"},
     {"eacute;", "é"},    {"uuml;", "ü"},   {"ouml;", "ö"},  {"auml;", "ä"},   {"szlig;", "ß"}});

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool is_scalar(std::uint32_t value) {
  return value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

// What the reference after the "&" at the start of `source` says, and how long it is without that;
// 0: unknown.
std::size_t read_reference(std::string_view source, std::string& out) {
  constexpr std::size_t kMost = 12;
  if (source.starts_with("#")) {
    const std::size_t end = source.substr(0, kMost).find(';');
    if (end == std::string_view::npos) return 0;
    const bool hex = end > 1 && (source[1] == 'x' || source[1] == 'X');
    const auto value =
        hex ? number(source.substr(2, end - 2), 16) : number(source.substr(1, end - 1), 10);
    if (!value || !is_scalar(*value)) return 0;
    append_utf8(out, static_cast<char32_t>(*value));
    return end + 1;
  }
  for (const auto& [name, text] : kNamed) {
    if (!source.starts_with(name)) continue;
    out += text;
    return name.size();
  }
  return 0;
}

std::string without_references(std::string_view source) {
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    out += source[at++];
    if (out.back() != '&') continue;
    std::string character;
    const std::size_t length = read_reference(source.substr(at), character);
    if (length == 0) continue;
    out.pop_back();
    out += character;
    at += length;
  }
  return out;
}

std::optional<std::uint32_t> unit_at(std::string_view source, std::size_t at) {
  if (at + 6 > source.size() || source.substr(at, 2) != "\\u") return std::nullopt;
  return number(source.substr(at + 2, 4), 16);
}

std::string without_escapes(std::string_view source) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  std::string out;
  for (std::size_t at = 0; at < source.size(); ++at) {
    out += source[at];
    if (source[at] != '\\' || at + 1 == source.size()) continue;
    if (const auto letter = kLetters.find(source[at + 1]); letter != std::string_view::npos) {
      out.back() = kMeanings[letter];
      ++at;
      continue;
    }
    auto unit = unit_at(source, at);
    if (!unit) continue;
    std::size_t length = 6;
    if (*unit >= 0xD800 && *unit < 0xDC00) {
      const auto low = unit_at(source, at + 6);
      if (!low || *low < 0xDC00 || *low > 0xDFFF) continue;
      unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
      length = 12;
    }
    if (!is_scalar(*unit)) continue;
    out.pop_back();
    append_utf8(out, static_cast<char32_t>(*unit));
    at += length - 1;
  }
  return out;
}

bool says(std::string_view source, std::string_view text) {
  if (source == text) return true;
  if (trim(text).empty() && !source.empty() && trim(source).empty()) return true;
  const bool references = source.find('&') != std::string_view::npos;
  if (references && without_references(source) == text) return true;
  if (source.find('\\') == std::string_view::npos) return false;
  const std::string plain = without_escapes(source);
  return plain == text || without_references(plain) == text;
}

bool says_in(Encoding encoding, const SourcePiece& piece) {
  if (encoding == Encoding::kUtf8) return says(piece.bytes, piece.text);
  try {
    return says(decode(piece.bytes, encoding).text, piece.text);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

bool decode_to_text(std::span<const SourcePiece> pieces) {
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kCp949, Encoding::kUtf16Le,
                                  Encoding::kUtf16Be, Encoding::kWindows1252}) {
    const auto fits = [&](const SourcePiece& piece) { return says_in(encoding, piece); };
    if (std::ranges::all_of(pieces, fits)) return true;
  }
  return false;
}

}  // namespace ibid
