// SPDX-License-Identifier: GPL-2.0-or-later
//
// The positions of words, for all passages of a build: one file beside its tables, written in the
// order of the documents, mapped into memory by readers and never changed. Documents that are added
// later have the same bytes as a value of their own (schema::kSlotPlaces).
//
// File, numbers little-endian: the values (word_positions.h), one after the other from document 1;
// for each document 5 bytes: where its value ends; then 8 bytes: how many documents, 4 bytes:
// CRC-32 (as in gzip, RFC 1952) of everything before.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/file_descriptor.h"

namespace ibid {

// Thread: one object, one thread. Throws Error{kSystem}.
class PositionFileWriter {
 public:
  explicit PositionFileWriter(std::string path);

  // Docids ascend, from 1; documents left out, or with an empty value, have no words. At most 2^40
  // bytes altogether.
  void add(std::uint32_t docid, std::string_view value);
  // The number of documents that the file covers: up to the last one added.
  std::uint32_t documents() const { return documents_; }
  // Writes and syncs. Call it once, at the end.
  void finish();

 private:
  void write(std::string_view bytes);
  void flush();

  std::string path_;
  FileDescriptor file_;
  std::string buffer_, ends_;
  std::uint64_t size_ = 0;
  std::uint32_t documents_ = 0;
  std::uint32_t crc_ = 0;
};

// Thread: const calls from any number.
class PositionFile {
 public:
  // Covers no document.
  PositionFile() = default;
  // Throws Error{kIndex} if the file is missing or not whole.
  PositionFile(const std::string& path, std::uint32_t documents);
  ~PositionFile();
  PositionFile(const PositionFile&) = delete;
  PositionFile& operator=(const PositionFile&) = delete;

  std::uint32_t documents() const { return documents_; }
  // The value of one of documents(); empty if it has no words. Lender: this object. Throws
  // Error{kIndex} if the file is damaged there.
  std::string_view value(std::uint32_t docid) const;
  // Reads all of the file and compares its checksum.
  bool intact() const;

 private:
  std::uint64_t end_of(std::uint32_t docid) const;

  std::string path_;
  const char* bytes_ = nullptr;
  std::uint64_t size_ = 0, values_ = 0;  // bytes: of the file, of its values
  std::uint32_t documents_ = 0;
};

}  // namespace ibid
