// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page of a file as a picture, as its reader draws it. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

struct PictureAsked {
  std::uint32_t page = 0;        // in the file, from 0
  std::uint32_t most_width = 0;  // in pixels; a page that is narrower than a letter is not blown up
  std::uint32_t most_height = 0;  // likewise; what is higher is drawn narrower
};

struct PagePicture {
  std::uint32_t width = 0, height = 0;
  std::uint8_t channels = 1;  // 1: grey, 3: red, green, blue; a byte each
  std::string pixels;         // width * height * channels bytes, from the top left, by rows
  bool operator==(const PagePicture&) const = default;
};

// Whatever is asked for: no picture is larger.
inline constexpr std::uint32_t kMostPictureSide = 4096;

}  // namespace ibid
