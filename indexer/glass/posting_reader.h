// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads one list of the postlist table: the documents of a term, or the lengths of all documents.
// It costs a few instructions an entry; Xapian's own iterators take ten times as many.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/glass/table_reader.h"

namespace ibid::glass {

// Thread: one object, one thread. Throws what TableReader throws.
class PostingReader {
 public:
  // Above every docid that a list can hold.
  static constexpr std::uint64_t kEnd = std::uint64_t{1} << 32;

  // Starts on the first document that has `term`, of 1 to 245 bytes. `table`: the postlist table,
  // lent for the object's life.
  PostingReader(TableReader& table, std::string_view term);
  // Starts on the first document. "wdf" is its length. Reads once: the table keeps no leaves.
  static PostingReader lengths(TableReader& table);

  // The exact number of documents that have the term; 0: it is not in the index. Not for lengths().
  std::uint32_t frequency() const { return frequency_; }
  // The same for a term whose documents are not needed, with its list as the table has it; that is
  // empty if there is none, or if it has several chunks. Lender: `cursor`.
  struct Found {
    std::uint32_t frequency = 0;
    std::string_view list;
  };
  static Found find(TableReader& table, std::string_view term, TableCursor& cursor);
  // Starts on the first document of a list that find() gave; on none if it is empty.
  PostingReader(TableReader& table, std::shared_ptr<const std::string> list);

  std::uint64_t docid() const { return docid_; }  // kEnd: past the last
  std::uint32_t wdf() const { return wdf_; }
  // Moves to the first document at or after `docid`; does not move if it is there already.
  void skip_to(std::uint64_t docid);

  // Calls take(docid, wdf) for the documents before `limit` from the present one on, and stops on
  // the first one not taken.
  template <class Take>
  void take_below(std::uint64_t limit, Take&& take) {
    while (docid_ < limit) {
      // The state that changes with each entry is kept out of the object, which take() might reach.
      Entry entry{at_, docid_, wdf_};
      bool more = true;  // in the chunk
      do {
        take(static_cast<std::uint32_t>(entry.docid), entry.wdf);
        more = entry.next(end_);
        if (entry.docid > last_) fail_damaged();
      } while (more && entry.docid < limit);
      at_ = entry.next_at;
      docid_ = entry.docid;
      wdf_ = entry.wdf;
      if (!more) next_chunk();
    }
  }
  // The same for lengths(), in less time: documents mostly follow one another, and have 128 to
  // 16,383 words. Two such entries are eight bytes, or six of them.
  template <class Take>
  void take_lengths_below(std::uint64_t limit, Take&& take) {
    while (docid_ < limit) {
      take(static_cast<std::uint32_t>(docid_), wdf_);
      const signed char* at = at_;
      std::uint64_t docid = docid_;
      for (; end_ - at >= kTwoLengthsRead && docid + 2 < limit && docid + 2 <= last_; docid += 2) {
        const std::uint64_t two = eight_bytes(at);
        if ((two & kTwoLengthsBits) != kTwoLengths) break;
        take(static_cast<std::uint32_t>(docid + 1), length_of(two >> 8));
        take(static_cast<std::uint32_t>(docid + 2), length_of(two >> 32));
        at += kTwoLengthsBytes;
      }
      at_ = at;
      docid_ = docid;
      advance();
    }
  }

 private:
  PostingReader(TableReader& table, std::string first_key, std::string later_keys, bool reads_once);

  // The present entry, and where the next one is.
  struct Entry {
    const signed char* next_at;
    std::uint64_t docid;
    std::uint32_t wdf;

    // False: there is none before `end`.
    bool next(const signed char* end) {
      if (next_at == end) return false;
      // Mostly both numbers have one byte, and nearly always no more than two.
      if (end - next_at >= 2 && (next_at[0] | next_at[1]) >= 0) {
        docid += static_cast<std::uint64_t>(next_at[0]) + 1;
        wdf = static_cast<std::uint32_t>(next_at[1]);
        next_at += 2;
      } else if (end - next_at < kFourBytes || !take_two_byte_numbers()) {
        take_long_numbers(end);
      }
      return true;
    }

   private:
    static constexpr std::ptrdiff_t kFourBytes = 4;

    // Does not branch on the length of each number, since that is random. False: one has more
    // bytes, and nothing is changed.
    bool take_two_byte_numbers() {
      std::uint32_t bytes = 0;
      std::memcpy(&bytes, next_at, sizeof bytes);
      if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
      const std::uint32_t gap_long = bytes >> 7 & 1;
      const std::uint32_t rest = bytes >> (8 + 8 * gap_long);
      const std::uint32_t wdf_long = rest >> 7 & 1;
      if ((bytes >> 15 & gap_long) != 0 || (rest >> 15 & wdf_long) != 0) return false;
      docid += two_bytes(bytes, gap_long) + 1;
      wdf = two_bytes(rest, wdf_long);
      next_at += 2 + gap_long + wdf_long;
      return true;
    }
    static std::uint32_t two_bytes(std::uint32_t bytes, std::uint32_t is_long) {
      return (bytes & 0x7F) | (bytes >> 1 & 0x3F80 & (0 - is_long));
    }
    void take_long_numbers(const signed char* end);
  };

  // Of two entries: a gap of 0, a length of two bytes, and the same again.
  static constexpr std::ptrdiff_t kTwoLengthsRead = 8, kTwoLengthsBytes = 6;
  static constexpr std::uint64_t kTwoLengthsBits = 0x8080FF8080FF, kTwoLengths = 0x008000008000;

  static std::uint32_t length_of(std::uint64_t bytes) {
    return static_cast<std::uint32_t>((bytes & 0x7F) | (bytes >> 1 & 0x3F80));
  }
  // The first byte is the lowest bits.
  static std::uint64_t eight_bytes(const signed char* at) {
    std::uint64_t number = 0;
    std::memcpy(&number, at, sizeof number);
    if constexpr (std::endian::native == std::endian::big) number = __builtin_bswap64(number);
    return number;
  }

  void advance() {
    Entry entry{at_, docid_, wdf_};
    const bool more = entry.next(end_);
    at_ = entry.next_at;
    docid_ = entry.docid;
    wdf_ = entry.wdf;
    if (!more) return next_chunk();
    if (docid_ > last_) fail_damaged();
  }
  static std::uint32_t read_frequency(std::string_view list, const signed char*& at);
  void begin_list(std::string_view list);
  void pass_short_entries(std::uint64_t docid);
  void next_chunk();
  void begin_chunk(std::uint64_t first, const signed char* at, const signed char* end);
  void begin_later_chunk();
  void skip_to_chunk(std::uint32_t docid);
  [[noreturn]] static void fail_damaged();

  TableReader& table_;
  TableCursor cursor_;
  std::shared_ptr<const std::string> list_;  // if not from the cursor
  std::string later_keys_;                   // prefix of the keys of all chunks but the first
  const signed char* at_ = nullptr;          // the next entry of the chunk
  const signed char* end_ = nullptr;
  std::uint64_t docid_ = kEnd;
  std::uint64_t last_ = 0;  // docid of the chunk
  std::uint32_t wdf_ = 0;
  std::uint32_t frequency_ = 0;
  bool is_last_chunk_ = true;
};

}  // namespace ibid::glass
