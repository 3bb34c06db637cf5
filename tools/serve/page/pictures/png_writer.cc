// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/pictures/png_writer.h"

#include <zlib.h>

#include <new>
#include <stdexcept>
#include <string_view>

namespace ibid {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
constexpr char kGrey = 0, kColours = 2;

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFU);
  return out;
}

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

void put_chunk(std::string& out, std::string_view name, std::string_view data) {
  out += big_endian(static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = out.size();
  (out += name) += data;
  const std::string_view checked = std::string_view(out).substr(begin);
  const uLong sum = crc32(0, bytes_of(checked), static_cast<uInt>(checked.size()));
  out += big_endian(static_cast<std::uint32_t>(sum));
}

std::string deflated(std::string_view data) {
  uLongf size = compressBound(data.size());
  std::string out(size, '\0');
  const int error = compress2(reinterpret_cast<Bytef*>(out.data()), &size, bytes_of(data),
                              data.size(), Z_DEFAULT_COMPRESSION);
  if (error == Z_MEM_ERROR) throw std::bad_alloc();
  if (error != Z_OK) throw std::logic_error("zlib cannot compress a picture");
  out.resize(size);
  return out;
}

}  // namespace

std::string png_of(const PagePicture& picture) {
  const std::size_t row = std::size_t{picture.width} * picture.channels;
  std::string rows;  // each behind the number of its filter: none
  rows.reserve((row + 1) * picture.height);
  for (std::size_t begin = 0; begin < picture.pixels.size(); begin += row) {
    rows += '\0';
    rows.append(picture.pixels, begin, row);
  }
  constexpr char kBits = 8;
  std::string head = big_endian(picture.width) + big_endian(picture.height);
  head += kBits;
  head += picture.channels == 1 ? kGrey : kColours;
  head.append(3, '\0');  // the only compression, the only set of filters, not interlaced
  std::string out(kSignature);
  put_chunk(out, "IHDR", head);
  put_chunk(out, "IDAT", deflated(rows));
  put_chunk(out, "IEND", {});
  return out;
}

}  // namespace ibid
