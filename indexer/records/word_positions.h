// SPDX-License-Identifier: GPL-2.0-or-later
//
// The position of each word in a passage: one value a document in place of Xapian's positions,
// which are one table entry of some 17 bytes for each word of each document.
//
// The value has the words in their order, each as a code: a few bits of a hash of its term, chosen
// so that no two terms of the document share a code. For a term that the document is known to hold,
// its code gives the positions; a term that the document does not hold may have the code of one
// that it does.
//
// Value: byte (seed << 6 | bits of a code), varint number of runs, for each run varint first
// position, varint number of words at that position and those after it; then the codes of all runs,
// each `bits` long, lowest bit first, the last byte filled with 0.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

// FNV-1a (Fowler, Noll, Vo), 64 bits, finished as in MurmurHash3. The bytes on disk depend on it.
std::uint64_t place_hash(std::string_view term);

struct WordPosition {
  std::uint32_t position = 0;
  std::uint32_t term = 0;  // its index in `hashes` of encode()
};

// Thread: one object, one thread.
class WordPositionsEncoder {
 public:
  // Makes `out` the value: empty without words. `positions` in any order; ascending ones make it
  // short. `hashes`: place_hash() of each different term. Two terms with the same hash, which only
  // somebody who searches for them will find, count as one word.
  void encode(std::span<const WordPosition> positions, std::span<const std::uint64_t> hashes,
              std::string& out);

 private:
  bool distinct(std::span<const std::uint64_t> hashes, unsigned seed, unsigned bits);
  unsigned choose(std::span<const std::uint64_t> hashes);

  std::vector<std::uint64_t> taken_;  // a bit a code; or codes, to be sorted
};

// Reads values, one after the other. Thread: const calls from any number.
class WordPositions {
 public:
  // Lender of the bytes: the caller, until the next read(). Throws Error{kIndex} if they are not a
  // value that encode() makes.
  void read(std::string_view value);

  // Appends the positions that have the code of this place_hash(), in the order of the words.
  void find(std::uint64_t hash, std::vector<std::uint32_t>& positions) const;
  // True if one of the codes at `position` is that of the term.
  bool stands(std::uint64_t hash, std::uint32_t position) const;
  std::size_t words() const { return words_; }

 private:
  struct Run {
    std::uint32_t first, count;
  };
  std::uint64_t codes_from(std::size_t word) const;
  std::uint64_t code_at(std::size_t word) const;

  unsigned seed_ = 0, bits_ = 0;
  std::vector<Run> runs_;
  std::size_t words_ = 0;
  std::string_view codes_;
};

}  // namespace ibid
