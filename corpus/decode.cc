// SPDX-License-Identifier: GPL-2.0-or-later
//
// See decode.h. Well-formedness is table 3-7 of The Unicode Standard, version 15.
#include "corpus/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "corpus/error.h"

namespace ibid {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t kTextProbe = 8 * 1024;               // bytes in which a NUL means "no text"
constexpr std::size_t kMaxNotes = 3;                       // places told one by one

struct Sequence {
  std::size_t length;
  bool well_formed;
};

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

// The character at `at`, or the maximal ill-formed subsequence there.
Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {1, true};
  const TrailBytes trail = trail_of(lead);
  for (std::size_t i = 1; i <= trail.count; ++i) {
    const auto byte = at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
    const unsigned char low = i == 1 ? trail.first_low : 0x80;
    const unsigned char high = i == 1 ? trail.first_high : 0xBF;
    if (byte < low || byte > high) return {i, false};
  }
  return {trail.count + 1, trail.count > 0};
}

// Past the well-formed stretch that starts at `at`; eight ASCII bytes at a step.
std::size_t skip_well_formed(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (at < bytes.size()) {
    std::uint64_t word = 0;
    while (at + sizeof word <= bytes.size()) {
      std::memcpy(&word, bytes.data() + at, sizeof word);
      if ((word & kHighBits) != 0) break;
      at += sizeof word;
    }
    if (at == bytes.size()) break;
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.well_formed) break;
    at += sequence.length;
  }
  return at;
}

void refuse_binary(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    throw Error(ErrorKind::kInput,
                "the file is UTF-16, not UTF-8; convert it with iconv -f UTF-16 -t UTF-8");
  }
  const std::size_t nul = bytes.substr(0, kTextProbe).find('\0');
  if (nul != std::string_view::npos) {
    throw Error(ErrorKind::kInput,
                fmt::format("the file is no text: byte {} is NUL; convert it to UTF-8 text", nul));
  }
}

// Collects where the broken bytes are; bytes that touch are one place.
class BrokenPlaces {
 public:
  void add(std::size_t offset, std::size_t length) {
    bytes_ += length;
    if (offset != end_) ++places_;
    if (offset == end_ && places_ <= kMaxNotes) {
      first_.back().length += length;
    } else if (places_ <= kMaxNotes) {
      first_.push_back({offset, length});
    }
    end_ = offset + length;
  }
  std::size_t bytes() const { return bytes_; }
  std::vector<std::string> notes() const {
    std::vector<std::string> notes;
    for (const Place& place : first_) {
      notes.push_back(fmt::format("{} byte{} at offset {} {} not UTF-8", place.length,
                                  place.length == 1 ? "" : "s", place.offset,
                                  place.length == 1 ? "is" : "are"));
    }
    if (places_ > kMaxNotes) {
      notes.push_back(fmt::format("{} bytes in {} places are not UTF-8", bytes_, places_));
    }
    return notes;
  }

 private:
  struct Place {
    std::size_t offset, length;
  };
  std::vector<Place> first_;
  std::size_t places_ = 0, bytes_ = 0;
  std::size_t end_ = static_cast<std::size_t>(-1);
};

}  // namespace

void OffsetMap::append(std::uint64_t text_length, std::uint64_t file_begin,
                       std::uint64_t file_length) {
  const std::uint64_t text_begin =
      pieces_.empty() ? 0 : pieces_.back().text_begin + pieces_.back().text_length;
  pieces_.push_back({text_begin, file_begin, text_length, file_length});
}

std::uint64_t OffsetMap::to_file(std::uint64_t text_offset) const {
  if (pieces_.empty()) return text_offset;
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), text_offset,
                       [](std::uint64_t at, const Piece& piece) { return at < piece.text_begin; });
  const Piece& piece = *(after - 1);
  const std::uint64_t delta = text_offset - piece.text_begin;
  if (delta >= piece.text_length) return piece.file_begin + piece.file_length;
  return piece.text_length == piece.file_length ? piece.file_begin + delta : piece.file_begin;
}

std::vector<TextRun> OffsetMap::runs(ByteRange text, std::uint64_t text_base) const {
  std::vector<TextRun> runs;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), text.begin,
                                [](std::uint64_t at, const Piece& p) { return at < p.text_begin; });
  if (piece != pieces_.begin()) --piece;
  for (; piece != pieces_.end() && piece->text_begin < text.end; ++piece) {
    const std::uint64_t begin = std::max(text.begin, piece->text_begin);
    const std::uint64_t end = std::min(text.end, piece->text_begin + piece->text_length);
    if (begin >= end) continue;
    const bool even = piece->text_length == piece->file_length;
    const std::uint64_t skipped = even ? begin - piece->text_begin : 0;
    runs.push_back({text_base + (begin - text.begin), piece->file_begin + skipped, end - begin,
                    even ? end - begin : piece->file_length});
  }
  return runs;
}

DecodedText decode(std::string_view bytes) {
  refuse_binary(bytes);
  DecodedText decoded;
  const bool marked = bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark;
  decoded.encoding = marked ? "UTF-8 with BOM" : "UTF-8";
  decoded.text.reserve(bytes.size());
  std::size_t at = marked ? kByteOrderMark.size() : 0;
  const std::size_t most_broken = (bytes.size() - at) / 10;
  BrokenPlaces broken;
  do {
    const std::size_t end = skip_well_formed(bytes, at);
    if (end > at || at == bytes.size()) {
      decoded.text.append(bytes.substr(at, end - at));
      decoded.map.append(end - at, at, end - at);
    }
    at = end;
    if (at == bytes.size()) break;
    const Sequence sequence = sequence_at(bytes, at);
    broken.add(at, sequence.length);
    if (broken.bytes() > most_broken) {
      throw Error(ErrorKind::kInput,
                  "the file is no text: more than a tenth of it is not UTF-8; convert it to UTF-8");
    }
    decoded.text.append(kReplacement);
    decoded.map.append(kReplacement.size(), at, sequence.length);
    at += sequence.length;
  } while (at < bytes.size());
  decoded.notes = broken.notes();
  return decoded;
}

}  // namespace ibid
