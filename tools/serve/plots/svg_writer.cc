// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/plots/svg_writer.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "search/render/wrap_text.h"

namespace ibid {
namespace {

constexpr std::size_t kWordColumns = 400;

HtmlAttribute anchor_attribute(SvgAnchor anchor) {
  if (anchor == SvgAnchor::kStart) return {};
  return {"text-anchor", anchor == SvgAnchor::kMiddle ? "middle" : "end"};
}

}  // namespace

std::string svg_number(double value) {
  if (!std::isfinite(value)) return "0";
  std::string out = fmt::format("{:.2f}", value);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string svg_percent(double share) {
  return svg_number(std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * 100) + "%";
}

std::string plot_label(std::string_view text, std::size_t columns) {
  // No character takes more bytes a column than that, marks on letters apart.
  const std::size_t most = columns * 16;
  std::string line(text.substr(0, most));
  if (text.size() > most) {
    while (!line.empty() && (static_cast<unsigned char>(text[line.size()]) & 0xC0U) == 0x80U) {
      line.pop_back();
    }
    line += "…";
  }
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return cut_to_width(line, columns);
}

SvgWriter::SvgWriter(const PlotFrame& frame, std::uint32_t height) {
  const std::string pixels = std::to_string(height);
  begin(frame, {"class", "chart"}, {"width", "100%"}, {"height", pixels});
}

SvgWriter::SvgWriter(const PlotFrame& frame, std::uint32_t width, std::uint32_t height) {
  const std::string box = "0 0 " + std::to_string(width) + " " + std::to_string(height);
  begin(frame, {"class", "chart chart-scaled"}, {"viewBox", box}, {});
}

void SvgWriter::begin(const PlotFrame& frame, const HtmlAttribute& css_class, HtmlAttribute width,
                      HtmlAttribute height) {
  const std::string title = frame.id + "-title", described = frame.id + "-desc";
  const bool has_words = !frame.description.empty();
  out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                    css_class,
                    {"role", "group"},
                    width,
                    height,
                    {"aria-labelledby", title},
                    only_if(has_words, "aria-describedby", described)});
  out_.element("title", {{"id", title}}, frame.title);
  if (has_words) out_.element("desc", {{"id", described}}, frame.description);
}

void SvgWriter::begin_mark(std::string_view words, std::string_view href) {
  const std::string said = plot_label(words, kWordColumns);
  if (href.empty()) {
    out_.open("g");
  } else {
    out_.open("a", {{"href", href}, {"tabindex", "-1"}, {"aria-label", said}});
  }
  out_.element("title", said);
}

void SvgWriter::end_mark() { out_.close(); }

void SvgWriter::rect(std::string_view css_class, const SvgBox& box) {
  out_.lone("rect", {{"class", css_class},
                     {"x", box.x},
                     {"y", box.y},
                     {"width", box.width},
                     {"height", box.height}});
}

void SvgWriter::text(std::string_view css_class, std::string_view x, double y, SvgAnchor anchor,
                     std::string_view words) {
  const std::string down = svg_number(y);
  out_.element("text", {{"class", css_class}, {"x", x}, {"y", down}, anchor_attribute(anchor)},
               words);
}

void SvgWriter::label(double y, std::string_view words) {
  constexpr std::size_t kNarrow = 24, kWide = 72;  // columns: beside a count on 320 and 736 pixels
  const std::string narrow = plot_label(words, kNarrow), wide = plot_label(words, kWide);
  if (narrow == wide) return text("chart-label", "0", y, SvgAnchor::kStart, wide);
  text("chart-label chart-narrow", "0", y, SvgAnchor::kStart, narrow);
  text("chart-label chart-wide", "0", y, SvgAnchor::kStart, wide);
}

void SvgWriter::line(std::string_view css_class, const SvgLine& line, double stroke) {
  const std::string width = svg_number(stroke);
  out_.lone("line", {{"class", css_class},
                     {"x1", line.x1},
                     {"y1", line.y1},
                     {"x2", line.x2},
                     {"y2", line.y2},
                     only_if(stroke > 0, "stroke-width", width)});
}

void SvgWriter::circle(std::string_view css_class, double x, double y, double radius) {
  const std::string across = svg_number(x), down = svg_number(y), wide = svg_number(radius);
  out_.lone("circle", {{"class", css_class}, {"cx", across}, {"cy", down}, {"r", wide}});
}

Html SvgWriter::finish() { return out_.close().take(); }

}  // namespace ibid
