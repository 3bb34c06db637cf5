// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/append_text.h"

#include <algorithm>

#include "corpus/fragments/plain_text.h"
#include "corpus/html/read_html.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

void append_markup(ExtractBuilder& out, const MappedText& text, ByteRange range,
                   const TextPlace& place) {
  MappedText piece;
  piece.append(text, range);
  AppendHtml how;
  how.places = std::move(piece.spans);
  how.part = place.part;
  how.is_page = false;
  how.with_fields = false;
  how.base = place.base;
  how.depth = place.limits.depth;
  append_html(out, piece.text, how);
}

// The end of the line end of the blank line that begins at `at`; `at` if the line is not blank.
std::size_t blank_line_end(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  if (!trim(text.substr(at, end - at)).empty()) return at;
  return std::min(end + 1, text.size());
}

// Tags within lines, and paragraphs by blank lines.
void append_inline_markup(ExtractBuilder& out, const MappedText& text, const TextPlace& place) {
  const std::string_view all = text.text;
  std::size_t begin = 0;
  for (std::size_t line = 0; line < all.size();) {
    const std::size_t blank = blank_line_end(all, line);
    if (blank > line) {
      if (line > begin) append_markup(out, text, {begin, line}, place);
      begin = line = blank;
    } else {
      line = std::min(all.find('\n', line), all.size() - 1) + 1;
    }
  }
  if (begin < all.size()) append_markup(out, text, {begin, all.size()}, place);
}

}  // namespace

void append_text(ExtractBuilder& out, const MappedText& text, const TextPlace& place) {
  TextForm form = place.markup == TextMarkup::kNone ? TextForm::kPlain : form_of(text.text);
  if (place.markup == TextMarkup::kHtml) form = TextForm::kBlocks;
  switch (form) {
    case TextForm::kPlain:
      return append_paragraphs(out, text, place.part);
    case TextForm::kEntities:
      return append_paragraphs(out, with_entities_read(text), place.part);
    case TextForm::kInline:
      return append_inline_markup(out, text, place);
    case TextForm::kBlocks:
      return append_markup(out, text, {0, text.text.size()}, place);
  }
}

void append_heading(ExtractBuilder& out, const MappedText& text, bool plain) {
  MappedText read;
  if (!plain) read = with_entities_read(without_tags(text));
  const MappedText& title = plain ? text : read;
  out.begin_block(ExtractedBlock::Kind::kHeading, 1);
  for (std::size_t begin = 0; begin < title.text.size();) {
    const std::size_t end = std::min(title.text.find_first_of("\r\n", begin), title.text.size());
    const ByteRange line = trim(std::string_view(title.text), ByteRange{begin, end});
    if (!line.empty() && !out.ends_in_space()) out.add_unplaced(" ");
    add_range(out, title, line, 0);
    begin = end + 1;
  }
  out.end_block();
}

}  // namespace ibid
