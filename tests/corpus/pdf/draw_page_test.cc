// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages as they are drawn: what is dark is where the anchors say that words are.
#include "corpus/pdf/draw_page.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "corpus/error.h"
#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using testing::PdfPageContent;
using testing::PdfWriter;
using testing::read_bytes;

constexpr PictureAsked kFirstPage{0, 1200, 2400};

PagePicture drawn(const std::string& bytes, const PictureAsked& asked = kFirstPage) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kPdf;
  return draw_pdf_page(input, asked);
}

std::string refusal(const std::string& bytes, const PictureAsked& asked = kFirstPage) {
  try {
    drawn(bytes, asked);
    return {};
  } catch (const Error& error) {
    return error.what();
  }
}

PdfPageContent some_words() {
  PdfPageContent page;
  page.text(72, 100, 12, "F", "Forty aircraft were bought.");
  page.text(300, 400, 9, "B", "The S-400 came later.");
  page.text(90, 640, 20, "C", "Costs rose");
  return page;
}

bool is_dark(const PagePicture& picture, std::uint32_t x, std::uint32_t y) {
  const std::size_t at = (std::size_t{y} * picture.width + x) * picture.channels;
  return static_cast<unsigned char>(picture.pixels[at]) < 128;
}

struct DarkPixels {
  std::size_t inside = 0, outside = 0;
  std::size_t empty_boxes = 0;
};

DarkPixels dark_pixels(const PagePicture& picture, const ExtractedFile& file) {
  const double scale = picture.width / file.parts.at(0).width;
  std::vector<std::size_t> in_box(file.anchors.size(), 0);
  DarkPixels out;
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    for (std::uint32_t x = 0; x < picture.width; ++x) {
      if (!is_dark(picture, x, y)) continue;
      bool inside = false;
      for (std::size_t i = 0; i < file.anchors.size(); ++i) {
        const PageBox& box = file.anchors[i].box;
        constexpr double kLeeway = 4;  // points: letters of a font that stands in may be higher
        const double left = x / scale - box.left, top = y / scale - box.top;
        if (left < -kLeeway || top < -kLeeway || left > box.width + kLeeway ||
            top > box.height + kLeeway) {
          continue;
        }
        ++in_box[i];
        inside = true;
      }
      ++(inside ? out.inside : out.outside);
    }
  }
  out.empty_boxes = static_cast<std::size_t>(std::count(in_box.begin(), in_box.end(), 0U));
  return out;
}

TEST(DrawPage, DrawsWordsWhereTheirAnchorsAre) {
  for (const char* entries :
       {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 80 560 720]",
        "/Rotate 90 /CropBox [50 80 560 720]", "/MediaBox [-20 -30 612 792]"}) {
    PdfWriter pdf;
    pdf.add_page(some_words(), entries);
    const ExtractedFile file = read_bytes(pdf.bytes());
    ASSERT_GE(file.anchors.size(), 3U) << entries;
    const PagePicture picture = drawn(pdf.bytes());
    const DarkPixels dark = dark_pixels(picture, file);
    EXPECT_GT(dark.inside, 500U) << entries;
    EXPECT_EQ(dark.outside, 0U) << entries;
    EXPECT_EQ(dark.empty_boxes, 0U) << entries;
    EXPECT_NEAR(static_cast<double>(picture.width) / picture.height,
                file.parts.at(0).width / file.parts.at(0).height, 0.01)
        << entries;
  }
}

TEST(DrawPage, IsGreyUnlessThePageHasColours) {
  PdfWriter grey;
  grey.add_page(some_words());
  const PagePicture picture = drawn(grey.bytes());
  EXPECT_EQ(picture.channels, 1);
  EXPECT_EQ(picture.pixels.size(), std::size_t{picture.width} * picture.height);
}

TEST(DrawPage, KeepsToTheSizeAskedFor) {
  PdfWriter pdf;
  pdf.add_page(some_words());
  pdf.add_page(PdfPageContent(20'000).text(10, 10, 10, "F", "high"), {}, 100, 20'000);
  pdf.add_page(PdfPageContent(20).text(1, 1, 5, "F", "tiny"), {}, 30, 20);
  const std::string bytes = pdf.bytes();
  const PagePicture usual = drawn(bytes, {0, 600, 2400});
  EXPECT_NEAR(usual.width, 600, 1);
  EXPECT_NEAR(usual.height, 776, 1);
  EXPECT_LE(drawn(bytes, {1, 1200, 2400}).height, 2401U);
  EXPECT_LE(drawn(bytes, {2, 1200, 2400}).width, 90U) << "a stamp is not blown up";
}

TEST(DrawPage, DrawsKoreanWhoseFontIsNotEmbedded) {
  PdfWriter pdf;
  pdf.add_page(PdfPageContent().korean(72, 100, 14, "항만은 S-400 부품을 받았다."));
  EXPECT_GT(dark_pixels(drawn(pdf.bytes()), read_bytes(pdf.bytes())).inside, 200U);
}

TEST(DrawPage, RefusesWhatItCannotDraw) {
  PdfWriter pdf;
  pdf.add_page(some_words());
  EXPECT_THAT(refusal(pdf.bytes(), {1, 600, 600}), HasSubstr("page 2 does not exist"));
  EXPECT_THAT(refusal(pdf.bytes(), {UINT32_MAX, 600, 600}), HasSubstr("4294967296"));
  EXPECT_THAT(refusal("no PDF"), HasSubstr("not a PDF"));
  PdfWriter vast;
  vast.add_page(some_words(), "/MediaBox [0 0 1e30 1e30]");
  PdfWriter flat;
  flat.add_page(some_words(), "/CropBox [0 0 0.001 700]");
  for (const PdfWriter* odd : {&vast, &flat}) {
    try {
      EXPECT_LE(drawn(odd->bytes()).width, 1201U);
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("cannot be drawn"));
    }
  }
}

// Damaged bytes give a picture of the size asked for, or a sentence.
TEST(DrawPage, OutlivesDamage) {
  PdfWriter pdf;
  pdf.add_page(some_words());
  const std::string whole = pdf.bytes();
  std::size_t drawn_anyway = 0, refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 150 + 1) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x15);
    for (const std::string& bytes : {flipped, whole.substr(0, at)}) {
      try {
        const PagePicture picture = drawn(bytes, {0, 200, 400});
        EXPECT_LE(picture.width, 201U);
        EXPECT_LE(picture.height, 401U);
        EXPECT_EQ(picture.pixels.size(),
                  std::size_t{picture.width} * picture.height * picture.channels);
        ++drawn_anyway;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kInput);
        EXPECT_STRNE(error.what(), "");
        ++refused;
      }
    }
  }
  EXPECT_GT(drawn_anyway, 0U);
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace ibid
