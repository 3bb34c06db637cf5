// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much a word tells: the inverse document frequency of its stem in the index.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

namespace ibid {

// Caches its answers in bounded memory. May throw Xapian::Error.
class StemWeights {
 public:
  // `database` is lent for the object's life.
  explicit StemWeights(const Xapian::Database& database) : database_(database) {}

  // ln(1 + (N - n + 0.5) / (n + 0.5)), n of N passages having the stem: at least 0.
  // Source: the idf of BM25 as in Lucene, which is never negative.
  double of(const std::string& stem);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, double> known_;
};

}  // namespace ibid
