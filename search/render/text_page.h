// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page of text for a terminal, laid out line by line. Takes text that is already escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

enum class Colour : std::uint8_t { kNo, kYes };
enum class Links : std::uint8_t { kNo, kYes };  // OSC 8: the terminal opens what is clicked
struct TextLayout {
  std::size_t columns = 80;  // no line is wider, except ids, paths and URLs, which stay whole
  Colour colour = Colour::kNo;
  std::string base_dir;  // absolute; paths below it are shown relative to it. Empty: no path is
  Links links = Links::kNo;
  std::string host;  // this machine's name, for links to its files; may be empty
};

enum class Role : std::uint8_t { kPlain, kTitle, kMatch, kLocation, kWarning, kId, kFaint };

// Escaped text with the ranges that match the query.
struct Prose {
  std::string text;
  std::vector<ByteRange> marked;  // of text; ascending, no overlap
  Role role = Role::kPlain;
};

// A part of a line, in its role. `uri`: what it leads to, percent-encoded; or empty.
struct LinePart {
  Role role = Role::kPlain;
  std::string text;
  std::string uri = {};
};

class Page {
 public:
  explicit Page(TextLayout layout) : layout_(std::move(layout)) {}

  // `first` precedes the first line; the other lines are indented by `indent` columns.
  void prose(std::string_view first, std::size_t indent, const Prose& prose);
  void prose(std::size_t indent, const Prose& text) {
    prose(std::string(indent, ' '), indent, text);
  }

  // Never broken, however long: for text that users copy.
  void line(std::size_t indent, Role role, std::string_view text);

  void line(std::size_t indent, const std::vector<LinePart>& parts);

  void blank() { out_ += '\n'; }
  const TextLayout& layout() const { return layout_; }
  std::string take() { return std::move(out_); }

 private:
  void paint(Role role, std::string_view text);
  void append(const Prose& prose, ByteRange line);

  TextLayout layout_;
  std::string out_;
};

}  // namespace ibid
