// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/pdf_writer.h"

#include <fmt/core.h>

#include "corpus/text/code_points.h"

namespace ibid::testing {
namespace {

std::string utf16_digits(std::string_view utf8) {
  std::string digits;
  for (std::size_t at = 0; at < utf8.size();) {
    digits += fmt::format("{:04X}", static_cast<unsigned>(next_code_point(utf8, at)));
  }
  return digits;
}

std::string composite_font(std::string_view name, std::string_view encoding,
                           std::string_view ordering, std::string_view more) {
  // The descendant is the object behind this one.
  return fmt::format(
      "<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /{} {} "
      "/DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /{} "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering ({}) /Supplement 1 >> "
      "/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /{} /Flags 6 "
      "/FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 "
      "/CapHeight 700 /StemV 80 >> >> ] >>",
      name, encoding, more, name, ordering, name);
}

}  // namespace

PdfPageContent& PdfPageContent::text(double x, double y, double size, std::string_view font,
                                     std::string_view ascii) {
  std::string escaped;
  for (const char c : ascii) {
    if (c == '(' || c == ')' || c == '\\') escaped += '\\';
    escaped += c;
  }
  operators_ += fmt::format("BT /{} {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", font, size, x,
                            height_ - y, escaped);
  return *this;
}

PdfPageContent& PdfPageContent::hex(double x, double y, double size, std::string_view font,
                                    std::string_view digits) {
  operators_ +=
      fmt::format("BT /{} {} Tf 1 0 0 1 {} {} Tm <{}> Tj ET\n", font, size, x, height_ - y, digits);
  return *this;
}

PdfPageContent& PdfPageContent::korean(double x, double y, double size, std::string_view utf8) {
  return hex(x, y, size, "K", utf16_digits(utf8));
}

double PdfPageContent::lines(double x, double y, double size, double leading, std::string_view font,
                             const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    font == "K" ? korean(x, y, size, line) : text(x, y, size, font, line);
    y += leading;
  }
  return y;
}

PdfWriter::PdfWriter() {
  objects_.resize(3);
  const auto simple = [this](std::string_view name) {
    return add_object(
        fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding "
                    "/WinAnsiEncoding >>",
                    name));
  };
  const int helvetica = simple("Helvetica"), bold = simple("Helvetica-Bold");
  const int courier = simple("Courier"), signs = simple("ABCDEF+CMSY10");
  const int wingdings = add_object(
      "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Wingdings /Encoding /WinAnsiEncoding "
      ">>");
  const int korean =
      add_object(composite_font("HYSMyeongJo-Medium", "UniKS-UTF16-H", "Korea1", ""));
  const int cp949 = add_object(composite_font("HYGoThic-Medium", "KSCms-UHC-H", "Korea1", ""));
  const int nothing = add_object(composite_font("Nameless", "Identity-H", "Identity", ""));
  const int map = add_stream("",
                             "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                             "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                             "2 beginbfchar <0001> <AC00> <0002> <B098> endbfchar\n"
                             "endcmap end end");
  const int mapped = add_object(
      composite_font("Named", "Identity-H", "Identity", fmt::format("/ToUnicode {} 0 R", map)));
  objects_[2] = fmt::format(
      "<< /F {} 0 R /B {} 0 R /C {} 0 R /W {} 0 R /K {} 0 R /U {} 0 R /X {} 0 R /M {} 0 R "
      "/S {} 0 R >>",
      helvetica, bold, courier, wingdings, korean, cp949, nothing, mapped, signs);
}

int PdfWriter::add_object(std::string body) {
  objects_.push_back(std::move(body));
  return static_cast<int>(objects_.size());
}

int PdfWriter::add_stream(std::string_view entries, std::string_view bytes) {
  return add_object(
      fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, bytes.size(), bytes));
}

void PdfWriter::add_page(const PdfPageContent& content, std::string_view entries, double width,
                         double height) {
  const int stream = add_stream("", content.operators());
  pages_.push_back(
      add_object(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] "
                             "/Contents {} 0 R /Resources << /Font 3 0 R >> {} >>",
                             width, height, stream, entries)));
}

std::string PdfWriter::bytes() const {
  std::vector<std::string> objects = objects_;
  std::string kids;
  for (const int page : pages_) kids += fmt::format("{} 0 R ", page);
  objects[0] = fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog_);
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size());
  objects.push_back(fmt::format("<< {} >>", info_));
  std::string pdf = "%PDF-1.5\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, objects.size(), trailer_, start);
}

}  // namespace ibid::testing
