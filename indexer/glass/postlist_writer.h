// SPDX-License-Identifier: GPL-2.0-or-later
//
// The postlist table: metadata, statistics of values, values, lengths of documents, postings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/block_table.h"
#include "indexer/glass/encoding.h"

namespace ibid::glass {

// Call the functions in the order below, each kind any number of times in the order of its keys:
// metadata by name; statistics and values of slots in the order of the functions
// value_statistics_key() and value_chunk_key(), which is the order of the slots below 128; terms by
// bytes; docids ascending from 1. Throws Error{kIndex} if one is out of order, and what TableWriter
// throws. Memory: the bytes of the longest list of one term. Thread: one object, one thread.
class PostlistWriter {
 public:
  // `table` is new and outlives this; the caller finishes it.
  explicit PostlistWriter(TableWriter& table) : table_(table) {}

  // `value` is not empty: Xapian has no empty metadata.
  void metadata(std::string_view name, std::string_view value);

  // `count` documents have a value in `slot`, from `low` to `high` by bytes.
  void value_statistics(std::uint32_t slot, std::uint32_t count, std::string_view low,
                        std::string_view high);
  void begin_values(std::uint32_t slot);
  void value(std::uint32_t docid, std::string_view value);  // an empty one is not stored
  void end_values();

  // For every document, including those of length 0.
  void begin_lengths();
  void length(std::uint32_t docid, std::uint32_t length) { posting(docid, length); }
  void end_lengths() { end_list(); }

  // A term without postings leaves nothing. Throws Error{kIndex} for a term of more than 245 bytes.
  void begin_term(std::string_view term);
  void posting(std::uint32_t docid, std::uint32_t wdf) {
    if (docid <= last_docid_) refuse(docid);
    if (at_ < limit_) {
      at_ = put_varint(at_, docid - last_docid_ - 1);
    } else {
      start_chunk(docid);
    }
    at_ = put_varint(at_, wdf);
    last_docid_ = docid;
    ++entries_;
    wdf_sum_ += wdf;
  }
  void end_term() { end_list(); }
  // Instead of end_term(): the term leaves nothing.
  void drop_term() { chunks_.clear(); }

 private:
  // Entries of one chunk, from the wdf of the first.
  struct Chunk {
    std::size_t begin, end;  // in buffer_
    std::uint32_t first_docid, last_docid;
  };
  enum class Position { kMiddle, kLast };

  void begin_list(bool lengths);
  void start_chunk(std::uint32_t docid);
  void write_chunks(Position of_last_one);
  void write_chunk(const Chunk& chunk, Position position);
  void end_list();
  void write_values();
  [[noreturn]] void refuse(std::uint32_t docid) const;

  TableWriter& table_;
  // The present list.
  std::string first_key_, later_key_;  // the latter without its docid
  bool lengths_ = false;               // not of a term: has no frequencies
  bool first_written_ = false;
  std::uint32_t last_docid_ = 0;
  std::uint64_t entries_ = 0, wdf_sum_ = 0;
  std::vector<char> buffer_;   // chunks not yet written
  std::vector<Chunk> chunks_;  // the last one is open
  char* at_ = nullptr;         // end of the open chunk
  char* limit_ = nullptr;      // an entry may begin before here; at_ if no chunk is open
  std::size_t first_chunk_bytes_ = 0, chunk_bytes_ = 0;
  std::string key_, tag_;
  // The present values.
  std::uint32_t slot_ = 0;
  std::uint32_t first_docid_ = 0;
};

std::string value_statistics_key(std::uint32_t slot);
std::string value_chunk_key(std::uint32_t slot);  // the prefix of all chunks of a slot

}  // namespace ibid::glass
