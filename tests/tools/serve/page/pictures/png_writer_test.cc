// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/pictures/png_writer.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string_view>

namespace ibid {
namespace {

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = at; i < at + 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[i]);
  return out;
}

// Reads the chunks of a PNG as its standard has them, checks their sums, and returns the rows.
std::string unpacked_rows(std::string_view png, std::string& head) {
  std::string packed, names;
  for (std::size_t at = 8; at < png.size();) {
    const std::uint32_t size = number_at(png, at);
    const std::string_view named = png.substr(at + 4, size + 4);
    EXPECT_EQ(number_at(png, at + 8 + size), crc32(0, reinterpret_cast<const Bytef*>(named.data()),
                                                   static_cast<uInt>(named.size())));
    names += named.substr(0, 4);
    if (named.starts_with("IHDR")) head = named.substr(4);
    if (named.starts_with("IDAT")) packed += named.substr(4);
    at += 12 + size;
  }
  EXPECT_EQ(names, "IHDRIDATIEND");
  std::string rows(1 << 16, '\0');
  uLongf size = rows.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(rows.data()), &size,
                       reinterpret_cast<const Bytef*>(packed.data()), packed.size()),
            Z_OK);
  rows.resize(size);
  return rows;
}

TEST(PngWriter, WritesGreyAndColoursWithoutLoss) {
  const PagePicture pictures[] = {{3, 2, 1, std::string("\x00\x7F\xFF\x01\x02\x03", 6)},
                                  {1, 2, 3, "abcdef"},
                                  {100, 50, 1, std::string(5000, '\xC8')}};
  for (const PagePicture& picture : pictures) {
    const std::string png = png_of(picture);
    EXPECT_TRUE(png.starts_with("\x89PNG\r\n\x1A\n"));
    std::string head;
    const std::string rows = unpacked_rows(png, head);
    EXPECT_EQ(number_at(head, 0), picture.width);
    EXPECT_EQ(number_at(head, 4), picture.height);
    EXPECT_EQ(head.substr(8), std::string({8, picture.channels == 1 ? '\0' : '\2', 0, 0, 0}));
    std::string pixels;
    const std::size_t row = std::size_t{picture.width} * picture.channels + 1;
    for (std::size_t at = 0; at < rows.size(); at += row) {
      EXPECT_EQ(rows[at], '\0') << "no filter";
      pixels += rows.substr(at + 1, row - 1);
    }
    EXPECT_EQ(pixels, picture.pixels);
  }
}

}  // namespace
}  // namespace ibid
