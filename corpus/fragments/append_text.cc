// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/append_text.h"

#include <algorithm>

#include "corpus/fragments/plain_text.h"
#include "corpus/text/code_points.h"

namespace ibid {

void append_text(ExtractBuilder& out, const MappedText& text, const TextPlace& place) {
  const TextForm form = place.markup == TextMarkup::kNone ? TextForm::kPlain : form_of(text.text);
  if (form == TextForm::kEntities) {
    append_paragraphs(out, with_entities_read(text), place.part);
  } else {
    append_paragraphs(out, text, place.part);
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
