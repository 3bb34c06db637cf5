// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a browser would make of an HTML page, by an HTML5 parser: its faults, its elements, its
// text; and whether it keeps the rules of our pages.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::testing {

struct PageElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // of it and all below it
};

struct ReadPage {
  std::size_t parse_errors = 0;
  std::vector<PageElement> elements;  // in the order of the page

  // "a", "li.hit", "#q": by name, class or id.
  std::vector<const PageElement*> all(std::string_view selector) const;
  // The only one; a failure of the test if there is none or several.
  const PageElement& one(std::string_view selector) const;
  std::string attribute(std::string_view selector, const std::string& name) const;
};

ReadPage read_page(std::string_view html);

// What breaks the rules of our pages, a sentence each: HTML5 without errors; nothing inline that a
// content security policy would refuse, nothing from elsewhere; one h1, landmarks, a language, a
// title; ids once; labels of fields; names of links; addresses of links that are ours or http(s).
std::vector<std::string> page_faults(std::string_view html);

}  // namespace ibid::testing
