// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/positions.h"

#include <bit>

#include "indexer/glass/encoding.h"

namespace ibid::glass {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // `value` < `bound` <= 2^32, in the fewest bits: values in the middle take one bit less.
  void number(std::uint64_t value, std::uint64_t bound) {
    const auto width = static_cast<unsigned>(std::bit_width(bound - 1));
    const std::uint64_t spare = (std::uint64_t{1} << width) - bound;
    if (spare == 0) return bits(value, width);
    const std::uint64_t middle = (bound - spare) / 2;
    if (value < middle) return bits(value, width);
    if (value < middle + spare) return bits(value, width - 1);
    bits((value - middle - spare) | std::uint64_t{1} << (width - 1), width);
  }

  void finish() {
    for (; held_ > 0; held_ -= held_ < 8 ? held_ : 8) {
      out_ += static_cast<char>(word_);
      word_ >>= 8;
    }
  }

 private:
  // At most 32 bits: at most 31 wait for their word to be full.
  void bits(std::uint64_t value, unsigned width) {
    word_ |= value << held_;
    held_ += width;
    if (held_ < 32) return;
    const char whole[4] = {static_cast<char>(word_), static_cast<char>(word_ >> 8),
                           static_cast<char>(word_ >> 16), static_cast<char>(word_ >> 24)};
    out_.append(whole, 4);
    word_ >>= 32;
    held_ -= 32;
  }

  std::string& out_;
  std::uint64_t word_ = 0;
  unsigned held_ = 0;  // bits of word_
};

// Those strictly between low and high, which are known.
void write_between(BitWriter& out, const std::uint32_t* positions, std::size_t low,
                   std::size_t high) {
  while (low + 1 < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::uint64_t slack = positions[high] - positions[low] - (high - low);
    out.number(positions[middle] - positions[low] - (middle - low), slack + 1);
    write_between(out, positions, low, middle);
    low = middle;
  }
}

}  // namespace

void append_positions(std::string& out, const std::uint32_t* positions, std::size_t count) {
  const std::uint32_t last = positions[count - 1];
  append_varint(out, last);
  if (count == 1) return;
  BitWriter bits(out);
  bits.number(positions[0], last);
  bits.number(count - 2, last - positions[0]);
  write_between(bits, positions, 0, count - 1);
  bits.finish();
}

}  // namespace ibid::glass
