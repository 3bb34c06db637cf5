// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/draw_page.h"

#include <fmt/core.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "corpus/error.h"
#include "corpus/pdf/pdf_pages.h"

namespace ibid {
namespace {

constexpr double kPointsPerInch = 72, kMostDotsPerInch = 200;

[[noreturn]] void refuse(std::uint32_t page, const char* why) {
  throw Error(ErrorKind::kInput, fmt::format("its page {} {}", std::uint64_t{page} + 1, why));
}

// Dots an inch at which the page is as large as it may be.
double resolution(const poppler::page& page, const PictureAsked& asked) {
  const poppler::rectf shown = page.page_rect(poppler::crop_box);
  const bool on_its_side = page.orientation() == poppler::page::landscape ||
                           page.orientation() == poppler::page::seascape;
  const double width = on_its_side ? shown.height() : shown.width();
  const double height = on_its_side ? shown.width() : shown.height();
  constexpr double kLeast = 1, kMost = 1e5;  // points
  const bool drawable = std::isfinite(width) && std::isfinite(height) && width >= kLeast &&
                        height >= kLeast && width <= kMost && height <= kMost;
  if (!drawable) refuse(asked.page, "has a size that cannot be drawn");
  const double scale = std::min(std::min(asked.most_width, kMostPictureSide) / width,
                                std::min(asked.most_height, kMostPictureSide) / height);
  return std::min(kMostDotsPerInch, scale * kPointsPerInch);
}

bool is_grey(const std::string& pixels) {
  for (std::size_t i = 0; i + 2 < pixels.size(); i += 3) {
    if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) return false;
  }
  return true;
}

PagePicture picture_of(poppler::image& drawn) {
  PagePicture picture;
  picture.width = static_cast<std::uint32_t>(drawn.width());
  picture.height = static_cast<std::uint32_t>(drawn.height());
  picture.channels = 3;
  const std::size_t row = std::size_t{picture.width} * 3;
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    const std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(y) * drawn.bytes_per_row();
    picture.pixels.append(drawn.const_data() + begin, row);
  }
  if (!is_grey(picture.pixels)) return picture;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
    picture.pixels[kept++] = picture.pixels[i];
  }
  picture.pixels.resize(kept);
  picture.channels = 1;
  return picture;
}

}  // namespace

PagePicture draw_pdf_page(const ReaderInput& input, const PictureAsked& asked) {
  silence_poppler();
  const std::unique_ptr<poppler::document> document = open_pdf(input.bytes);
  if (asked.page >= static_cast<std::uint32_t>(std::max(document->pages(), 0))) {
    refuse(asked.page, "does not exist");
  }
  const std::unique_ptr<poppler::page> page(document->create_page(static_cast<int>(asked.page)));
  if (!page) refuse(asked.page, "is damaged");
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const double dots = resolution(*page, asked);
  poppler::image drawn = renderer.render_page(page.get(), dots, dots);
  const int least_row = drawn.width() * 3;
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_rgb24 || drawn.width() < 1 ||
      drawn.height() < 1 || drawn.bytes_per_row() < least_row) {
    refuse(asked.page, "cannot be drawn");
  }
  return picture_of(drawn);
}

}  // namespace ibid
