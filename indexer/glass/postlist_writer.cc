// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/postlist_writer.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/error.h"

namespace ibid::glass {
namespace {

constexpr std::size_t kMaxEntryBytes = 2 * kMaxVarint32Bytes;
// What a tag may have before the entries: number of entries of the list, sum of wdf, first docid,
// whether it is the last chunk, docids spanned.
constexpr std::size_t kMaxChunkHead =
    kMaxVarint32Bytes + kMaxVarintBytes + kMaxVarint32Bytes + 1 + kMaxVarint32Bytes;
// The smallest first chunk of a longer list: the key of one more chunk takes some of it.
constexpr std::size_t kLeastFirstChunk = 128;

}  // namespace

std::string value_statistics_key(std::uint32_t slot) {
  std::string key{kValueStatisticsPrefix};
  append_last(key, slot);
  return key;
}

std::string value_chunk_key(std::uint32_t slot) {
  std::string key{kValueChunkPrefix};
  append_varint(key, slot);
  return key;
}

void PostlistWriter::metadata(std::string_view name, std::string_view value) {
  if (value.empty()) {
    throw Error(ErrorKind::kIndex,
                fmt::format("cannot write the index: the metadata {} is empty", name));
  }
  key_ = kMetadataPrefix;
  key_ += name;
  table_.add(key_, value);
}

void PostlistWriter::value_statistics(std::uint32_t slot, std::uint32_t count, std::string_view low,
                                      std::string_view high) {
  tag_.clear();
  append_varint(tag_, count);
  append_string(tag_, low);
  if (low != high) tag_ += high;
  table_.add(value_statistics_key(slot), tag_);
}

void PostlistWriter::begin_values(std::uint32_t slot) {
  slot_ = slot;
  last_docid_ = 0;
  tag_.clear();
}

void PostlistWriter::value(std::uint32_t docid, std::string_view value) {
  if (value.empty()) return;
  if (docid <= last_docid_) refuse(docid);
  const std::size_t most = table_.max_item() - kLeafItemHeader - kValueChunkPrefix.size() -
                           kMaxVarint32Bytes - kMaxSortableBytes;
  if (!tag_.empty() && tag_.size() + 2 * kMaxVarint32Bytes + value.size() > most) write_values();
  if (tag_.empty()) {
    first_docid_ = docid;
  } else {
    append_varint(tag_, docid - last_docid_ - 1);
  }
  append_string(tag_, value);
  last_docid_ = docid;
}

void PostlistWriter::write_values() {
  key_ = kValueChunkPrefix;
  append_varint(key_, slot_);
  append_sortable(key_, first_docid_);
  table_.add(key_, tag_);
  tag_.clear();
}

void PostlistWriter::end_values() {
  if (!tag_.empty()) write_values();
}

void PostlistWriter::begin_lengths() {
  first_key_ = later_key_ = kLengthsKey;
  begin_list(true);
}

void PostlistWriter::begin_term(std::string_view term) {
  first_key_.clear();
  append_sortstr_open(first_key_, term);
  if (first_key_.size() > kMaxTermBytes) {
    throw Error(ErrorKind::kIndex,
                fmt::format("cannot write the index: a term has {} bytes, at most {} fit: {}...",
                            first_key_.size(), kMaxTermBytes, term.substr(0, 60)));
  }
  later_key_ = first_key_;
  later_key_ += '\0';
  begin_list(false);
}

void PostlistWriter::begin_list(bool lengths) {
  lengths_ = lengths;
  first_written_ = false;
  last_docid_ = 0;
  entries_ = wdf_sum_ = 0;
  const std::size_t head = kLeafItemHeader + later_key_.size() + kMaxSortableBytes + kMaxChunkHead;
  chunk_bytes_ = table_.max_item() - head;
  // A long list begins with what the present leaf still takes; later chunks fill leaves evenly.
  const std::size_t room = table_.room();
  first_chunk_bytes_ =
      room < head + kLeastFirstChunk ? chunk_bytes_ : std::min(chunk_bytes_, room - head);
  chunks_.clear();
  at_ = limit_ = buffer_.data();
}

void PostlistWriter::start_chunk(std::uint32_t docid) {
  std::size_t begin = 0;
  const std::size_t bytes = chunks_.empty() ? first_chunk_bytes_ : chunk_bytes_;
  if (!chunks_.empty()) {
    begin = static_cast<std::size_t>(at_ - buffer_.data());
    chunks_.back().end = begin;
    chunks_.back().last_docid = last_docid_;
    // A term's first chunk must state its frequencies; lengths have none, so they need not wait.
    if (lengths_) {
      write_chunks(Position::kMiddle);
      begin = 0;
    }
  }
  if (buffer_.size() < begin + bytes) {
    buffer_.resize(std::max(2 * buffer_.size(), begin + bytes));
  }
  chunks_.push_back({begin, begin, docid, docid});
  at_ = buffer_.data() + begin;
  limit_ = at_ + bytes - kMaxEntryBytes;
}

void PostlistWriter::end_list() {
  if (chunks_.empty()) return;
  chunks_.back().end = static_cast<std::size_t>(at_ - buffer_.data());
  chunks_.back().last_docid = last_docid_;
  write_chunks(Position::kLast);
}

void PostlistWriter::write_chunks(Position of_last_one) {
  for (const Chunk& chunk : chunks_) {
    write_chunk(chunk, &chunk == &chunks_.back() ? of_last_one : Position::kMiddle);
  }
  chunks_.clear();
}

void PostlistWriter::write_chunk(const Chunk& chunk, Position position) {
  tag_.clear();
  if (first_written_) {
    key_ = later_key_;
    append_sortable(key_, chunk.first_docid);
  } else {
    key_ = first_key_;
    append_varint(tag_, lengths_ ? 0 : entries_);
    append_varint(tag_, lengths_ ? 0 : wdf_sum_);
    append_varint(tag_, chunk.first_docid - 1);
    first_written_ = true;
  }
  tag_ += position == Position::kLast ? '1' : '0';
  append_varint(tag_, chunk.last_docid - chunk.first_docid);
  tag_.append(buffer_.data() + chunk.begin, chunk.end - chunk.begin);
  table_.add(key_, tag_);
}

void PostlistWriter::refuse(std::uint32_t docid) const {
  throw Error(ErrorKind::kIndex,
              fmt::format("cannot write the index: document {} comes after document {}", docid,
                          last_docid_));
}

}  // namespace ibid::glass
