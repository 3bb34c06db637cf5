// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations out of a file or standard input, one a line:
//
//   a line that begins with {   a JSON object with "quote" or "text" and, if it has one, "id"
//   an empty line               nothing
//   any other line              a quotation as it stands
//
// A byte-order mark before the first line and a carriage return at a line's end are no part of it.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "search/render_quote.h"

namespace ibid {

struct QuoteLine {
  QuoteOrigin origin;
  std::string text;
  std::string error;  // why the line holds no quotation; empty: it does
};

class QuoteLines {
 public:
  // `path`: "-" is standard input. Throws Error{kInput} where it cannot be read.
  explicit QuoteLines(const std::string& path);
  // Nothing at the end. A line longer than any quotation is one with an error. Throws Error{kInput}
  // where reading fails.
  std::optional<QuoteLine> next();

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };
  bool read_line(std::string& line);

  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::uint64_t number_ = 0;
};

}  // namespace ibid
