// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts, one after another, as words with the terms by which an index finds them in a body. Few
// spellings make up most texts, so the terms of a spelling are made once and kept: a text of known
// words is read in a tenth of the time that Analyzer::analyze() takes.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace ibid {

// A term of a word. Not among them: four adjacent letters (FormKind::kGram), which are no match to
// show, and what the index does not have of a stop word, all but its surface form.
struct KeptTerm {
  std::uint32_t hash = 0;        // hash_of() the term
  std::uint32_t begin = 0;       // of the form, in bytes from that of its word
  std::uint32_t end = 0;         // likewise
  std::uint32_t text_begin = 0;  // of the term, see KeptTerms::text()
  std::uint32_t text_size = 0;
  FormKind kind = FormKind::kSurface;
};

// Memory: up to 8 MB of terms and 4 MB of spellings, and what the words of one text add to that.
// Thread: one object, one thread.
class KeptTerms {
 public:
  static std::uint32_t hash_of(std::string_view term) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(term));
  }

  // Replaces what was read before. As Analyzer::analyze().
  void read(std::string_view text, const std::vector<ByteRange>& skip);

  std::size_t size() const { return analysis_.words.size(); }
  const Word& word(std::size_t w) const { return analysis_.words[w]; }
  std::string_view surface(std::size_t w) const { return analysis_.surface(word(w)); }
  // Those of the word alone, then those of several words that begin with it; together in the order
  // of the analyzer's forms. Lender: this object, until read().
  std::span<const KeptTerm> own(std::size_t w) const { return terms_of(places_[w].own); }
  std::span<const KeptTerm> of_several(std::size_t w) const { return terms_of(places_[w].several); }
  std::string_view text(const KeptTerm& term) const {
    return std::string_view(texts_).substr(term.text_begin, term.text_size);
  }

 private:
  struct Stretch {  // of terms_
    std::uint32_t begin = 0, end = 0;
  };
  struct Place {
    Stretch own, several;
  };
  enum class Forms : std::uint8_t { kOwn, kOfSeveral };

  std::span<const KeptTerm> terms_of(Stretch stretch) const {
    return {terms_.data() + stretch.begin, stretch.end - stretch.begin};
  }
  void keep_new();
  void place_all();
  void forget();
  void clear();
  Stretch add(const Word& word, Forms which);

  Analyzer analyzer_;  // its own, since it numbers spellings
  Analysis analysis_;
  std::uint32_t generation_ = 0;  // of the analyzer's numbers
  bool reading_ = false;          // stays true if reading fails: the numbers then are out of step
  std::vector<Stretch> known_;    // by the number of the spelling
  std::vector<Place> places_;     // by the word of the text
  std::vector<KeptTerm> terms_;   // those kept, then those of the text alone
  std::string texts_;             // likewise
  std::size_t kept_terms_ = 0, kept_bytes_ = 0;
};

}  // namespace ibid
