// SPDX-License-Identifier: GPL-2.0-or-later
//
// What poppler tells of a PDF, as plain values: the words of each page with their boxes and fonts.
// Only pdf_pages.cc and draw_page.cc know poppler's types.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poppler {
class document;
}

namespace ibid {

// From the left and upper edge of the page as it is shown, in points; y grows downwards.
struct PdfBox {
  float left = 0, top = 0, right = 0, bottom = 0;
  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float middle() const { return (top + bottom) / 2; }
  void include(const PdfBox& other);
};

struct PdfFont {
  std::string name;  // without the prefix of a subset
  bool bold = false;
  bool mono = false;        // all of its letters are as wide
  bool dingbats = false;    // Wingdings: its characters are pictures
  bool unreadable = false;  // its glyphs have no meaning, see scan_fonts()
  bool doubtful = false;
};

struct PdfWord {
  std::uint32_t text_begin = 0;  // in PdfPage::text
  std::uint32_t text_length = 0;
  PdfBox box;
  float size = 0;           // of the font, in points
  std::uint16_t font = 0;   // index into PdfSource::fonts
  std::uint8_t turned = 0;  // quarter turns clockwise of the line that it is in
  bool space_after = false;
  // Its place in the order of the page's content stream; kNoRank where nobody knows.
  std::uint32_t rank = kNoRank;
  static constexpr std::uint32_t kNoRank = UINT32_MAX;
};

struct PdfPage {
  std::string label;  // as the file names it; poppler makes up the number of the page
  float width = 0, height = 0;
  std::string text;            // of its words, one behind the other; valid UTF-8
  std::vector<PdfWord> words;  // in poppler's order
  bool damaged = false;        // could not be opened
  std::string_view text_of(const PdfWord& word) const {
    return std::string_view(text).substr(word.text_begin, word.text_length);
  }
};

struct PdfSource {
  std::vector<PdfPage> pages;
  std::vector<PdfFont> fonts;  // at least one
  std::string title, author;
  std::string created;  // as the file has it: "D:20240627103000+09'00'"
  std::size_t embedded_files = 0;
};

struct ReaderInput;
// Throws Error{kInput} as read_pdf() does.
PdfSource load_pdf(const ReaderInput& input);

// Throws Error{kInput} if it is no PDF, damaged or protected. The bytes are lent.
std::unique_ptr<poppler::document> open_pdf(std::string_view bytes);

std::string poppler_version();

// Once a process, before the first PDF.
void silence_poppler();

}  // namespace ibid
