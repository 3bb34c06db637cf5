// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes small PDF files for tests: objects, content streams, fonts that are not embedded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibid::testing {

// The content of a page. Places are in points from its left and upper edge.
class PdfPageContent {
 public:
  explicit PdfPageContent(double height = 792) : height_(height) {}
  // `font`: as PdfWriter names it. ASCII.
  PdfPageContent& text(double x, double y, double size, std::string_view font,
                       std::string_view ascii);
  // In a font with two bytes a character, as hexadecimal digits.
  PdfPageContent& hex(double x, double y, double size, std::string_view font,
                      std::string_view digits);
  // UTF-8, in a font of UTF-16: "K".
  PdfPageContent& korean(double x, double y, double size, std::string_view utf8);
  // Lines of `font`, `leading` points apart. Returns where the next one would be.
  double lines(double x, double y, double size, double leading, std::string_view font,
               const std::vector<std::string>& lines);
  const std::string& operators() const { return operators_; }

 private:
  double height_;
  std::string operators_;
};

class PdfWriter {
 public:
  // Has fonts "F" (Helvetica), "B" (Helvetica-Bold), "C" (Courier), "W" (Wingdings), "K" (Korean in
  // UTF-16), "U" (Korean in CP949), "X" (glyph numbers without a meaning), "M" (the same with a
  // ToUnicode map that says which: 1 is 가, 2 is 나), "S" (CMSY10).
  PdfWriter();
  int add_object(std::string body);
  int add_stream(std::string_view entries, std::string_view bytes);
  // `entries`: more of the page's dictionary: "/Rotate 90".
  void add_page(const PdfPageContent& content, std::string_view entries = {}, double width = 612,
                double height = 792);
  void set_info(std::string_view entries) { info_ = entries; }
  void set_catalog(std::string_view entries) { catalog_ = entries; }
  void set_trailer(std::string_view entries) { trailer_ = entries; }
  std::string bytes() const;

 private:
  std::vector<std::string> objects_;  // number 1 is the catalog, 2 the tree of pages, 3 the fonts
  std::vector<int> pages_;
  std::string info_, catalog_, trailer_;
};

}  // namespace ibid::testing
