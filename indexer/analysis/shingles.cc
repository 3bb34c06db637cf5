// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/shingles.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace ibid {
namespace {

constexpr std::size_t kRun = 3;
constexpr std::size_t kBands = 4, kRows = 3;
constexpr std::size_t kFewestWords = 5;

constexpr std::uint64_t kStart = 0xCBF29CE484222325;

std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCD;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53;
  return x ^ (x >> 33);
}

// Enough to order hashes again that are already mixed.
std::uint64_t reordered(std::uint64_t x) {
  x *= 0xFF51AFD7ED558CCD;
  return x ^ (x >> 32);
}

// Order matters: "a b" and "b a" differ.
std::uint64_t hash_words(const std::vector<std::uint64_t>& words, std::size_t begin,
                         std::size_t end) {
  constexpr std::uint64_t kPrime = 0x100000001B3;
  std::uint64_t hash = kStart;
  for (std::size_t i = begin; i < end; ++i) hash = (hash ^ words[i]) * kPrime;
  return mixed(hash);
}

std::vector<std::uint64_t> words_in(const Analysis& analysis, ByteRange within) {
  std::vector<std::uint64_t> words;
  words.reserve(analysis.words.size());
  for (const Word& word : analysis.words) {
    if (within.begin <= word.begin && word.begin < within.end) words.push_back(word.hash);
  }
  return words;
}

}  // namespace

std::uint64_t hash_word(std::string_view surface) {
  constexpr std::uint64_t kPrime = 0x100000001B3;
  std::uint64_t hash = kStart;
  for (const char c : surface) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return mixed(hash);
}

std::vector<std::uint64_t> word_triples(const Analysis& analysis, ByteRange within) {
  const auto words = words_in(analysis, within);
  std::vector<std::uint64_t> triples;
  triples.reserve(words.size());
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    triples.push_back(hash_words(words, i, i + kRun));
  }
  std::sort(triples.begin(), triples.end());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
  return triples;
}

std::vector<std::uint64_t> word_triples(const Analysis& analysis) {
  return word_triples(analysis, {0, UINT64_MAX});
}

double resemblance(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::size_t either = a.size() + b.size() - both.size();
  return either == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(either);
}

std::vector<std::string> resemblance_terms(const std::vector<std::uint64_t>& triples) {
  std::vector<std::string> terms;
  if (triples.empty()) return terms;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = kStart;
    for (std::size_t row = 0; row < kRows; ++row) {
      // Each row orders the same hashes differently; the first one in its order is the row's.
      const std::uint64_t salt = mixed(band * kRows + row + 1);
      std::uint64_t least = UINT64_MAX;
      for (const std::uint64_t triple : triples) least = std::min(least, reordered(triple ^ salt));
      hash = mixed(hash ^ least);
    }
    terms.push_back(fmt::format("{}{:012x}", band, hash >> 16));
  }
  return terms;
}

std::string sentence_term(const Analysis& analysis, ByteRange within) {
  const auto words = words_in(analysis, within);
  if (words.size() < kFewestWords) return {};
  return fmt::format("{:016x}", hash_words(words, 0, words.size()));
}

}  // namespace ibid
