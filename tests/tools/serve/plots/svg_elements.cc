// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/tools/serve/plots/svg_elements.h"

#include <expat.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace ibid {
namespace {

struct Reading {
  std::vector<SvgElement> elements;
  std::vector<std::size_t> open;
};

void begin_element(void* data, const char* name, const char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  SvgElement element;
  element.name = name;
  for (; *attributes != nullptr; attributes += 2) element.attributes[attributes[0]] = attributes[1];
  reading.open.push_back(reading.elements.size());
  reading.elements.push_back(std::move(element));
}

void end_element(void* data, const char*) { static_cast<Reading*>(data)->open.pop_back(); }

void take_text(void* data, const char* text, int length) {
  auto& reading = *static_cast<Reading*>(data);
  reading.elements[reading.open.back()].text.append(text, static_cast<std::size_t>(length));
}

void expect_harmless(const SvgElement& element) {
  static const std::set<std::string> kElements = {"svg",  "title", "desc", "a",     "g",
                                                  "rect", "text",  "line", "circle"};
  EXPECT_TRUE(kElements.contains(element.name)) << element.name;
  for (const auto& [name, value] : element.attributes) {
    EXPECT_FALSE(name == "style" || name.starts_with("on")) << name;
  }
}

}  // namespace

bool SvgElement::has_class(std::string_view css_class) const {
  const auto found = attributes.find("class");
  return found != attributes.end() &&
         (" " + found->second + " ").find(" " + std::string(css_class) + " ") != std::string::npos;
}

std::vector<SvgElement> svg_elements(const std::string& svg) {
  Reading reading;
  const XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &reading);
  XML_SetElementHandler(parser, begin_element, end_element);
  XML_SetCharacterDataHandler(parser, take_text);
  const auto status = XML_Parse(parser, svg.data(), static_cast<int>(svg.size()), 1);
  EXPECT_EQ(status, XML_STATUS_OK) << XML_ErrorString(XML_GetErrorCode(parser)) << " at byte "
                                   << XML_GetCurrentByteIndex(parser);
  XML_ParserFree(parser);
  for (const SvgElement& element : reading.elements) expect_harmless(element);
  return std::move(reading.elements);
}

std::vector<SvgElement> with_class(const std::vector<SvgElement>& all, std::string_view css_class) {
  std::vector<SvgElement> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const SvgElement& element) { return element.has_class(css_class); });
  return out;
}

std::vector<SvgElement> named(const std::vector<SvgElement>& all, std::string_view name) {
  std::vector<SvgElement> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](const SvgElement& element) { return element.name == name; });
  return out;
}

}  // namespace ibid
