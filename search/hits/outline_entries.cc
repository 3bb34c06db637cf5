// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/outline_entries.h"

#include <algorithm>
#include <utility>

namespace ibid {
namespace {

// What is neither heading nor passage: lines of contents, forms, notices. In file order.
std::vector<FurnitureLine> lines_left_out(const Report& report) {
  std::vector<FurnitureLine> lines = report.furniture;
  for (const ContentsEntry& entry : report.contents) {
    const bool bare = entry.number.empty() || entry.title.empty();
    lines.push_back({entry.number + (bare ? "" : " ") + entry.title, entry.bytes});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const FurnitureLine& a, const FurnitureLine& b) {
    return a.bytes.begin < b.bytes.begin;
  });
  return lines;
}

}  // namespace

std::vector<FurnitureLine> left_out_lines(const ExtractedFile& file) {
  std::vector<FurnitureLine> lines;
  for (const LeftOutText& text : file.left_out) {
    std::string one_line = text.text;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    lines.push_back({std::move(one_line), {text.at, text.at}, to_string(text.reason)});
  }
  return lines;
}

std::vector<OutlineEntry> outline_entries(const Report& report, std::vector<StoredPassage> passages,
                                          LeftOut left_out) {
  std::vector<OutlineEntry> entries;
  std::size_t next = 0, next_line = 0, depth = 0;
  std::vector<FurnitureLine> lines;
  if (left_out == LeftOut::kShown) lines = lines_left_out(report);
  const auto take_lines_before = [&](std::uint64_t offset) {
    for (; next_line < lines.size() && lines[next_line].bytes.begin < offset; ++next_line) {
      entries.push_back({.depth = depth, .left_out = std::move(lines[next_line])});
    }
  };
  const auto take_before = [&](std::uint64_t offset) {
    for (; next < passages.size() && passages[next].bytes.begin < offset; ++next) {
      take_lines_before(passages[next].bytes.begin);
      entries.push_back({.depth = depth, .passage = std::move(passages[next])});
    }
    take_lines_before(offset);
  };
  for (std::size_t s = 0; s < report.sections.size(); ++s) {
    const Section& section = report.sections[s];
    take_before(section.bytes.begin);
    const auto path = section_path(report.sections, static_cast<std::int32_t>(s));
    entries.push_back({.depth = path.size() - 1, .section = section});
    depth = path.size();
  }
  take_before(UINT64_MAX);
  return entries;
}

}  // namespace ibid
