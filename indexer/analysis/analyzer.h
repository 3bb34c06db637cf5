// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one text analysis, for passages and for queries: text -> words with their forms.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/normalize.h"
#include "indexer/analysis/token.h"

namespace ibid {

// Thread: one object, one thread.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Replaces `out`. `text` is valid UTF-8 of less than 4 GiB; words that begin inside one of the
  // `skip` ranges (ascending; mostly citation marks) are left out and take no position.
  void analyze(std::string_view text, const std::vector<ByteRange>& skip, Analysis& out);
  void analyze(std::string_view text, Analysis& out) { analyze(text, {}, out); }
  // The same for a text with signs of markup (Passage::markup): its words are those of the text
  // that a reader sees ("sur**plus**" is one), their bytes are those of `text`.
  void analyze(std::string_view text, const std::vector<ByteRange>& skip,
               const std::vector<ByteRange>& markup, Analysis& out);

  // The same, but a word whose spelling came before has a number (Word::known), its surface form
  // and that of a designator only. That is enough for an indexer, which saw the other forms when
  // the spelling first came. Numbers count from 0 in the order in which their words first come.
  void analyze_words(std::string_view text, const std::vector<ByteRange>& skip,
                     const std::vector<ByteRange>& markup, Analysis& out);
  // The characters of the text that was analyzed last, of one with signs those that a reader sees.
  // Lender: this object, until it analyzes another text.
  const std::vector<FoldedChar>& folded() const;
  // Goes up when numbers begin again: only at the start of analyze_words(), and in forget_words().
  std::uint32_t known_generation() const;
  void forget_words();
  std::uint64_t memory_bytes() const;  // of the words kept

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
