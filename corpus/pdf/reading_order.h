// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which order are the words of a page read? A page is cut at its white gaps: across the page
// into bands, and where several bands in a row leave the same gap open, down the page into columns
// (a recursive X-Y cut). Whether a gap separates columns or the cells of a table is known by how
// full the lines are, and by the order in which the page's content stream has the words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/pdf/pdf_pages.h"

namespace ibid {

struct PdfLine {
  std::vector<std::uint32_t> words;  // indices into PdfPage::words, as they are read
  PdfBox box;         // turned so that the line runs from left to right; of its largest words
  PdfBox column;      // of the part of the page that was not cut any more
  float foot = 0;     // where most of its words end below
  float size = 0;     // of the font of most of its characters
  bool bold = false;  // all of its words are
  bool mono = false;  // all of its words are
  std::uint8_t turned = 0;
  std::uint32_t region = 0;  // number of that part, from 0 on each page
};

struct PageLayout {
  std::vector<PdfLine> lines;  // in reading order
  bool uncertain = false;      // content stream has another order
  bool overlaid = false;       // texts lie over each other
};

// `words`: indices into page.words; without running heads and feet.
PageLayout lay_out(const PdfPage& page, const std::vector<PdfFont>& fonts,
                   const std::vector<std::uint32_t>& words);

// True if the order of the content stream matters on this page.
bool may_have_columns(const PdfPage& page);

// Sets PdfWord::rank from the page's words in the order of its content stream. A word that is there
// twice gets none.
void rank_words(PdfPage& page, const std::vector<std::string>& raw);

// The box of a word as if its line ran from left to right.
PdfBox upright(const PdfPage& page, const PdfWord& word);

// Groups words into lines from top to bottom, each from left to right.
std::vector<std::vector<std::uint32_t>> lines_of(const std::vector<PdfBox>& boxes,
                                                 std::vector<std::uint32_t> words);

}  // namespace ibid
