// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words as numbers, each with several terms. To count and store words instead of their terms is a
// quarter of the work; the terms are looked up here when needed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ibid {

using TermId = std::uint32_t;
using WordId = std::uint32_t;

// Thread: one writer; readers in any number while nobody writes.
class WordTerms {
 public:
  // Adds a term to the next word; the first is that of its surface form. A term may be added twice
  // and then counts twice.
  void add_term(TermId id) { terms_.push_back(id); }
  // Makes a word of the terms added since the last one. Numbers count from 0 without gaps.
  WordId finish_word() {
    ends_.push_back(static_cast<std::uint32_t>(terms_.size()));
    return static_cast<WordId>(ends_.size() - 1);
  }

  std::size_t size() const { return ends_.size(); }
  std::span<const TermId> terms(WordId id) const {  // lender: this object, until add_term()
    const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
    return {terms_.data() + begin, ends_[id] - begin};
  }

  std::uint64_t memory_bytes() const {
    return terms_.capacity() * sizeof(TermId) + ends_.capacity() * sizeof(std::uint32_t);
  }
  void clear() {
    terms_ = {};
    ends_ = {};
  }

 private:
  std::vector<TermId> terms_;
  std::vector<std::uint32_t> ends_;  // by WordId, in terms_
};

}  // namespace ibid
