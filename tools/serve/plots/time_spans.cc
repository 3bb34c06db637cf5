// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/time_spans.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace ibid {
namespace {

constexpr std::uint32_t kRow = 34, kAxis = 24;  // pixels
constexpr double kMargin = 0.02;                // of the width, so that no dot is cut

std::optional<unsigned> number(std::string_view text, std::size_t digits) {
  unsigned value = 0;
  if (text.size() != digits) return {};
  const auto read = std::from_chars(text.data(), text.data() + digits, value);
  return read.ec == std::errc() && read.ptr == text.data() + digits ? std::optional(value)
                                                                    : std::nullopt;
}

// Days since 1970; nothing for what is no date.
std::optional<std::int64_t> day_of(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return {};
  const auto year = number(date.substr(0, 4), 4);
  const auto month = date.size() > 4 ? number(date.substr(5, 2), 2) : 1U;
  const auto day = date.size() > 7 ? number(date.substr(8, 2), 2) : 1U;
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day read{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!read.ok()) return {};
  return std::chrono::sys_days(read).time_since_epoch().count();
}

struct Row {
  const TimeSpan* span = nullptr;
  std::int64_t first = 0, last = 0;
};

std::vector<Row> rows_of(const std::vector<TimeSpan>& spans) {
  std::vector<Row> out;
  for (const TimeSpan& span : spans) {
    const auto first = day_of(span.first);
    const auto last = day_of(span.last.empty() ? span.first : span.last);
    if (!first || !last) continue;
    out.push_back({&span, std::min(*first, *last), std::max(*first, *last)});
    if (out.size() == kMostTimeSpans) break;
  }
  return out;
}

struct Axis {
  const Row* begin = nullptr;  // the row that begins first, and the one that ends last
  const Row* end = nullptr;

  double at(std::int64_t day) const {
    if (end->last == begin->first) return 0.5;
    return kMargin + (1 - 2 * kMargin) * static_cast<double>(day - begin->first) /
                         static_cast<double>(end->last - begin->first);
  }
};

void draw_row(SvgWriter& svg, const Axis& axis, const Row& row, double y) {
  const TimeSpan& span = *row.span;
  const std::string& last = span.last.empty() ? span.first : span.last;
  const std::string dates = span.first == last ? span.first : span.first + " – " + last;
  svg.begin_mark(span.label + ": " + dates + (span.words.empty() ? "" : ", " + span.words),
                 span.href);
  svg.label(y + 12, span.label);
  svg.text("chart-faint", "100%", y + 12, SvgAnchor::kEnd, span.words);
  const std::string middle = svg_number(y + 23);
  svg.line("chart-grid", {"0", middle, "100%", middle});
  // A round end makes a dot of a line without length.
  svg.line("chart-span",
           {svg_percent(axis.at(row.first)), middle, svg_percent(axis.at(row.last)), middle});
  svg.end_mark();
}

}  // namespace

Html time_spans_svg(const PlotFrame& frame, const std::vector<TimeSpan>& spans) {
  const std::vector<Row> rows = rows_of(spans);
  SvgWriter svg(frame, static_cast<std::uint32_t>(rows.size()) * kRow + kAxis);
  if (rows.empty()) return svg.finish();
  Axis axis{&rows.front(), &rows.front()};
  for (const Row& row : rows) {
    if (row.first < axis.begin->first) axis.begin = &row;
    if (row.last > axis.end->last) axis.end = &row;
  }
  double y = 0;
  for (const Row& row : rows) {
    draw_row(svg, axis, row, y);
    y += kRow;
  }
  const std::string& begin = day_of(axis.begin->span->first) == axis.begin->first
                                 ? axis.begin->span->first
                                 : axis.begin->span->last;
  const std::string& end =
      day_of(axis.end->span->last) == axis.end->last ? axis.end->span->last : axis.end->span->first;
  if (begin == end) {
    svg.text("chart-faint", "50%", y + 14, SvgAnchor::kMiddle, begin);
  } else {
    svg.text("chart-faint", "0", y + 14, SvgAnchor::kStart, begin);
    svg.text("chart-faint", "100%", y + 14, SvgAnchor::kEnd, end);
  }
  return svg.finish();
}

}  // namespace ibid
