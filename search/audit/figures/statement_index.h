// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the statements of earlier texts that are near to one: of the same measure, with nearly the
// same value, with one of its sentence's rarest words beside the figure. Only statements that share
// such a word are looked at, the last ones first, and no more than kMostCompared of them.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "search/audit/figures/same_thing.h"
#include "search/index/take_report.h"

namespace ibid {

// A text may be copied a thousand times: of so many statements with a rare word in common the last
// ones are compared.
inline constexpr std::size_t kMostCompared = 512;

// Of a list of statements, in their order.
class StatementIndex {
 public:
  // `list` is lent for the object's life; it may grow.
  explicit StatementIndex(const FigureStatements& list) : list_(list) {}

  // Makes the next statement of the list found.
  void add_next();

  // Calls `take` for those added that are near to `statement` (are_near()) and have one of its
  // rarest_words() beside the figure, the last added first, until it stops. May throw
  // Xapian::Error.
  void near(const FigureStatementRef& statement, WordNumbers& numbers,
            const std::function<Next(const FigureStatementRef&)>& take) const;

  std::size_t size() const { return size_; }  // statements added
  std::size_t memory_bytes() const;           // without the list

 private:
  // The statements with a measure, a class of values and a word beside the figure, in chunks_: the
  // last chunk, how many it holds, and how many it has room for. A chunk is its room, the offset of
  // the one before it (0: none), to which offsets point, and its statements in order; each is twice
  // as long as the one before, up to kLongest.
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t chunk = 0;
    std::uint16_t used = 0, room = 0;
  };
  static constexpr std::uint16_t kLongest = 64;
  class Cursor;

  const Slot* find(std::uint64_t key) const;
  Slot& slot_of(std::uint64_t key);
  void put(std::uint64_t key, std::uint32_t statement);
  void grow();

  const FigureStatements& list_;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> chunks_ = {0};  // the first one is none
  std::vector<Slot> slots_;  // hashed by key, a power of two, at most two thirds full
  std::size_t keys_ = 0;
};

}  // namespace ibid
