// SPDX-License-Identifier: GPL-2.0-or-later
//
// SVG that stands in a page: text is escaped, looks come from classes and attributes (a page's
// policy forbids styles in it), and the same plot has the same bytes each time. Marks may be links;
// they are no stops of the Tab key, because the table behind a plot has the same links.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tools/serve/page/html_writer.h"

namespace ibid {

// What a plot says of itself to those who do not see it.
struct PlotFrame {
  std::string id;  // unique in its page: ASCII letters, digits and "-"
  std::string title;
  std::string description;  // may be empty
};

// "12.5", without zeros at the end; two digits behind the point at most. Not finite: "0".
std::string svg_number(double value);
// Of the plot's width: "12.5%". `share` is in [0, 1].
std::string svg_percent(double share);

// `text` on one line and no wider than `columns`, as a display counts; … where it was cut.
std::string plot_label(std::string_view text, std::size_t columns);

enum class SvgAnchor : std::uint8_t { kStart, kMiddle, kEnd };

// A rectangle. Lengths are attribute values: "12", "3.5%".
struct SvgBox {
  std::string x, y, width, height;
};

struct SvgLine {
  std::string x1, y1, x2, y2;
};

class SvgWriter {
 public:
  // As wide as its place; text keeps its size. Units: CSS pixels.
  SvgWriter(const PlotFrame& frame, std::uint32_t height);
  // A drawing that is scaled as a whole.
  SvgWriter(const PlotFrame& frame, std::uint32_t width, std::uint32_t height);

  // What follows until end_mark() is one mark with these words, and a link unless `href` is empty.
  void begin_mark(std::string_view words, std::string_view href);
  void end_mark();

  void rect(std::string_view css_class, const SvgBox& box);
  void text(std::string_view css_class, std::string_view x, double y, SvgAnchor anchor,
            std::string_view words);
  // At the left edge: short where the plot is narrow, longer where it is wide, by the style sheet.
  void label(double y, std::string_view words);
  // `stroke`: its width; 0: that of the class.
  void line(std::string_view css_class, const SvgLine& line, double stroke = 0);
  void circle(std::string_view css_class, double x, double y, double radius);

  Html finish();

 private:
  void begin(const PlotFrame& frame, const HtmlAttribute& css_class, HtmlAttribute width,
             HtmlAttribute height);

  HtmlWriter out_;
};

}  // namespace ibid
