// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts from a file or standard input, one per line: quotations, claims.
//
//   a line that begins with {   a JSON object with the text under one of the names that `TextInput`
//                               lists and, if it has one, "id"
//   an empty line               nothing
//   any other line              the text itself
//
// A byte-order mark before the first line and a carriage return at a line's end are ignored.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "search/passages/line_origin.h"

namespace ibid {

// The kind of text, for the reader and its messages.
struct TextInput {
  std::string one;                // "quotation"
  std::vector<std::string> keys;  // of a JSON object; the first one present counts
  std::size_t most_bytes = 0;     // of a text
};

struct TextLine {
  LineOrigin origin;
  std::string text;
  std::string error;  // why the line has no text; empty if it has
};

class TextLines {
 public:
  // `path`: "-" is standard input. Throws Error{kInput} if it cannot be read or is a binary file.
  TextLines(const std::string& path, TextInput input);
  // Returns nothing at the end. A line longer than any text comes with an error; memory is bounded.
  // Throws Error{kInput} if reading fails, or if a NUL byte shows that this is not text.
  std::optional<TextLine> next();

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };
  [[noreturn]] void fail(const std::string& why) const;
  void refuse_binary();
  bool read_line(std::string& line);
  void read_json(const std::string& text, TextLine& line) const;

  TextInput input_;
  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::uint64_t number_ = 0;
};

}  // namespace ibid
