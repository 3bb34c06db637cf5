// SPDX-License-Identifier: GPL-2.0-or-later
//
// The elements and texts of a page in document order, as gumbo nests them, and the questions that
// all rules ask of them.
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tree/html_attributes.h"
#include "corpus/html/tree/html_source.h"

namespace ibid::html {

struct Node {
  GumboTag tag = GUMBO_TAG_LAST;  // GUMBO_TAG_LAST: a text
  std::uint32_t parent = kNone;
  std::uint32_t end = 0;         // one past the last node inside; of a text, the next node
  std::uint32_t source = kNone;  // index into Source::tags() or runs(); kNone: not in the source
  bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

// In document order, a parent before its children. Throws Error{kInput} if the tree would take far
// more memory than the page has bytes.
std::vector<Node> tree_of(const Source& source);

struct Page {
  Source source;
  std::vector<Node> nodes;
  References references;

  Page(std::string_view html, bool is_xml, std::uint32_t depth)
      : source(html, is_xml, depth), nodes(tree_of(source)) {}

  bool is_element(std::uint32_t node) const {
    return !nodes[node].is_text() && nodes[node].source != kNone;
  }
  bool has_attributes(std::uint32_t node) const {
    return is_element(node) && source.has_attributes(nodes[node].source);
  }
  std::optional<std::string_view> written(std::uint32_t node, std::string_view name) const {
    return is_element(node) ? source.written(nodes[node].source, name) : std::nullopt;
  }
  // With references replaced, in lower case; empty if there is none.
  std::string lower(std::uint32_t node, std::string_view name) {
    return is_element(node) ? ascii_lower(source.value(nodes[node].source, name, references)) : "";
  }
  std::string value(std::uint32_t node, std::string_view name) {
    return is_element(node) ? source.value(nodes[node].source, name, references) : "";
  }
  bool contains(std::uint32_t outer, std::uint32_t inner) const {
    return outer <= inner && inner < nodes[outer].end;
  }
  std::string_view slice_of(const TextRun& run) const {
    return source.html().substr(run.begin, run.end - run.begin);
  }
  // The text inside, white space as one space, about `most` bytes of it at most.
  std::string text(std::uint32_t node, std::size_t most) {
    std::string out;
    for (std::uint32_t i = node; i < nodes[node].end && out.size() < most; ++i) {
      if (!nodes[i].is_text()) continue;
      const TextRun& run = source.runs()[nodes[i].source];
      // Not all of a long text is decoded to be cut.
      append_folded(out, slice_of(run).substr(0, 2 * most), run.raw);
    }
    if (out.size() > most) out.resize(floor_boundary(out, most));
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

 private:
  void append_folded(std::string& out, std::string_view slice, bool raw) {
    slice = slice.substr(0, floor_boundary(slice, slice.size()));
    const std::string text = raw ? std::string(slice) : references.decode_all(slice);
    for (const char c : text) {
      if (c == '\0') continue;
      if (!is_white(c)) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
  }
};

// Calls `take` for each word of a class or role attribute until it returns true.
template <typename Take>
bool any_word(std::string_view value, Take take) {
  for (std::size_t at = 0; at < value.size();) {
    while (at < value.size() && is_white(value[at])) ++at;
    const std::size_t begin = at;
    while (at < value.size() && !is_white(value[at])) ++at;
    if (at > begin && take(value.substr(begin, at - begin))) return true;
  }
  return false;
}

inline int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? tag - GUMBO_TAG_H1 + 1 : 0;
}

}  // namespace ibid::html
