// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words as numbers, each of which stands for several terms: whoever counts and stores words in
// place of their terms has a quarter of the work, and finds the terms here when they are wanted.
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
  // A term of the word made next; the first is that of its surface form. A term may come twice: it
  // then counts twice.
  void add_term(TermId id) { terms_.push_back(id); }
  // The word of the terms added since the last one. Numbers count from 0 without gaps.
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
