// SPDX-License-Identifier: GPL-2.0-or-later
//
// See decode.h.
#include "corpus/text/decode.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/text/character_at.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t kMaxNotes = 3;                       // places with a note of their own

// Collects where the broken bytes are; adjacent bytes are one place.
class BrokenBytes {
 public:
  explicit BrokenBytes(Encoding encoding) : encoding_(encoding) {}

  // `text` is what was decoded so far; its lines are counted, but not past the last place noted.
  void add(std::size_t offset, std::size_t length, std::string_view text) {
    bytes_ += length;
    if (offset != end_) ++places_;
    if (offset == end_ && places_ <= kMaxNotes) {
      first_.back().length += length;
    } else if (places_ <= kMaxNotes) {
      first_.push_back({offset, length, line_after(text)});
    }
    end_ = offset + length;
  }
  std::size_t bytes() const { return bytes_; }
  std::vector<std::string> notes() const {
    const char* name = to_string(encoding_);
    std::vector<std::string> notes;
    for (const Place& place : first_) {
      notes.push_back(fmt::format("{} byte{} at offset {} (line {}) {} not {}", place.length,
                                  place.length == 1 ? "" : "s", place.offset, place.line,
                                  place.length == 1 ? "is" : "are", name));
    }
    if (places_ > kMaxNotes) {
      notes.push_back(fmt::format("{} bytes in {} places are not {}", bytes_, places_, name));
    }
    return notes;
  }

 private:
  // Lines end in LF, CR LF or CR, as everywhere.
  std::size_t line_after(std::string_view text) {
    for (; counted_ < text.size(); ++counted_) {
      const char c = text[counted_];
      const bool crlf = c == '\n' && counted_ > 0 && text[counted_ - 1] == '\r';
      if ((c == '\n' && !crlf) || c == '\r') ++line_;
    }
    return line_;
  }

  struct Place {
    std::size_t offset, length, line;
  };
  Encoding encoding_;
  std::vector<Place> first_;
  std::size_t places_ = 0, bytes_ = 0;
  std::size_t end_ = static_cast<std::size_t>(-1);
  std::size_t counted_ = 0, line_ = 1;
};

// Decodes the well-formed stretch that starts at `at`; returns where it ends.
std::size_t take_well_formed(std::string_view bytes, std::size_t at, DecodedText& decoded) {
  if (decoded.encoding == Encoding::kUtf8) {
    const std::size_t end = skip_well_formed_utf8(bytes, at);
    decoded.text.append(bytes.substr(at, end - at));
    if (end > at) decoded.map.append(end - at, at, end - at);
    return end;
  }
  while (at < bytes.size()) {
    const ByteCharacter next = character_at(bytes, at, decoded.encoding);
    if (!next.well_formed) break;
    const std::size_t before = decoded.text.size();
    append_utf8(decoded.text, next.c);
    decoded.map.append(decoded.text.size() - before, at, next.length);
    at += next.length;
  }
  return at;
}

}  // namespace

void OffsetMap::append(std::uint64_t text_length, std::uint64_t file_begin,
                       std::uint64_t file_length) {
  const std::uint64_t text_begin = spans_.empty() ? 0 : spans_.back().text_end();
  append_span(spans_, {text_begin, file_begin, text_length, file_length});
}

std::uint64_t OffsetMap::to_file(std::uint64_t text_offset) const {
  if (spans_.empty()) return text_offset;
  const auto after =
      std::upper_bound(spans_.begin(), spans_.end(), text_offset,
                       [](std::uint64_t at, const TextSpan& span) { return at < span.text_begin; });
  const TextSpan& span = *(after - 1);
  return span.file_begin + span.file_bytes_before(text_offset - span.text_begin);
}

std::vector<TextSpan> OffsetMap::spans(ByteRange text, std::uint64_t text_base) const {
  std::vector<TextSpan> spans;
  auto span =
      std::upper_bound(spans_.begin(), spans_.end(), text.begin,
                       [](std::uint64_t at, const TextSpan& r) { return at < r.text_begin; });
  if (span != spans_.begin()) --span;
  for (; span != spans_.end() && span->text_begin < text.end; ++span) {
    if (span->text_end() <= text.begin || text.empty()) continue;
    TextSpan piece = span->clip(text.begin, text.end);
    piece.text_begin = text_base + (piece.text_begin - text.begin);
    spans.push_back(piece);
  }
  return spans;
}

DecodedText decode(std::string_view bytes, Encoding encoding) {
  DecodedText decoded;
  decoded.encoding = encoding;
  decoded.text.reserve(bytes.size());
  std::size_t at = byte_order_mark(bytes, encoding);
  const std::size_t most_broken = (bytes.size() - at) / 10;
  BrokenBytes broken(encoding);
  if (at == bytes.size()) decoded.map.append(0, at, 0);
  while (at < bytes.size()) {
    at = take_well_formed(bytes, at, decoded);
    if (at == bytes.size()) break;
    const ByteCharacter next = character_at(bytes, at, encoding);
    broken.add(at, next.length, decoded.text);
    if (broken.bytes() > most_broken) {
      throw Error(
          ErrorKind::kInput,
          fmt::format("the file is not text: more than a tenth of it is not {0}; convert it to "
                      "UTF-8, or name its encoding with --encoding",
                      to_string(encoding)));
    }
    decoded.text.append(kReplacement);
    decoded.map.append(kReplacement.size(), at, next.length);
    at += next.length;
  }
  decoded.notes = broken.notes();
  return decoded;
}

DecodedText decode_file(std::string bytes, Encoding encoding) {
  const std::size_t mark = byte_order_mark(bytes, encoding);
  if (encoding != Encoding::kUtf8 || skip_well_formed_utf8(bytes, mark) != bytes.size()) {
    return decode(bytes, encoding);
  }
  DecodedText decoded;
  decoded.map.append(bytes.size() - mark, mark, bytes.size() - mark);
  bytes.erase(0, mark);
  decoded.text = std::move(bytes);
  return decoded;
}

DecodedText decode(std::string_view bytes) { return decode(bytes, tell_encoding(bytes)); }

}  // namespace ibid
