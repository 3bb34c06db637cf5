// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are cut off or changed: each is read or refused. What poppler itself does not survive
// is the business of the process that reads.
#include <gtest/gtest.h>
#include <zlib.h>

#include "corpus/error.h"
#include "corpus/pdf/font_scan.h"
#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using testing::PdfPageContent;
using testing::PdfWriter;

std::string sample() {
  PdfWriter pdf;
  PdfPageContent page;
  page.lines(72, 100, 10, 12, "F",
             {"The harbour is open to ships of any flag, and it has been so since",
              "the war ended in the north of the country."});
  page.korean(72, 200, 10, "항구는 열려 있다").hex(72, 220, 10, "X", "00410042");
  page.text(72, 240, 10, "W", "n").text(90, 240, 10, "F", "An item.");
  pdf.add_page(page);
  pdf.add_page(page, "/Rotate 90");
  return pdf.bytes();
}

// Sound, or refused as input.
bool is_read(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kPdf;
  try {
    for (const ExtractedFile& file : read_pdf(input)) EXPECT_EQ(why_unsound(file), "");
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return false;
  }
}

TEST(HostilePdf, MayEndAnywhere) {
  const std::string whole = sample();
  ASSERT_TRUE(is_read(whole));
  for (std::size_t i = 0; i < 64; ++i) is_read(whole.substr(0, whole.size() * i / 64));
}

TEST(HostilePdf, MayHaveAnyByteChanged) {
  const std::string whole = sample();
  std::size_t read = 0;
  for (std::size_t i = 0; i < whole.size(); i += 29) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    read += is_read(changed);
  }
  EXPECT_GT(read, whole.size() / 29 / 2);
}

TEST(HostilePdf, MayPutWordsAnywhere) {
  PdfPageContent page;
  for (const double x : {-1e9, -50.0, 0.0, 611.0, 1e9, 1e30}) {
    for (const double size : {1e-9, 1.0, 500.0, 1e9}) {
      page.text(x, 100, size, "F", "Somewhere").korean(x, 1e5, size, "어딘가");
    }
  }
  PdfWriter pdf;
  pdf.add_page(page);
  pdf.add_page(page, "", 1e-9, 1e9);
  pdf.add_page(page, "/CropBox [600 700 10 20] /Rotate 37");
  EXPECT_TRUE(is_read(pdf.bytes()));
}

TEST(HostilePdf, MayHaveAsManyWordsAsItLikes) {
  PdfPageContent page;  // a grid that leaves gaps everywhere, some words upon others
  for (int i = 0; i < 200; ++i) {
    for (int j = 0; j < 60; ++j) {
      page.text(5 + 10 * j, 5 + 3.7 * i, 4, j % 7 == 0 ? "B" : "F", j % 3 == 0 ? "ab" : "c");
    }
  }
  PdfWriter pdf;
  pdf.add_page(page);
  EXPECT_TRUE(is_read(pdf.bytes()));
}

std::string deflated(const std::string& bytes) {
  std::string out(compressBound(static_cast<uLong>(bytes.size())), '\0');
  uLongf size = static_cast<uLongf>(out.size());
  compress(reinterpret_cast<Bytef*>(out.data()), &size,
           reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()));
  out.resize(size);
  return out;
}

TEST(FontScan, FindsFontsInPackedObjects) {
  const std::string font =
      "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Some#20Name /Encoding /Identity-H "
      "/DescendantFonts [12 0 R] >>";
  const std::string descendant = "<< /CIDSystemInfo << /Ordering (Identity) >> >>";
  const std::string index = "11 0 12 " + std::to_string(font.size() + 1) + " ";
  const std::string packed = deflated(index + font + " " + descendant);
  const std::string pdf = "%PDF-1.5\n7 0 obj\n<< /Type /ObjStm /N 2 /First " +
                          std::to_string(index.size()) + " /Filter /FlateDecode /Length " +
                          std::to_string(packed.size()) + " >>\nstream\n" + packed +
                          "\nendstream\nendobj\n";
  EXPECT_EQ(scan_fonts(pdf, {}).unreadable, (std::set<std::string>{"AAAAAA+Some Name"}));
  // A font of the same name that can be read: nobody knows which of both is meant.
  const std::string other =
      "9 0 obj << /BaseFont /AAAAAA+Some#20Name /Encoding /Identity-H /ToUnicode 8 0 R "
      "/DescendantFonts [12 0 R] >> endobj";
  EXPECT_TRUE(scan_fonts(pdf + other, {}).unreadable.empty());
}

TEST(FontScan, DoubtsFontsThatNumberTheirCharacters) {
  const std::string font = "5 0 obj << /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Batang_3c ";
  const auto is_doubtful = [&](const std::string& more) {
    return !scan_fonts(font + more, {}).doubtful.empty();
  };
  EXPECT_TRUE(is_doubtful(">> endobj"));
  EXPECT_TRUE(
      is_doubtful("/Encoding 6 0 R >> endobj 6 0 obj << /Differences [55 /c37 /g38] >> endobj"));
  EXPECT_FALSE(
      is_doubtful("/Encoding 6 0 R >> endobj 6 0 obj << /Differences [55 /c37 /A] >> endobj"));
  EXPECT_FALSE(is_doubtful("/Encoding /WinAnsiEncoding >> endobj"));
  EXPECT_FALSE(is_doubtful("/ToUnicode 7 0 R >> endobj"));
}

TEST(FontScan, TakesTimeInProportionToTheFile) {
  std::string pdf = "%PDF-1.5\n";
  for (int i = 0; i < 400'000; ++i) pdf += "1 0 obj ";
  EXPECT_TRUE(scan_fonts(pdf, {}).unreadable.empty());
  EXPECT_TRUE(scan_fonts(std::string(4'000'000, '<'), {}).unreadable.empty());
  std::string streams;
  for (int i = 0; i < 20'000; ++i) streams += "1 0 obj << /ObjStm /First 9 >>stream\n12 0 <<";
  EXPECT_TRUE(scan_fonts(streams, {}).unreadable.empty());
}

}  // namespace
}  // namespace ibid
