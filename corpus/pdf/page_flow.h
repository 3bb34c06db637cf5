// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of all pages become blocks: where does a paragraph end, does it go on over the end of a
// column or page, what is a heading, an item, a row of a table, a note at the foot of the page?
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/pdf/pdf_pages.h"
#include "corpus/pdf/reading_order.h"

namespace ibid {

struct LineRef {
  std::uint32_t page = 0, line = 0;
};

struct PdfBlock {
  ExtractedBlock::Kind kind = ExtractedBlock::Kind::kParagraph;
  std::uint8_t level = 0;
  std::vector<LineRef> lines;
  float size = 0;     // of the font of its first line
  bool bold = false;  // all of its lines are
  // Of a row: the block that is the head of its columns.
  std::uint32_t header = ExtractedBlock::kNone;
  std::string note_label;            // of a note; its first word is the label
  std::vector<std::uint32_t> notes;  // blocks of kind kNote whose marks are in this one
};

struct PageFlow {
  std::vector<PdfBlock> blocks;  // in reading order; notes where they stand on the page
  // Words that are marks of notes, by mark_key(): the block of the note.
  std::unordered_map<std::uint64_t, std::uint32_t> marks;
  static std::uint64_t mark_key(std::uint32_t page, std::uint32_t word) {
    return (std::uint64_t{page} << 32) | word;
  }
};

PageFlow flow_of(const PdfSource& source, const std::vector<PageLayout>& layouts);

// True if the word is small and stands above the line's middle, or below its foot.
bool is_raised(const PdfPage& page, const PdfLine& line, std::uint32_t word);
bool is_lowered(const PdfPage& page, const PdfLine& line, std::uint32_t word);

// The index in line.words of each first word of a cell, 0 among them.
std::vector<std::size_t> cells_of(const PdfPage& page, const PdfLine& line);

// Steps of flow_of(), each in a file of its own.
// Lines [begin, end) of one region are rows of a table, if `end` > `begin`.
struct RowRange {
  std::size_t begin = 0, end = 0;
  bool has_header = false;
};
std::vector<RowRange> tell_rows(const PdfPage& page, const PageLayout& layout);
// The size of the font of most letters.
float body_size_of(const PdfSource& source, const std::vector<PageLayout>& layouts);
void tell_headings(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size,
                   PageFlow& flow);
void tell_notes(const PdfSource& source, const std::vector<PageLayout>& layouts, float body_size,
                PageFlow& flow);

}  // namespace ibid
