// SPDX-License-Identifier: GPL-2.0-or-later
//
// See byte_range.h.
#include "corpus/text/byte_range.h"

#include <algorithm>
#include <numeric>

namespace ibid {
namespace {

using SpanAt = std::vector<TextSpan>::const_iterator;

// The last span that begins at or before `offset`, or the first.
SpanAt span_at(const std::vector<TextSpan>& spans, std::uint64_t offset) {
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), offset,
                       [](std::uint64_t at, const TextSpan& span) { return at < span.text_begin; });
  return after == spans.begin() ? after : after - 1;
}

std::uint64_t file_begin_of(const TextSpan& span, std::uint64_t offset) {
  return span.file_begin + span.file_bytes_before(offset - std::min(offset, span.text_begin));
}

// How many bytes of text and of file each character of the span has.
struct Unit {
  std::uint64_t text, file;
};

Unit unit_of(const TextSpan& span) {
  if (span.length == span.file_length) return {1, 1};
  const std::uint64_t characters = std::gcd(span.length, span.file_length);
  return {span.length / characters, span.file_length / characters};
}

// `offset` > 0 is in the span, or past it in the gap before the next one.
std::uint64_t file_end_of(const std::vector<TextSpan>& spans, SpanAt span, std::uint64_t offset) {
  const std::uint64_t delta = offset - std::min(offset, span->text_begin);
  if (delta > span->length && span + 1 != spans.end()) return (span + 1)->file_begin;
  return span->file_begin + span->file_bytes_through(delta);
}

}  // namespace

std::uint64_t TextSpan::file_bytes_before(std::uint64_t text) const {
  if (text >= length) return file_length;
  const Unit unit = unit_of(*this);
  return text / unit.text * unit.file;
}

std::uint64_t TextSpan::file_bytes_through(std::uint64_t text) const {
  if (text >= length) return file_length;
  const Unit unit = unit_of(*this);
  return (text + unit.text - 1) / unit.text * unit.file;
}

TextSpan TextSpan::clip(std::uint64_t begin, std::uint64_t end) const {
  begin = std::max(begin, text_begin);
  end = std::min(end, text_end());
  const std::uint64_t before = file_bytes_before(begin - text_begin);
  const std::uint64_t through = file_bytes_through(end - text_begin);
  return {begin, file_begin + before, end - begin, through - before};
}

void append_span(std::vector<TextSpan>& spans, const TextSpan& span) {
  if (!spans.empty()) {
    TextSpan& last = spans.back();
    const Unit a = unit_of(last);
    const Unit b = unit_of(span);
    if (last.text_end() == span.text_begin && last.file_end() == span.file_begin &&
        a.text == b.text && a.file == b.file) {
      last.length += span.length;
      last.file_length += span.file_length;
      return;
    }
  }
  spans.push_back(span);
}

ByteRange file_range(const std::vector<TextSpan>& spans, ByteRange text_range) {
  if (spans.empty()) return {};
  const std::uint64_t size = spans.back().text_end();
  const std::uint64_t begin = std::min(text_range.begin, size);
  const std::uint64_t end = std::clamp(text_range.end, begin, size);
  const std::uint64_t file_begin = file_begin_of(*span_at(spans, begin), begin);
  if (begin == end) return {file_begin, file_begin};
  return {file_begin, file_end_of(spans, span_at(spans, end - 1), end)};
}

}  // namespace ibid
