// SPDX-License-Identifier: GPL-2.0-or-later
//
// Puts the texts of a page into blocks: collapses white space as CSS does, replaces character
// references, makes paragraphs of line breaks, and says for each stretch where it is in the file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "corpus/extract/reader_input.h"
#include "corpus/html/read_html.h"
#include "corpus/html/tree/html_attributes.h"
#include "corpus/html/tree/html_source.h"

namespace ibid::html {

struct BlockStart {
  ExtractedBlock::Kind kind = ExtractedBlock::Kind::kParagraph;
  std::uint8_t level = 0;
  std::string label;
  std::uint32_t header = ExtractedBlock::kNone;
};

enum class WhiteSpace : std::uint8_t { kCollapsed, kKept };

class TextWriter {
 public:
  // `next_block` is asked when the first text of a block comes.
  TextWriter(ExtractBuilder& out, const Source& source, References& references,
             const AppendHtml& how, std::function<BlockStart()> next_block);

  // The text [begin, end) of the HTML.
  void text(std::uint32_t begin, std::uint32_t end, bool raw, WhiteSpace white);
  // Characters that are shown and in no place.
  void unplaced(std::string_view text);
  void space();  // collapses with other white space
  void tab();    // between cells
  // Two of them, with nothing but white space between, part paragraphs.
  void line_break(WhiteSpace white);
  bool in_block() const { return out_.in_block(); }
  // The next text comes right behind a digit.
  bool joins_digit() const;
  // Where the next text will be, or the white space before it.
  std::uint64_t at() const { return out_.at(); }
  // Where the next text will be: what separates it from the one before is written.
  std::uint64_t settle();
  std::uint32_t end_block();

 private:
  enum class Gap : std::uint8_t { kNothing, kSpace, kLine, kParagraph };

  void collapsed(std::uint32_t begin, std::uint32_t end, bool raw);
  void kept(std::uint32_t begin, std::uint32_t end, bool raw);
  std::uint32_t reference(std::uint32_t at, std::uint32_t end, WhiteSpace white);
  void note_space(std::uint32_t at);
  void place(std::uint32_t begin, std::uint32_t end);
  void place_as(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void find_span(std::uint32_t at);

  ExtractBuilder& out_;
  const Source& source_;
  References& references_;
  const AppendHtml& how_;
  std::function<BlockStart()> next_block_;
  std::size_t span_ = 0;  // of how_.places, at or before the last place asked
  Gap gap_ = Gap::kNothing;
  std::uint32_t gap_at_ = kNone;  // the space in the HTML, if it is one
  bool empty_ = true;             // nothing yet in this block or line
};

}  // namespace ibid::html
