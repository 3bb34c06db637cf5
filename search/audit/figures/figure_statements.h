// SPDX-License-Identifier: GPL-2.0-or-later
//
// What texts state with figures: each sentence with a figure, reduced to what shows whether two
// statements are about the same thing. Kept as numbers of words (word_numbers.h), some 300 bytes a
// sentence, so that those of many thousand reports fit into memory.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/audit/figures/bilingual_names.h"
#include "search/audit/figures/word_numbers.h"
#include "search/audit/sentences/audit_sentence.h"
#include "search/audit/sentences/figure_bounds.h"

namespace ibid {

// Ascending numbers of words, each once. Lent by the list they are from.
using WordSet = std::span<const std::uint32_t>;

// A sentence with more different words is a table or a list in one line: it states nothing that
// could be compared.
inline constexpr std::size_t kMostWords = 256;

class FigureStatements {
 public:
  // A stretch of the list's words.
  struct Words {
    std::uint32_t begin = 0, count = 0;
  };

  struct Sentence {
    std::uint32_t passage = 0;         // the caller's number of the passage
    std::uint32_t begin = 0, end = 0;  // bytes of the passage's text
    Words stems;                       // without figures, months and numbers
    Words names;                // of the stems: capitalised words without the first; Korean names
    Words quantities;           // keys of all its quantities
    std::uint32_t scopes = 0;   // WordNumbers::number_of() its scopes
    std::uint32_t opening = 0;  // the capitalised word that begins it; 0: none
    std::uint16_t months = 0;   // bits 1 to 12: of it, else named last before it
    std::uint16_t own_months = 0;  // of it
  };

  // A figure of a sentence: an amount, a percentage or a count.
  struct Statement {
    std::uint32_t sentence = 0;
    std::uint32_t begin = 0, end = 0;  // of the figure, bytes of the passage's text
    std::uint32_t measure = 0;         // equal for figures of one kind, unit and counted thing
    std::uint32_t counted = 0;         // of a count: the word for what is counted; 0: none
    std::uint32_t quantity = 0;        // equal for quantities that are the same
    QuantityKind kind = QuantityKind::kCount;
    bool change = false;  // a percentage by which something rose or fell
    double value = 0;
    FigureBounds bounds;  // the numbers that the figure admits
    Words nearby;         // stems close to the figure, without `counted`
    Words years;          // the figure's own, else its sentence's, else named last before it
  };

  // Adds a statement for each amount, percentage and count of the sentences, in order. None for
  // sentences of source lists and notes, of more than kMostWords, or for ranks, articles and times.
  // `passages` are those that sentences name; their numbers here are those of the list.
  // May throw Xapian::Error.
  void read(const std::vector<StoredPassage>& passages, const std::vector<AuditSentence>& sentences,
            WordNumbers& numbers, BilingualNames& names);

  // Adds another list's statements; passage p of it is passages[p] here.
  void append(const FigureStatements& other, std::span<const std::uint32_t> passages);

  std::size_t size() const { return statements_.size(); }
  bool empty() const { return statements_.empty(); }
  const Statement& operator[](std::size_t i) const { return statements_[i]; }
  const Sentence& sentence_of(const Statement& statement) const {
    return sentences_[statement.sentence];
  }
  WordSet words(Words words) const { return {words_.data() + words.begin, words.count}; }
  std::size_t memory_bytes() const;

 private:
  class Reader;
  Words keep(std::vector<std::uint32_t> numbers);

  std::vector<std::uint32_t> words_;
  std::vector<Sentence> sentences_;
  std::vector<Statement> statements_;
};

}  // namespace ibid
