// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text without markup within a file, as blocks of a document.
#pragma once

#include "corpus/extract/reader_input.h"
#include "corpus/fragments/mapped_text.h"

namespace ibid {

// Blank lines part paragraphs; the other line ends stay in the text, of CR LF the LF. Signs of
// Markdown are text.
void append_paragraphs(ExtractBuilder& out, const MappedText& text, std::uint32_t part);

// The text with "&amp;" and the like as their characters: of text that has no tags, but was meant
// to be written into a page.
MappedText with_entities_read(const MappedText& text);

// The text without the tags that pages have.
MappedText without_tags(const MappedText& text);

// What a string looks like.
enum class TextForm {
  kPlain,
  kEntities,  // entities, but no tags
  kInline,    // tags within lines only: its paragraphs are those of plain text
  kBlocks,    // tags of paragraphs, breaks, lists, tables
};
TextForm form_of(std::string_view text);

}  // namespace ibid
