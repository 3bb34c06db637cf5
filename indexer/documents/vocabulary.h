// SPDX-License-Identifier: GPL-2.0-or-later
//
// Terms as numbers: each distinct term is kept once and has a small integer, so that counting,
// sorting and storing terms does not hash or copy their bytes again.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/documents/word_terms.h"
#include "indexer/system/fetch_soon.h"
#include "indexer/system/large_pages.h"
#include "indexer/system/short_bytes.h"

namespace ibid {

// The first eight bytes, big-endian, short terms filled with 0: if these differ, they order two
// terms.
std::uint64_t leading_bytes(std::string_view term);

// Thread: one object, one thread.
class Vocabulary {
 public:
  Vocabulary();

  // Returns the number of `term`, and keeps it if it is new. Numbers count from 0 without gaps.
  TermId id_of(std::string_view term) { return id_of(term, hash_of(term)); }
  // The same in two steps, with others between them: the processor fetches meanwhile where the
  // term is looked up.
  using Hash = std::uint32_t;
  static Hash hash_of(std::string_view term) { return static_cast<Hash>(hash_short(term)); }
  void expect(Hash hash) const { fetch_soon(&slots_[hash & (slots_.size() - 1)]); }
  TermId id_of(std::string_view term, Hash hash);

  std::string_view term(TermId id) const {  // lender: this object, until clear()
    return {entries_[id].bytes, entries_[id].size};
  }
  // leading_bytes() of the term.
  std::uint64_t leading(TermId id) const { return entries_[id].leading; }
  bool less(TermId a, TermId b) const {
    const Entry &x = entries_[a], &y = entries_[b];
    return x.leading != y.leading ? x.leading < y.leading : term(a) < term(b);
  }

  // term() comes soon: first where its bytes are, then they.
  void expect_term(TermId id) const { fetch_soon(&entries_[id]); }
  void expect_bytes(TermId id) const { fetch_soon(entries_[id].bytes); }

  std::size_t size() const { return entries_.size(); }

  // Words made of terms of this vocabulary; clear() clears them, too.
  WordTerms& words() { return words_; }
  const WordTerms& words() const { return words_; }

  std::uint64_t memory_bytes() const;

  // Forgets all terms and words. A new generation() means that older numbers are void.
  void clear();
  std::uint32_t generation() const { return generation_; }

 private:
  struct Entry {
    std::uint64_t leading;
    const char* bytes;
    std::uint32_t size;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // id + 1; 0: free
  };

  bool is(const Entry& entry, std::uint64_t leading, std::string_view term) const;
  const char* keep(std::string_view term);
  void grow();

  LargeVector<Entry> entries_;
  LargeVector<Slot> slots_;  // open addressing
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_free_ = 0;
  WordTerms words_;
  std::uint32_t generation_ = 0;
};

}  // namespace ibid
