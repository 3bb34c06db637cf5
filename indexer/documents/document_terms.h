// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the terms of the current document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/documents/index_document.h"
#include "indexer/documents/vocabulary.h"
#include "indexer/records/word_positions.h"
#include "indexer/system/fetch_soon.h"
#include "indexer/system/large_pages.h"

namespace ibid {

// Whether a document has its words as IndexDocument::words or as their terms.
enum class WordEntries { kApart, kAsTerms };

// The sum of all wdf.
std::uint64_t length_of(const IndexDocument& document);
// The text terms of `document`, including those of its words, each once.
std::vector<TermEntry> all_text_terms(const IndexDocument& document, const Vocabulary& vocabulary);

// Thread: one object, one thread.
class DocumentTerms {
 public:
  DocumentTerms(const Vocabulary& vocabulary, WordEntries words)
      : vocabulary_(vocabulary), word_entries_(words) {}

  void begin();
  // From the next document on, IndexDocument::places is filled.
  void keep_places() { keeps_places_ = true; }
  // Counts the term once more, without a position.
  void count(TermId id) { ++slot(id).wdf; }
  // Counts the term once more, at `position`.
  void count_at(TermId id, std::uint32_t position) {
    count(id);
    if (keeps_places_) placed_.push_back({id, position});
    positions_.push_back({position, hash_index(id)});
  }
  // Counts all terms of a word once more, that of its surface form at `position`.
  void count_word(WordId id, std::uint32_t position) {
    WordSlot& held = word_slot(id);
    ++held.times;
    if (keeps_places_) placed_.push_back({held.surface, position});
    positions_.push_back({position, held.hash_index});
  }
  // The word is counted soon: the processor may begin to fetch its slot.
  void expect_word(WordId id) const {
    if (id < word_slots_.size()) fetch_soon(&word_slots_[id]);
  }
  // The same, once the slot is there, for that of the word's surface form.
  void expect_surface(WordId id) const {
    if (id >= word_slots_.size()) return;
    const TermId surface = word_slots_[id].surface;
    if (surface < position_slots_.size()) fetch_soon(&position_slots_[surface]);
  }
  // Adds a term without counting it: an exact value.
  void mention(TermId id) { slot(id); }

  // The same, for a term that hardly any other document has and that is never counted or mentioned.
  void mention_unnumbered(std::string_view term) {
    unnumbered_.push_back({unnumbered_text_.size(), term.size()});
    unnumbered_text_ += term;
  }

  std::uint64_t memory_bytes() const {
    return slots_.capacity() * sizeof(Slot) + word_slots_.capacity() * sizeof(WordSlot) +
           position_slots_.capacity() * sizeof(PositionSlot);
  }

  // Fills the terms and words of `out` and its positions (word_positions.h). Lender of terms
  // without a number: this object, until begin().
  void write(IndexDocument& out);

 private:
  struct PlacedTerm {
    TermId id = 0;  // of a surface form
    std::uint32_t position = 0;
  };
  struct Slot {
    std::uint32_t document = 0;  // that these numbers belong to
    std::uint32_t wdf = 0;
  };
  struct WordSlot {
    std::uint32_t document = 0;
    std::uint32_t times = 0;
    std::uint32_t hash_index = 0;  // of its surface form, in hashes_
    TermId surface = 0;            // its first term, from its first document on
    std::uint32_t terms = 0;       // how many terms it has, likewise
  };
  struct PositionSlot {
    std::uint64_t hash = 0;  // place_hash() of the term, from its first document on
    std::uint32_t document = 0;
    std::uint32_t hash_index = 0;  // in hashes_
  };

  Slot& slot(TermId id) {
    if (id >= slots_.size()) slots_.resize(vocabulary_.size());
    Slot& slot = slots_[id];
    if (slot.document != document_) {
      slot = {document_, 0};
      held_.push_back(id);
    }
    return slot;
  }
  WordSlot& word_slot(WordId id) {
    if (id >= word_slots_.size()) word_slots_.resize(vocabulary_.words().size());
    WordSlot& slot = word_slots_[id];
    if (slot.document != document_) {
      if (slot.document == 0) {
        const auto terms = vocabulary_.words().terms(id);
        slot.surface = terms.front();
        slot.terms = static_cast<std::uint32_t>(terms.size());
      }
      slot.document = document_;
      slot.times = 0;
      slot.hash_index = hash_index(slot.surface);
      held_words_.push_back(id);
    }
    return slot;
  }
  std::uint32_t hash_index(TermId id) {
    if (id >= position_slots_.size()) position_slots_.resize(vocabulary_.size());
    PositionSlot& slot = position_slots_[id];
    if (slot.document != document_) {
      if (slot.document == 0) slot.hash = place_hash(vocabulary_.term(id));
      slot.document = document_;
      slot.hash_index = static_cast<std::uint32_t>(hashes_.size());
      hashes_.push_back(slot.hash);
    }
    return slot.hash_index;
  }

  const Vocabulary& vocabulary_;
  WordEntries word_entries_;
  std::uint32_t generation_ = 0;              // of the vocabulary
  std::uint32_t document_ = 0;                // counts documents
  LargeVector<Slot> slots_;                   // by TermId
  LargeVector<WordSlot> word_slots_;          // by WordId
  LargeVector<PositionSlot> position_slots_;  // by TermId
  std::vector<TermId> held_;
  std::vector<WordId> held_words_;
  std::string unnumbered_text_;
  std::vector<std::pair<std::size_t, std::size_t>> unnumbered_;  // begin and size there
  std::vector<std::uint64_t> hashes_;  // place_hash() of the terms with positions
  std::vector<WordPosition> positions_;
  bool keeps_places_ = false;
  std::vector<PlacedTerm> placed_;
  WordPositionsEncoder encoder_;
};

}  // namespace ibid
