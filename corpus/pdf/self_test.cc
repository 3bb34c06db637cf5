// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include <vector>

#include "corpus/error.h"
#include "corpus/pdf/pdf_reader.h"

namespace ibid {
namespace {

// One page that says 한글, in CP949, in a font that is not embedded.
std::string korean_pdf() {
  const std::string content = "BT /F1 20 Tf 50 100 Td <C7D1B1DB> Tj ET";
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content),
      "<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium /Encoding /KSCms-UHC-H "
      "/DescendantFonts [6 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium /CIDSystemInfo "
      "<< /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /FontDescriptor 7 0 R >>",
      "<< /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 6 /FontBBox [0 -200 1000 900] "
      "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, start);
}

}  // namespace

std::string why_pdf_reader_is_unfit() {
  const std::string pdf = korean_pdf();
  ReaderInput input;
  input.bytes = pdf;
  input.format = FileFormat::kPdf;
  try {
    const std::vector<ExtractedFile> files = read_pdf(input);
    if (files.front().text == "한글") return {};
  } catch (const Error& error) {
    return fmt::format("poppler cannot read a PDF that is whole: {}", error.what());
  }
  return "poppler finds no Korean characters: the package poppler-data is missing, or the sandbox "
         "hides it";
}

}  // namespace ibid
