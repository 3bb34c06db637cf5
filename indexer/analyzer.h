// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one text analysis, for passages and for queries: text -> words with their forms.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/report.h"
#include "indexer/token.h"

namespace ibid {

// Thread: one object, one thread.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Fills `out` anew. `text` is valid UTF-8 of less than 4 GiB; words that begin inside one of the
  // `skip` ranges (ascending; citation marks, mostly) are left out and take no position.
  void analyze(std::string_view text, const std::vector<ByteRange>& skip, Analysis& out);
  void analyze(std::string_view text, Analysis& out) { analyze(text, {}, out); }

  // The same, but words with a number have their surface form only (and a designator's): enough for
  // an indexer who has seen them spelled out.
  void analyze_words(std::string_view text, const std::vector<ByteRange>& skip, Analysis& out);
  // Appends to `out` the word of that number with all its forms.
  void spell_out(std::uint32_t known, Analysis& out) const;

  // Goes up when Word::known numbers are given anew, which only happens as analyze() begins.
  std::uint32_t known_generation() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
