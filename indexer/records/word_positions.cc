// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/word_positions.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "corpus/error.h"
#include "indexer/glass/encoding.h"

namespace ibid {
namespace {

constexpr unsigned kSeeds = 4;
constexpr unsigned kFewestBits = 3;
constexpr unsigned kMostBits = 48;      // a code and what comes before it in its byte fit 64 bits
constexpr unsigned kBitsOfATable = 16;  // longer codes are sorted to find equal ones

// The upper bits of a product depend on all of the hash; each seed has a factor of its own.
std::uint64_t code_of(std::uint64_t hash, unsigned seed, unsigned bits) {
  constexpr std::uint64_t kFactors[kSeeds] = {0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU,
                                              0x165667B19E3779F9U, 0xD6E8FEB86659FD93U};
  return hash * kFactors[seed] >> (64 - bits);
}

std::uint64_t read_word(const char* bytes, std::size_t size) {
  std::uint64_t word = 0;
  if (size >= sizeof word) {
    std::memcpy(&word, bytes, sizeof word);
  } else {
    std::memcpy(&word, bytes, size);
  }
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

[[noreturn]] void damaged() {
  throw Error(ErrorKind::kIndex,
              "the positions of a passage's words are damaged; run `ibid index --rebuild`");
}

}  // namespace

std::uint64_t place_hash(std::string_view term) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : term) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDU;
  return hash ^ hash >> 33;
}

bool WordPositionsEncoder::distinct(std::span<const std::uint64_t> hashes, unsigned seed,
                                    unsigned bits) {
  if (bits > kBitsOfATable) {
    taken_.clear();
    for (const std::uint64_t hash : hashes) taken_.push_back(code_of(hash, seed, bits));
    std::sort(taken_.begin(), taken_.end());
    return std::adjacent_find(taken_.begin(), taken_.end()) == taken_.end();
  }
  taken_.assign((std::size_t{1} << bits) / 64 + 1, 0);
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t code = code_of(hash, seed, bits);
    const std::uint64_t bit = std::uint64_t{1} << code % 64;
    if ((taken_[code / 64] & bit) != 0) return false;
    taken_[code / 64] |= bit;
  }
  return true;
}

// n terms share no code of b bits in one of e^(n * n / 2^(b + 1)) tries: it starts there and adds a
// bit at a time. Returns the first byte of the value.
unsigned WordPositionsEncoder::choose(std::span<const std::uint64_t> hashes) {
  const auto n = static_cast<std::uint64_t>(hashes.size());
  const auto first = static_cast<unsigned>(std::bit_width(n * n / 4));
  for (unsigned bits = std::clamp(first, kFewestBits, kMostBits); bits < kMostBits; ++bits) {
    for (unsigned seed = 0; seed < kSeeds; ++seed) {
      if (distinct(hashes, seed, bits)) return seed << 6 | bits;
    }
  }
  return kMostBits;
}

void WordPositionsEncoder::encode(std::span<const WordPosition> positions,
                                  std::span<const std::uint64_t> hashes, std::string& out) {
  out.clear();
  if (positions.empty()) return;
  const unsigned chosen = choose(hashes);
  const unsigned seed = chosen >> 6, bits = chosen & 63;
  out += static_cast<char>(chosen);
  const auto continues = [&](std::size_t i) {
    return positions[i].position == positions[i - 1].position + 1;
  };
  std::size_t runs = 1;
  for (std::size_t i = 1; i < positions.size(); ++i) runs += continues(i) ? 0 : 1;
  glass::append_varint(out, runs);
  for (std::size_t begin = 0, end = 0; begin < positions.size(); begin = end) {
    for (end = begin + 1; end < positions.size() && continues(end);) ++end;
    glass::append_varint(out, positions[begin].position);
    glass::append_varint(out, end - begin);
  }
  std::uint64_t held = 0;  // bits that do not fill a byte yet
  unsigned filled = 0;
  for (const WordPosition& position : positions) {
    held |= code_of(hashes[position.term], seed, bits) << filled;
    for (filled += bits; filled >= 8; filled -= 8, held >>= 8) out += static_cast<char>(held);
  }
  if (filled > 0) out += static_cast<char>(held);
}

void WordPositions::read(std::string_view value) {
  runs_.clear();
  words_ = 0;
  if (value.empty()) return;
  const char* at = value.data();
  const char* const end = at + value.size();
  const auto chosen = static_cast<unsigned char>(*at++);
  seed_ = chosen >> 6;
  bits_ = chosen & 63;
  if (bits_ < kFewestBits || bits_ > kMostBits) damaged();
  const std::uint64_t runs = glass::read_varint(at, end);
  if (runs > value.size()) damaged();
  for (std::uint64_t left = runs; left > 0; --left) {
    const std::uint64_t first = glass::read_varint(at, end), count = glass::read_varint(at, end);
    if (first > UINT32_MAX || count > value.size() * 8) damaged();
    words_ += count;
    runs_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count)});
  }
  codes_ = {at, static_cast<std::size_t>(end - at)};
  if (words_ > value.size() * 8 || codes_.size() != (words_ * bits_ + 7) / 8) damaged();
}

// The code of the word in the lowest bits, those of the words after it above.
std::uint64_t WordPositions::codes_from(std::size_t word) const {
  const std::size_t bit = word * bits_;
  return read_word(codes_.data() + bit / 8, codes_.size() - bit / 8) >> bit % 8;
}

std::uint64_t WordPositions::code_at(std::size_t word) const {
  return codes_from(word) & ((std::uint64_t{1} << bits_) - 1);
}

// Compares as many codes at once as fit in what one read is sure to have, and looks at each only if
// one of them may be equal: a field of `differing` is 0 then, and taking 1 from each field sets the
// top bit of such a one. (That of a field above it may be set, too.)
void WordPositions::find(std::uint64_t hash, std::vector<std::uint32_t>& positions) const {
  if (words_ == 0) return;
  constexpr unsigned kSureBits = 57;
  const unsigned at_once = kSureBits / bits_ == 0 ? 1 : kSureBits / bits_;
  std::uint64_t ones = 0;  // the lowest bit of each field
  for (unsigned i = 0; i < at_once; ++i) ones |= std::uint64_t{1} << i * bits_;
  const std::uint64_t tops = ones << (bits_ - 1);
  const std::uint64_t wanted = code_of(hash, seed_, bits_);
  const std::uint64_t all_wanted = wanted * ones;
  auto run = runs_.begin();
  std::size_t run_begin = 0;  // its first word
  for (std::size_t begin = 0; begin < words_; begin += at_once) {
    const std::uint64_t differing = codes_from(begin) ^ all_wanted;
    if (((differing - ones) & ~differing & tops) == 0) continue;
    const std::size_t end = std::min<std::size_t>(begin + at_once, words_);
    for (std::size_t word = begin; word < end; ++word) {
      if (code_at(word) != wanted) continue;
      while (word - run_begin >= run->count) run_begin += (run++)->count;
      positions.push_back(run->first + static_cast<std::uint32_t>(word - run_begin));
    }
  }
}

bool WordPositions::stands(std::uint64_t hash, std::uint32_t position) const {
  std::size_t word = 0;
  for (const Run& run : runs_) {
    const bool there = run.first <= position && position - run.first < run.count;
    if (there && code_at(word + (position - run.first)) == code_of(hash, seed_, bits_)) return true;
    word += run.count;
  }
  return false;
}

}  // namespace ibid
