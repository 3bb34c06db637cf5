// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/mail/charset_text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "corpus/text/code_points.h"
#include "corpus/text/decode.h"

namespace ibid {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &status));
  return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

MappedText by_decoder(std::string_view bytes, Encoding encoding) {
  DecodedText decoded = decode(bytes, encoding);
  MappedText out;
  out.spans = decoded.map.spans({0, decoded.text.size()}, 0);
  std::erase_if(out.spans, [](const TextSpan& span) { return span.length == 0; });
  out.text = std::move(decoded.text);
  return out;
}

// Collects UTF-16 with the offset of the bytes of each unit.
class UnitTaker {
 public:
  explicit UnitTaker(MappedText& out) : out_(out) {}

  void take(char16_t unit, std::uint64_t offset) {
    if (offset > begin_) put(offset);
    const char32_t c = unit;
    if (c >= 0xDC00 && c < 0xE000 && high_ != 0) {
      append_utf8(piece_, 0x10000 + ((high_ - 0xD800) << 10) + (c - 0xDC00));
      high_ = 0;
      return;
    }
    if (c >= 0xD800 && c < 0xDC00) {
      high_ = c;
    } else {
      append_utf8(piece_, c >= 0xDC00 && c < 0xE000 ? 0xFFFD : c);
    }
  }

  // The character, if any, ends at byte `end`.
  void put(std::uint64_t end) {
    if (high_ != 0) return;  // its other half has the same offset
    if (piece_ != "\uFEFF") out_.append(piece_, {begin_, end});
    piece_.clear();
    begin_ = end;
  }

 private:
  MappedText& out_;
  std::string piece_;
  std::uint64_t begin_ = 0;
  char32_t high_ = 0;
};

MappedText by_converter(std::string_view bytes, UConverter* converter) {
  MappedText out;
  UnitTaker taker(out);
  std::array<char16_t, 4096> units;
  std::array<std::int32_t, 4096> offsets;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    const auto base = static_cast<std::uint64_t>(source - bytes.data());
    char16_t* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, end, offsets.data(), 1,
                   &status);
    for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
      // Units that found no room in the last turn have no offset: they are of the same character.
      const std::uint64_t offset =
          offsets[i] < 0 ? 0 : base + static_cast<std::uint64_t>(offsets[i]);
      taker.take(units[i], offset);
    }
  }
  taker.put(bytes.size());
  return out;
}

}  // namespace

MappedText text_in_charset(std::string_view bytes, std::string_view charset,
                           std::optional<Encoding> assumed) {
  const std::string small = ascii_lower(charset);
  // Their bytes may be ASCII and mean something else.
  const bool shifted = small.starts_with("iso-2022") || small.starts_with("utf-7") ||
                       small.starts_with("hz") || small.starts_with("utf-16") ||
                       small.starts_with("utf-32");
  if (!shifted && is_utf8(bytes)) return by_decoder(bytes, Encoding::kUtf8);
  if (const auto known = parse_encoding(charset)) return by_decoder(bytes, *known);
  if (!small.empty() && small != "us-ascii" && small != "ascii" && small != "unknown-8bit") {
    if (const Converter converter = converter_of(charset)) {
      return by_converter(bytes, converter.get());
    }
  }
  return by_decoder(bytes, tell_encoding(bytes, assumed));
}

}  // namespace ibid
