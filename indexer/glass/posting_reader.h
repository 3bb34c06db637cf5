// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads one list of the postlist table: the documents of a term, or the lengths of all. What it
// costs is a few instructions an entry; Xapian's own iterators take ten times as many.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/table_reader.h"

namespace ibid::glass {

// Thread: one object, one thread. Throws what TableReader throws.
class PostingReader {
 public:
  // Above every docid that a list may reach.
  static constexpr std::uint64_t kEnd = std::uint64_t{1} << 32;

  // Stands on the first document that has `term`, of 1 to 245 bytes. `table`: the postlist table,
  // lent for the object's life.
  PostingReader(TableReader& table, std::string_view term);
  // Stands on the first document. "wdf" is its length.
  static PostingReader lengths(TableReader& table);

  // How many documents have the term, exactly; 0: the index does not hold it. Not of lengths().
  std::uint32_t frequency() const { return frequency_; }

  std::uint64_t docid() const { return docid_; }  // kEnd: behind the last
  std::uint32_t wdf() const { return wdf_; }
  // To the first document at or behind `docid`; stays where it is when it is there already.
  void skip_to(std::uint64_t docid);

  // Calls take(docid, wdf) for the documents before `limit` from the present one on, and stands on
  // the first one not taken.
  template <class Take>
  void take_below(std::uint64_t limit, Take&& take) {
    while (docid_ < limit) {
      take(static_cast<std::uint32_t>(docid_), wdf_);
      advance();
    }
  }

 private:
  PostingReader(TableReader& table, std::string first_key, std::string later_keys);

  void advance() {
    if (at_ == end_) return next_chunk();
    // Mostly both numbers have one byte.
    if (end_ - at_ >= 2 && (at_[0] | at_[1]) >= 0) {
      docid_ += static_cast<std::uint64_t>(at_[0]) + 1;
      wdf_ = static_cast<std::uint32_t>(at_[1]);
      at_ += 2;
    } else {
      read_long_entry();
    }
    if (docid_ > last_) tell_damage();
  }
  void read_long_entry();
  void pass_short_entries(std::uint64_t docid);
  void next_chunk();
  void begin_chunk(std::uint64_t first, const signed char* at, const signed char* end);
  void begin_later_chunk();
  void skip_to_chunk(std::uint32_t docid);
  [[noreturn]] static void tell_damage();

  TableReader& table_;
  TablePlace place_;
  std::string later_keys_;           // what the keys of all chunks but the first begin with
  const signed char* at_ = nullptr;  // the next entry of the chunk
  const signed char* end_ = nullptr;
  std::uint64_t docid_ = kEnd;
  std::uint64_t last_ = 0;  // docid of the chunk
  std::uint32_t wdf_ = 0;
  std::uint32_t frequency_ = 0;
  bool is_last_chunk_ = true;
};

}  // namespace ibid::glass
