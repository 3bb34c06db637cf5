// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/mapped_text.h"

#include <algorithm>

#include "corpus/text/character_at.h"
#include "corpus/text/code_points.h"
#include "corpus/text/encoding.h"

namespace ibid {
namespace {

// Calls take(piece, place) for the stretches of `range`; those in no place have an empty one.
template <class Take>
void for_each_piece(const MappedText& text, ByteRange range, const Take& take) {
  const std::string_view all = text.text;
  auto span =
      std::upper_bound(text.spans.begin(), text.spans.end(), range.begin,
                       [](std::uint64_t at, const TextSpan& one) { return at < one.text_end(); });
  std::uint64_t at = range.begin;
  for (; span != text.spans.end() && span->text_begin < range.end; ++span) {
    const TextSpan piece = span->clip(range.begin, range.end);
    if (at < piece.text_begin) take(slice(all, {at, piece.text_begin}), ByteRange{});
    at = piece.text_end();
    take(slice(all, {piece.text_begin, at}), ByteRange{piece.file_begin, piece.file_end()});
  }
  if (at < range.end) take(slice(all, {at, range.end}), ByteRange{});
}

}  // namespace

void MappedText::append(std::string_view piece, ByteRange place) {
  if (piece.empty()) return;
  if (!place.empty()) {
    append_span(spans, {text.size(), place.begin, piece.size(), place.size()});
  }
  text += piece;
}

void MappedText::append(const MappedText& other, ByteRange range) {
  for_each_piece(other, range,
                 [&](std::string_view piece, ByteRange place) { append(piece, place); });
}

void add_range(ExtractBuilder& out, const MappedText& text, ByteRange range, std::uint32_t part) {
  for_each_piece(text, range, [&](std::string_view piece, ByteRange place) {
    if (place.empty()) return out.add_unplaced(piece);
    out.add(piece, part, place.begin, place.size());
  });
}

SourceText::SourceText(std::string_view bytes, std::optional<Encoding> assumed) {
  constexpr std::size_t kProbe = 8 * 1024;  // as tell_encoding(), which reads it all once more
  const bool plain = bytes.substr(0, kProbe).find('\0') == std::string_view::npos &&
                     skip_well_formed_utf8(bytes, 0) == bytes.size();
  const Encoding encoding = plain ? Encoding::kUtf8 : tell_encoding(bytes, assumed);
  mark_ = byte_order_mark(bytes, encoding);
  plain_ = bytes.substr(mark_);
  if (!plain) decoded_ = decode(bytes, encoding);
}

ByteRange SourceText::place(ByteRange text) const {
  if (!decoded_) return {text.begin + mark_, text.end + mark_};
  return file_range(decoded_->map.spans(text, 0), {0, text.size()});
}

void SourceText::append_to(MappedText& out, ByteRange text) const {
  if (text.empty()) return;
  if (!decoded_) {
    append_span(out.spans, {out.text.size(), text.begin + mark_, text.size(), text.size()});
  } else {
    for (const TextSpan& span : decoded_->map.spans(text, out.text.size())) {
      append_span(out.spans, span);
    }
  }
  out.text += slice(this->text(), text);
}

std::vector<std::string> SourceText::notes() const {
  return decoded_ ? decoded_->notes : std::vector<std::string>{};
}

}  // namespace ibid
