// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/source_places.h"

#include <algorithm>

namespace ibid {
namespace {

// Adds `box`, or widens the last one if it is on the same line, to its left.
void add_box(std::vector<PageBox>& boxes, const PageBox& box) {
  if (!boxes.empty()) {
    PageBox& last = boxes.back();
    const float middle = box.top + box.height / 2;
    const bool same_line = middle > last.top && middle < last.top + last.height;
    const float gap = box.left - (last.left + last.width);
    if (same_line && gap > -last.height && gap < 2 * std::max(last.height, box.height)) {
      const float bottom = std::max(last.top + last.height, box.top + box.height);
      last.width = box.left + box.width - last.left;
      last.top = std::min(last.top, box.top);
      last.height = bottom - last.top;
      return;
    }
  }
  boxes.push_back(box);
}

// The part of a word's box that `text` of its `span` takes, by characters of equal width.
PageBox clipped(const SourceAnchor& anchor, ByteRange text) {
  const TextSpan& span = anchor.span;
  const std::uint64_t begin = std::max(text.begin, span.text_begin) - span.text_begin;
  const std::uint64_t end = std::min(text.end, span.text_end()) - span.text_begin;
  PageBox box = anchor.box;
  const float length = static_cast<float>(span.length);
  box.left += box.width * static_cast<float>(begin) / length;
  box.width *= static_cast<float>(end - begin) / length;
  return box;
}

}  // namespace

std::vector<SourcePlace> source_places(const ExtractedFile& file, ByteRange text) {
  std::vector<SourcePlace> places;
  auto anchor = std::ranges::upper_bound(
      file.anchors, text.begin, {}, [](const SourceAnchor& one) { return one.span.text_end(); });
  for (; anchor != file.anchors.end() && anchor->span.text_begin < text.end; ++anchor) {
    const TextSpan span = anchor->span.clip(text.begin, text.end);
    const ByteRange bytes{span.file_begin, span.file_end()};
    const bool goes_on = !places.empty() && places.back().part == anchor->part &&
                         places.back().bytes.end <= bytes.begin;
    if (!goes_on) places.push_back({anchor->part, bytes, {}});
    places.back().bytes.end = bytes.end;
    if (file.grade == AnchorGrade::kPage) add_box(places.back().boxes, clipped(*anchor, text));
  }
  return places;
}

std::vector<PartRange> part_ranges(const ExtractedFile& file, ByteRange text) {
  std::vector<PartRange> ranges;
  for (const SourcePlace& place : source_places(file, text)) {
    ranges.push_back({place.part, place.bytes});
  }
  return ranges;
}

}  // namespace ibid
