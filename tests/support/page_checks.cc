// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/page_checks.h"

#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <set>

namespace ibid::testing {
namespace {

std::string element_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

std::string take(const GumboNode* node, ReadPage& page) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    return node->v.text.text;
  }
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return {};
  const std::size_t at = page.elements.size();
  PageElement element;
  element.name = element_name(node->v.element);
  // The words of a picture's part, not the title of the page.
  const bool of_picture = node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
  if (of_picture && element.name == "title") element.name = "svg-title";
  for (unsigned i = 0; i < node->v.element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[i]);
    element.attributes[attribute->name] = attribute->value;
  }
  page.elements.push_back(std::move(element));
  std::string text;
  for (unsigned i = 0; i < node->v.element.children.length; ++i) {
    text += take(static_cast<const GumboNode*>(node->v.element.children.data[i]), page);
  }
  page.elements[at].text = text;
  return text;
}

bool has_class(const PageElement& element, std::string_view name) {
  const auto found = element.attributes.find("class");
  if (found == element.attributes.end()) return false;
  return (" " + found->second + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

std::string value_of(const PageElement& element, const std::string& name) {
  const auto found = element.attributes.find(name);
  return found == element.attributes.end() ? std::string() : found->second;
}

bool has(const PageElement& element, const std::string& name) {
  return element.attributes.contains(name);
}

// Loaded by the browser without being asked.
bool is_loaded_from_elsewhere(const PageElement& element) {
  const std::string source = value_of(element, element.name == "link" ? "href" : "src");
  return !source.empty() && (!source.starts_with('/') || source.starts_with("//"));
}

bool is_safe_link(const std::string& href) {
  return (href.starts_with('/') && !href.starts_with("//")) || href.starts_with('#') ||
         href.starts_with('?') || href.starts_with("http://") || href.starts_with("https://");
}

void check_element(const PageElement& element, std::vector<std::string>& faults) {
  for (const auto& [name, value] : element.attributes) {
    if (name == "style" || name.starts_with("on")) faults.push_back("inline " + name);
  }
  const std::string& name = element.name;
  if (name == "style") faults.emplace_back("an inline style sheet");
  if (name == "script" && (!element.text.empty() || !has(element, "src"))) {
    faults.emplace_back("an inline script");
  }
  for (const char* loud : {"iframe", "object", "embed", "base", "frame", "audio", "video"}) {
    if (name == loud) faults.push_back("<" + name + ">");
  }
  if (name != "a" && is_loaded_from_elsewhere(element)) {
    faults.push_back("<" + name + "> loads from elsewhere");
  }
  if (name == "img" && !has(element, "alt")) faults.emplace_back("a picture without words");
  if (name == "a") {
    if (!is_safe_link(value_of(element, "href"))) {
      faults.push_back("a link to \"" + value_of(element, "href") + "\"");
    }
    if (element.text.find_first_not_of(" \n") == std::string::npos && !has(element, "aria-label")) {
      faults.push_back("a link without words to " + value_of(element, "href"));
    }
  }
  if (name == "button" && element.text.empty() && !has(element, "aria-label")) {
    faults.emplace_back("a button without words");
  }
}

void check_labels(const ReadPage& page, std::vector<std::string>& faults) {
  std::set<std::string> labelled;
  for (const PageElement* label : page.all("label")) labelled.insert(value_of(*label, "for"));
  for (const PageElement& element : page.elements) {
    const bool field =
        element.name == "input" || element.name == "textarea" || element.name == "select";
    const std::string type = value_of(element, "type");
    if (!field || type == "hidden" || type == "submit" || has(element, "aria-label")) continue;
    if (!labelled.contains(value_of(element, "id"))) {
      faults.push_back("a field without a label: " + value_of(element, "name"));
    }
  }
}

void check_ids(const ReadPage& page, std::vector<std::string>& faults) {
  std::set<std::string> ids;
  for (const PageElement& element : page.elements) {
    if (!has(element, "id")) continue;
    if (!ids.insert(value_of(element, "id")).second) {
      faults.push_back("two elements of the id " + value_of(element, "id"));
    }
  }
  for (const PageElement& element : page.elements) {
    for (const char* name : {"for", "aria-labelledby", "aria-describedby"}) {
      if (has(element, name) && !ids.contains(value_of(element, name))) {
        faults.push_back(std::string(name) + " names no element: " + value_of(element, name));
      }
    }
  }
}

}  // namespace

std::vector<const PageElement*> ReadPage::all(std::string_view selector) const {
  std::vector<const PageElement*> found;
  const std::size_t dot = selector.find('.');
  for (const PageElement& element : elements) {
    const bool good =
        selector.starts_with('#')
            ? value_of(element, "id") == selector.substr(1)
            : (dot == 0 || element.name == selector.substr(0, dot)) &&
                  (dot == std::string_view::npos || has_class(element, selector.substr(dot + 1)));
    if (good) found.push_back(&element);
  }
  return found;
}

const PageElement& ReadPage::one(std::string_view selector) const {
  const auto found = all(selector);
  static const PageElement kNone;
  EXPECT_EQ(found.size(), 1U) << selector;
  return found.size() == 1 ? *found.front() : kNone;
}

std::string ReadPage::attribute(std::string_view selector, const std::string& name) const {
  return value_of(one(selector), name);
}

ReadPage read_page(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  ReadPage page;
  page.parse_errors = output->errors.length;
  take(output->root, page);
  gumbo_destroy_output(&options, output);
  return page;
}

std::vector<std::string> page_faults(std::string_view html) {
  const ReadPage page = read_page(html);
  std::vector<std::string> faults;
  if (page.parse_errors > 0) {
    faults.push_back(std::to_string(page.parse_errors) + " errors of HTML5");
  }
  if (!html.starts_with("<!doctype html>\n")) faults.emplace_back("no doctype");
  for (const char* once : {"html", "title", "h1", "main", "header", "footer"}) {
    if (page.all(once).size() != 1) {
      faults.push_back(std::to_string(page.all(once).size()) + " of " + once);
    }
  }
  const std::string language =
      page.all("html").empty() ? "" : value_of(*page.all("html")[0], "lang");
  if (language != "en" && language != "ko") faults.push_back("the language " + language);
  for (const PageElement& element : page.elements) check_element(element, faults);
  check_labels(page, faults);
  check_ids(page, faults);
  return faults;
}

}  // namespace ibid::testing
