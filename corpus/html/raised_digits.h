// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers that a page raises or lowers right behind a digit: without a sign 10² would be read as
// 102, and the mark of a note behind a year as a digit of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/html/text_writer.h"
#include "corpus/html/tree/html_tree.h"

namespace ibid::html {

class RaisedDigits {
 public:
  // Of each element; `at` is where the text after it will be.
  void enter(GumboTag tag, std::uint32_t node);
  void leave(GumboTag tag, std::uint32_t node, std::uint64_t at);

  // What belongs before the text run, which begins at `begin` of the HTML: "^", "_", a space before
  // a fraction (2½ is not 2^1/2), or nothing.
  std::string_view sign_before(Page& page, const TextRun& run, std::uint32_t begin,
                               const TextWriter& writer);

 private:
  std::uint32_t element_ = kNone;  // the innermost, until its first text has come
  GumboTag tag_ = GUMBO_TAG_LAST;
  // Where the last one ended: what follows it in the same line is of one number with it.
  std::uint64_t ended_at_ = UINT64_MAX;
  GumboTag ended_tag_ = GUMBO_TAG_LAST;
};

}  // namespace ibid::html
