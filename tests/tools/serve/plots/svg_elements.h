// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a plot holds, as an XML parser reads it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/serve/page/html_writer.h"

namespace ibid {

struct SvgElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // directly in it
  bool has_class(std::string_view css_class) const;
};

// All elements in their order. A test failure if `svg` is not well-formed, or has an element or
// attribute that a page's policy forbids or that runs something.
std::vector<SvgElement> svg_elements(const std::string& svg);
inline std::vector<SvgElement> svg_elements(const Html& plot) { return svg_elements(plot.text()); }
std::vector<SvgElement> with_class(const std::vector<SvgElement>& all, std::string_view css_class);
std::vector<SvgElement> named(const std::vector<SvgElement>& all, std::string_view name);

}  // namespace ibid
