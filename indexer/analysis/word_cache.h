// SPDX-License-Identifier: GPL-2.0-or-later
//
// The analysis of a word depends on its spelling alone, and few spellings make up most of a text.
// So the spellings seen are remembered by number, and an indexer need not analyse them again.
// Library-internal.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/analysis/token.h"
#include "indexer/system/large_pages.h"

namespace ibid {

// Thread: one object, one thread.
class WordCache {
 public:
  static constexpr std::size_t kLongestSpelling = 41;  // bytes

  // Everything known about a word, in one line of the processor's cache.
  struct alignas(64) Known {
    std::uint64_t hash = 0;    // Word::hash
    std::uint32_t number = 0;  // counts the words learnt from 0
    std::uint32_t key = 0;     // of the spelling; 0: the slot is free
    std::uint8_t size = 0;
    Weightiness weightiness = Weightiness::kContent;
    bool hangul = false, capitals = false;
    char spelling[kLongestSpelling];
  };

  // Returns the word with that spelling (bytes as in the text), or null. Lender: this object, until
  // learn().
  const Known* find(std::string_view spelling) const;
  // Keeps `word` under `spelling`, which is not known yet. Returns its number.
  std::uint32_t learn(std::string_view spelling, const Word& word);

  // Forgets all words if there are too many; generation() then goes up, and numbers begin again.
  void trim() {
    if (words_ >= kMostWords) forget();
  }
  void forget();
  std::uint32_t generation() const { return generation_; }
  std::uint64_t memory_bytes() const { return lines_.capacity() * sizeof(Known); }

 private:
  static constexpr std::size_t kMostWords = 1 << 17;  // in twice as many lines: 16 MiB

  std::size_t slot_of(std::string_view spelling, std::uint32_t key) const;
  void grow();

  LargeVector<Known> lines_;  // open addressing; a power of two, or none
  std::uint32_t words_ = 0;
  std::uint32_t generation_ = 0;
};

}  // namespace ibid
