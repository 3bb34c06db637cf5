// SPDX-License-Identifier: GPL-2.0-or-later
//
// The analysis of a word depends on its spelling alone, and few spellings make up most of a text.
// So the spellings seen are remembered by number, and an indexer need not analyse them again.
// Library-internal.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/analysis/token.h"
#include "indexer/system/fetch_soon.h"
#include "indexer/system/large_pages.h"
#include "indexer/system/short_bytes.h"

namespace ibid {

// Thread: one object, one thread.
class WordCache {
 public:
  static constexpr std::size_t kLongestSpelling = 41;  // bytes

  using Key = std::uint32_t;  // of a spelling: bytes as in the text

  // Everything known about a word, in one line of the processor's cache.
  struct alignas(64) Known {
    std::uint64_t hash = 0;    // Word::hash
    std::uint32_t number = 0;  // counts the words learnt from 0
    Key key = 0;               // of the spelling; 0: the slot is free
    std::uint8_t size = 0;
    Weightiness weightiness = Weightiness::kContent;
    bool hangul = false, capitals = false;
    char spelling[kLongestSpelling];
  };

  static Key key_of(std::string_view spelling) {
    const auto hash = static_cast<Key>(hash_short(spelling));
    return hash == 0 ? 1 : hash;
  }
  // The spelling is looked up soon: the processor may begin to fetch what is known of it.
  void expect(Key key) const {
    if (!lines_.empty()) fetch_soon(&lines_[key & (lines_.size() - 1)]);
  }

  // Returns the word with that spelling, or null. Lender: this object, until learn(). `key`: of the
  // spelling.
  const Known* find(std::string_view spelling, Key key) const {
    if (lines_.empty()) return nullptr;
    const Known& known = lines_[slot_of(spelling, key)];
    return known.key == 0 ? nullptr : &known;
  }
  // Keeps `word` under `spelling`, which is not known yet. Returns its number.
  std::uint32_t learn(std::string_view spelling, Key key, const Word& word);

  // Forgets all words if there are too many; generation() then goes up, and numbers begin again.
  void trim() {
    if (words_ >= kMostWords) forget();
  }
  void forget();
  std::uint32_t generation() const { return generation_; }
  std::uint64_t memory_bytes() const { return lines_.capacity() * sizeof(Known); }

 private:
  static constexpr std::size_t kMostWords = 1 << 17;  // in twice as many lines: 16 MiB

  std::size_t slot_of(std::string_view spelling, Key key) const {
    const std::size_t mask = lines_.size() - 1;
    std::size_t at = key & mask;
    for (; lines_[at].key != 0; at = (at + 1) & mask) {
      const Known& known = lines_[at];
      if (known.key == key && known.size == spelling.size() &&
          equal_short(known.spelling, spelling.data(), spelling.size())) {
        break;
      }
    }
    return at;
  }
  void grow();

  LargeVector<Known> lines_;  // open addressing; a power of two, or none
  std::uint32_t words_ = 0;
  std::uint32_t generation_ = 0;
};

}  // namespace ibid
