// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/selectors.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "corpus/report/source_places.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLeastContext = 32;  // code points on each side

struct Context {
  std::string_view prefix, suffix;
};

// `count` code points on each side of `range`, or all there are.
Context context_of(std::string_view text, ByteRange range, std::size_t count) {
  std::size_t begin = range.begin;
  std::size_t end = range.end;
  for (std::size_t i = 0; i < count && begin > 0; ++i) previous_code_point(text, begin);
  for (std::size_t i = 0; i < count && end < text.size(); ++i) next_code_point(text, end);
  return {text.substr(begin, range.begin - begin), text.substr(range.end, end - range.end)};
}

// The other offsets at which the text of `range` occurs.
std::vector<std::size_t> other_occurrences(std::string_view text, ByteRange range) {
  const std::string_view exact = slice(text, range);
  std::vector<std::size_t> offsets;
  for (std::size_t at = text.find(exact); at != std::string_view::npos;
       at = text.find(exact, at + 1)) {
    if (at != range.begin) offsets.push_back(at);
  }
  return offsets;
}

TextQuoteSelector quote_of(std::string_view text, ByteRange range) {
  std::vector<std::size_t> others;
  if (!range.empty()) others = other_occurrences(text, range);
  for (std::size_t count = kLeastContext;; count *= 2) {
    const Context context = context_of(text, range, count);
    std::erase_if(others, [&](std::size_t at) {
      return !text.substr(0, at).ends_with(context.prefix) ||
             !text.substr(at + range.size()).starts_with(context.suffix);
    });
    // With the whole text on both sides, no other occurrence is left.
    if (others.empty() || count >= text.size()) {
      return {std::string(slice(text, range)), std::string(context.prefix),
              std::string(context.suffix)};
    }
  }
}

}  // namespace

Selectors selectors_of(const ReportText& report, ByteRange file) {
  const ByteRange range = report.range_of(file);
  Selectors selectors;
  selectors.quote = quote_of(report.text(), range);
  selectors.position = {report.code_points_before(range.begin),
                        report.code_points_before(range.end)};
  selectors.data = {file.begin, file.end};
  return selectors;
}

Selectors selectors_of(const ReportText& report, const ExtractedFile& document, ByteRange text) {
  Selectors selectors;
  selectors.quote = quote_of(report.text(), report.range_of(text));
  selectors.has_position = false;
  const std::vector<SourcePlace> places = source_places(document, text);
  selectors.has_data = document.grade == AnchorGrade::kByte && places.size() == 1;
  if (selectors.has_data) selectors.data = {places.front().bytes.begin, places.front().bytes.end};
  if (document.grade == AnchorGrade::kPage && !places.empty()) {
    selectors.fragment = FragmentSelector{fmt::format("page={}", places.front().part + 1),
                                          "http://tools.ietf.org/rfc/rfc8118"};
  }
  return selectors;
}

}  // namespace ibid
