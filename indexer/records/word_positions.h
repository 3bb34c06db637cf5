// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which word stands where in a passage: one value a document in place of Xapian's positions, which
// are one table entry of some 17 bytes for each word of each document.
//
// The words in their order, each as a code: a few bits of a hash of its term, so chosen that no two
// terms of the document share one. Of a term that the document is known to hold, its code tells
// the places; a term that the document does not hold may have the code of one that it does.
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

// FNV-1a (Fowler, Noll, Vo), 64 bits, finished as in MurmurHash3. What is on disk follows from it.
std::uint64_t place_hash(std::string_view term);

struct WordPosition {
  std::uint32_t position = 0;
  std::uint32_t term = 0;  // its place in `hashes` of encode()
};

// Thread: one object, one thread.
class WordPositionsEncoder {
 public:
  // Makes `out` the value: empty without words. `places` in any order; ascending ones make it
  // short. `hashes`: place_hash() of each different term. Two terms of one hash, which only
  // somebody who sets out to will find, are taken for one word.
  void encode(std::span<const WordPosition> places, std::span<const std::uint64_t> hashes,
              std::string& out);

 private:
  bool distinct(std::span<const std::uint64_t> hashes, unsigned seed, unsigned bits);
  unsigned choose(std::span<const std::uint64_t> hashes);

  std::vector<std::uint64_t> taken_;  // a bit a code; or codes, to be sorted
};

// Reads values, one after the other. Thread: const calls from any number.
class WordPositions {
 public:
  // Lender of the bytes: the caller, until the next read(). Throws Error{kIndex} where they are
  // none that encode() makes.
  void read(std::string_view value);

  // Appends the positions of the code of the term of this place_hash(), in the order of the words.
  void find(std::uint64_t hash, std::vector<std::uint32_t>& positions) const;
  // Whether one of the codes at `position` is that of the term.
  bool stands(std::uint64_t hash, std::uint32_t position) const;
  std::size_t words() const { return words_; }

 private:
  struct Run {
    std::uint32_t first, count;
  };
  std::uint64_t code_at(std::size_t word) const;

  unsigned seed_ = 0, bits_ = 0;
  std::vector<Run> runs_;
  std::size_t words_ = 0;
  std::string_view codes_;
};

}  // namespace ibid
