// SPDX-License-Identifier: GPL-2.0-or-later
//
// A string that may hold a page's markup, as blocks of a document.
#pragma once

#include <cstdint>
#include <string>

#include "corpus/extract/reader_input.h"
#include "corpus/fragments/mapped_text.h"

namespace ibid {

enum class TextMarkup {
  kGuess,  // see form_of()
  kHtml,
  kNone,
};

struct TextPlace {
  std::uint32_t part = 0;
  TextMarkup markup = TextMarkup::kGuess;
  std::string base;  // address against which links are resolved; may be empty
  ReaderLimits limits;
};

void append_text(ExtractBuilder& out, const MappedText& text, const TextPlace& place);

// A title: one block, a heading of level 1, with its tags and entities read unless it is `plain`.
void append_heading(ExtractBuilder& out, const MappedText& text, bool plain);

}  // namespace ibid
