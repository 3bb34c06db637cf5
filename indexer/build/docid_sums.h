// SPDX-License-Identifier: GPL-2.0-or-later
//
// Adds up numbers by docid, in any order, and returns them in the order of the docids without
// sorting: a sum for each docid of a range, and a tree of bits for the docids that have one.
// Library-internal.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "indexer/system/large_pages.h"

namespace ibid {

// Thread: one object, one thread.
class DocidSums {
 public:
  // For docids of [first, last].
  DocidSums(std::uint32_t first, std::uint32_t last)
      : first_(first),
        sums_(std::size_t{last - first} + 1),
        bits_(sums_.size() / kBits + 1),
        words_of_bits_(bits_.size() / kBits + 1) {}

  void add(std::uint32_t docid, std::uint32_t number) {
    const std::uint32_t i = docid - first_;
    sums_[i] += number;
    bits_[i / kBits] |= std::uint64_t{1} << i % kBits;
    const std::uint32_t word = i / kBits;
    words_of_bits_[word / kBits] |= std::uint64_t{1} << word % kBits;
  }

  // Calls take(docid, sum) for all docids that have a sum, in order, and forgets them. They must
  // lie in [first, last].
  template <class Take>
  void drain(std::uint32_t first, std::uint32_t last, Take&& take) {
    constexpr std::uint32_t kSpan = kBits * kBits;
    for (std::uint32_t top = (first - first_) / kSpan; top <= (last - first_) / kSpan; ++top) {
      for (; words_of_bits_[top] != 0; words_of_bits_[top] &= words_of_bits_[top] - 1) {
        const auto word =
            top * kBits + static_cast<std::uint32_t>(std::countr_zero(words_of_bits_[top]));
        std::uint64_t bits = bits_[word];
        bits_[word] = 0;
        for (; bits != 0; bits &= bits - 1) {
          const auto i = word * kBits + static_cast<std::uint32_t>(std::countr_zero(bits));
          take(first_ + i, sums_[i]);
          sums_[i] = 0;
        }
      }
    }
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  std::uint32_t first_;
  LargeVector<std::uint32_t> sums_;
  LargeVector<std::uint64_t> bits_;           // one per docid
  std::vector<std::uint64_t> words_of_bits_;  // one bit per element of bits_
};

}  // namespace ibid
