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
constexpr std::size_t kMaxNotes = 3;                       // places told one by one

// Collects where the broken bytes are; bytes that touch are one place.
class BrokenPlaces {
 public:
  explicit BrokenPlaces(Encoding encoding) : encoding_(encoding) {}

  // `text` is what was decoded before; lines are counted in it, and only up to the last place told.
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
  const std::uint64_t text_begin =
      runs_.empty() ? 0 : runs_.back().text_begin + runs_.back().length;
  append_span(runs_, {text_begin, file_begin, text_length, file_length});
}

std::uint64_t OffsetMap::to_file(std::uint64_t text_offset) const {
  if (runs_.empty()) return text_offset;
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                       [](std::uint64_t at, const TextSpan& run) { return at < run.text_begin; });
  const TextSpan& run = *(after - 1);
  return run.file_begin + run.file_bytes_before(text_offset - run.text_begin);
}

std::vector<TextSpan> OffsetMap::runs(ByteRange text, std::uint64_t text_base) const {
  std::vector<TextSpan> runs;
  auto run = std::upper_bound(runs_.begin(), runs_.end(), text.begin,
                              [](std::uint64_t at, const TextSpan& r) { return at < r.text_begin; });
  if (run != runs_.begin()) --run;
  for (; run != runs_.end() && run->text_begin < text.end; ++run) {
    if (run->text_begin + run->length <= text.begin || text.empty()) continue;
    TextSpan part = run->part(text.begin, text.end);
    part.text_begin = text_base + (part.text_begin - text.begin);
    runs.push_back(part);
  }
  return runs;
}

DecodedText decode(std::string_view bytes, Encoding encoding) {
  DecodedText decoded;
  decoded.encoding = encoding;
  decoded.text.reserve(bytes.size());
  std::size_t at = byte_order_mark(bytes, encoding);
  const std::size_t most_broken = (bytes.size() - at) / 10;
  BrokenPlaces broken(encoding);
  if (at == bytes.size()) decoded.map.append(0, at, 0);
  while (at < bytes.size()) {
    at = take_well_formed(bytes, at, decoded);
    if (at == bytes.size()) break;
    const ByteCharacter next = character_at(bytes, at, encoding);
    broken.add(at, next.length, decoded.text);
    if (broken.bytes() > most_broken) {
      throw Error(
          ErrorKind::kInput,
          fmt::format("the file is no text: more than a tenth of it is not {0}; convert it to "
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
