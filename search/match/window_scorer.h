// SPDX-License-Identifier: GPL-2.0-or-later
//
// Scores documents by RankedWords, window by window. Library-internal.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "search/match/bm25.h"
#include "search/match/phrase_matcher.h"
#include "search/match/ranked_words.h"

namespace ibid {

// A bit for each document of a window.
class WindowBits {
 public:
  void clear() { words_.fill(0); }
  void set(std::uint32_t at) { words_[at / kBits] |= std::uint64_t{1} << at % kBits; }
  void reset(std::uint32_t at) { words_[at / kBits] &= ~(std::uint64_t{1} << at % kBits); }
  bool test(std::uint32_t at) const { return (words_[at / kBits] >> at % kBits & 1) != 0; }
  void operator|=(const WindowBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void operator&=(const WindowBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  // Adds up neighbouring bits (Warren, Hacker's Delight, 5-1), for many words at once: the built-in
  // function that counts the bits of one word is a call on many processors.
  std::uint32_t count() const {
    constexpr std::size_t kAtOnce = 16;  // words; each of their bytes counts up to 8 bits
    static_assert(kWindow / kBits % kAtOnce == 0);
    std::uint64_t sum = 0;
    for (std::size_t first = 0; first < words_.size(); first += kAtOnce) {
      std::uint64_t by_byte = 0;
      for (std::size_t i = first; i < first + kAtOnce; ++i) {
        std::uint64_t bits = words_[i];
        bits -= bits >> 1 & 0x5555555555555555;
        bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
        by_byte += (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
      }
      const std::uint64_t by_lane =
          (by_byte & 0x00FF00FF00FF00FF) + (by_byte >> 8 & 0x00FF00FF00FF00FF);
      sum += by_lane * 0x0001000100010001 >> 48;
    }
    return static_cast<std::uint32_t>(sum);
  }
  // Calls is_it(at) for each bit set from `at` on until it returns true, and returns that one;
  // kWindow if there is none.
  template <class IsIt>
  std::uint32_t find(std::uint32_t at, IsIt&& is_it) const {
    if (at >= kWindow) return kWindow;
    std::size_t word = at / kBits;
    std::uint64_t left = words_[word] >> at % kBits << at % kBits;
    while (true) {
      for (; left != 0; left &= left - 1) {
        const auto found = static_cast<std::uint32_t>(word * kBits) +
                           static_cast<std::uint32_t>(std::countr_zero(left));
        if (is_it(found)) return found;
      }
      if (++word == words_.size()) return kWindow;
      left = words_[word];
    }
  }
  // The first bit set from `at` on; kWindow if there is none.
  std::uint32_t next(std::uint32_t at) const {
    return find(at, [](std::uint32_t) { return true; });
  }

 private:
  static constexpr std::uint32_t kBits = 64;
  std::array<std::uint64_t, kWindow / kBits> words_{};
};

// Skips deleted documents. Thread: one object, one thread. Throws whatever reading the index
// throws.
class WindowScorer {
 public:
  // Whatever `index` points to is borrowed for the object's lifetime.
  WindowScorer(const IndexView& index, const RankedWords& words);

  // How many documents match, by the terms' frequencies; deleted documents count as well.
  Xapian::doccount least_matches() const { return least_matches_; }
  Xapian::doccount estimated_matches() const { return estimated_matches_; }
  Xapian::doccount most_matches() const { return most_matches_; }
  double most_score() const { return most_score_; }  // of a document
  std::uint64_t postings() const;                    // of all lists

  // Returns the first document from `docid` on and before `end` that matches with a score of at
  // least `least`; 0 if there is none. Docids ascend from call to call. `end`: a multiple of
  // kWindow.
  Xapian::docid next(std::uint64_t docid, std::uint64_t end, double least);
  double score() const { return score_; }  // of that document

  // In the windows that next() has covered: documents that match for certain, and documents that
  // match only if their words are at the right positions. Positions are read only if they could
  // make a document match.
  std::uint64_t certain() const { return certain_; }
  std::uint64_t uncertain() const { return uncertain_; }

 private:
  // A posting list that is read once for all its uses.
  struct List {
    explicit List(glass::PostingReader&& postings) : reader(std::move(postings)) {}
    glass::PostingReader reader;
    double weight = 0;             // of its term, in total
    const List* unless = nullptr;  // scores only in documents that are not in this list
    // For other uses: the documents of the window that have the term, and how often.
    bool is_noted = false, any_noted = false;
    WindowBits noted;
    std::unique_ptr<std::uint32_t[]> wdf;
  };
  // Words that a document must all have; each position is any of some terms.
  struct AllOf {
    std::vector<std::vector<List*>> positions;
    WindowBits holding;  // documents of the window
    std::size_t phrase = 0;
  };
  struct Phrase {
    AllOf words;
    std::vector<std::vector<double>> weights;  // of each term of each position
  };
  struct Names {
    std::vector<AllOf> names;
    double weight = 0;
    bool phrases = false;  // a name has several positions
  };

  List& list(const std::string& term);
  List& noted_list(const std::string& term);
  void add_terms(const std::vector<RankedTerm>& terms, std::vector<List*>& to);
  void add_phrase(const IndexView& index, const RankedPhrase& phrase);
  void add_names(const IndexView& index, const RankedAliases& ranked);
  AllOf all_of(const PhrasePositions& positions);
  std::size_t add_positions(const IndexView& index, PhrasePositions positions,
                            std::uint32_t window);
  void estimate(std::uint32_t documents);

  bool is_found(std::uint32_t at, double floor);
  bool load(std::uint64_t docid, std::uint64_t end);
  static std::uint64_t first_of(AllOf& words, std::uint64_t docid);
  void score_window();
  void drop_deleted();
  void score(List& list);
  void score_unless(List& list);
  void note(List& list);
  bool begin_note(List& list);
  static void find(AllOf& words);
  void boost(List& list);
  double term_score(double weight, std::uint32_t at, std::uint32_t wdf) const;
  void find_names(Names& names);
  double phrase_score(const Phrase& phrase, std::uint32_t at) const;
  double names_score(const Names& names, std::uint32_t at) const;
  double most_unsettled(std::uint32_t at) const;
  double settled(std::uint32_t at, bool& held);
  double half(std::uint32_t at) const {
    const std::uint32_t length = lengths_[at];
    return length < Bm25Table::kLengths ? table_.half(length) : bm25_.half(length_of(at));
  }
  std::uint32_t length_of(std::uint32_t at) const {
    const std::uint32_t length = lengths_[at];
    if (length != IndexPostings::kLongDocument) return length;
    return postings_.long_length(static_cast<std::uint32_t>(begin_) + at);
  }

  Bm25 bm25_;
  const Bm25Table& table_;
  IndexPostings& postings_;
  const DeletedDocuments& deleted_;
  double all_words_score_;
  std::map<std::string, List> lists_;
  std::vector<List*> terms_, terms_unless_, boosts_, only_noted_;
  AllOf all_words_;
  std::vector<Phrase> phrases_;
  std::vector<Names> names_;
  std::optional<PhraseMatcher> matcher_;  // of phrases and names
  double most_score_ = 0;
  Xapian::doccount least_matches_ = 0, estimated_matches_ = 0, most_matches_ = 0;

  std::uint64_t begin_ = 0, end_ = 0;  // the window's documents; none at first
  const std::uint16_t* lengths_ = nullptr;
  // Positions of words are read last, and only if they could make a document match.
  std::array<double, kWindow> scores_{};  // from everything that needs no positions
  WindowBits matched_;                    // by everything that needs no positions
  WindowBits unsettled_;                  // has all words of a phrase or of a name of several words
  WindowBits possible_;                   // either
  double score_ = 0;
  std::uint64_t certain_ = 0, uncertain_ = 0;
};

}  // namespace ibid
