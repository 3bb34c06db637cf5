// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words, and the scopes of sentences, as numbers, so that many of them are kept in little memory
// and compared quickly.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/audit/figures/stem_weights.h"
#include "search/audit/sentences/scopes.h"

namespace ibid {

// One number for each word, from 1, in the order in which they first come. What it holds grows with
// the vocabulary. Thread: one object, one thread.
class WordNumbers {
 public:
  // `weights` is lent for the object's life.
  explicit WordNumbers(StemWeights& weights) : weights_(weights) {}
  WordNumbers(const WordNumbers&) = delete;
  WordNumbers& operator=(const WordNumbers&) = delete;

  std::uint32_t number_of(std::string_view word);
  // Lent until the object ends.
  const std::string& word(std::uint32_t number) const { return *words_[number - 1]; }
  // Equal for equal scopes; from 0.
  std::uint32_t number_of(const Scopes& scopes);
  const Scopes& scopes(std::uint32_t number) const { return scopes_[number]; }
  // StemWeights::of() the word. May throw Xapian::Error.
  double weight_of(std::uint32_t number);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };

  StemWeights& weights_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> words_;  // keys of numbers_
  std::vector<double> known_weights_;      // negative: not asked yet
  std::vector<Scopes> scopes_;             // few different ones
};

}  // namespace ibid
