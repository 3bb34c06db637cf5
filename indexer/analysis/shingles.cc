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

constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCD;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53;
  return x ^ (x >> 33);
}

// Enough to order hashes again that are already mixed.
std::uint64_t reordered(std::uint64_t x) {
  x *= 0xFF51AFD7ED558CCD;
  return x ^ (x >> 32);
}

// Each row orders the same hashes differently; the first one in its order is the row's.
constexpr std::array<std::uint64_t, kBands* kRows> kSalts = [] {
  std::array<std::uint64_t, kBands * kRows> salts{};
  for (std::size_t row = 0; row < salts.size(); ++row) salts[row] = mixed(row + 1);
  return salts;
}();
using Rows = std::array<std::uint64_t, kBands * kRows>;

void take_into(std::uint64_t triple, Rows& least) {
  for (std::size_t row = 0; row < least.size(); ++row) {
    const std::uint64_t hash = reordered(triple ^ kSalts[row]);
    if (hash < least[row]) least[row] = hash;  // seldom: a branch costs less than a store
  }
}

void append_hex(std::string& out, std::uint64_t number, unsigned digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  while (digits-- > 0) out += kDigits[number >> 4 * digits & 0xF];
}

std::vector<std::string> terms_of(const Rows& least) {
  constexpr unsigned kDigits = 12;
  std::vector<std::string> terms;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = kStart;
    for (std::size_t row = 0; row < kRows; ++row) hash = mixed(hash ^ least[band * kRows + row]);
    std::string& term = terms.emplace_back(1, static_cast<char>('0' + band));
    append_hex(term, hash >> 16, kDigits);
  }
  return terms;
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

// In the order of the text.
std::vector<std::uint64_t> triples_in(const Analysis& analysis, ByteRange within) {
  const auto words = words_in(analysis, within);
  std::vector<std::uint64_t> triples;
  triples.reserve(words.size());
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    triples.push_back(hash_words(words, i, i + kRun));
  }
  return triples;
}

}  // namespace

std::uint64_t hash_word(std::string_view surface) {
  constexpr std::uint64_t kPrime = 0x100000001B3;
  std::uint64_t hash = kStart;
  for (const char c : surface) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return mixed(hash);
}

std::vector<std::uint64_t> word_triples(const Analysis& analysis, ByteRange within) {
  std::vector<std::uint64_t> triples = triples_in(analysis, within);
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
  if (triples.empty()) return {};
  Rows least;
  least.fill(UINT64_MAX);
  for (const std::uint64_t triple : triples) take_into(triple, least);
  return terms_of(least);
}

std::vector<std::string> resemblance_terms(const Analysis& analysis) {
  return resemblance_terms(triples_in(analysis, {0, UINT64_MAX}));
}

std::string sentence_term(const Analysis& analysis, ByteRange within) {
  const auto words = words_in(analysis, within);
  if (words.size() < kFewestWords) return {};
  return fmt::format("{:016x}", hash_words(words, 0, words.size()));
}

}  // namespace ibid
