// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two primitives of stored records, varints (LEB128, as in DWARF 5 section 7.6) and strings,
// and what surrounds the fields of a record: how they are packed, and a checksum.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/error.h"

namespace ibid {

class RecordWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  const std::string& fields() const { return bytes_; }

 private:
  std::string bytes_;
};

// Every read checks its bounds. Throws Error{kIndex}.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) fail();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }
  // A number that counts things of at least one byte each in the remaining bytes.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > bytes_.size()) fail();
    return static_cast<std::size_t>(value);
  }
  std::uint32_t number32() {
    const std::uint64_t value = number();
    if (value > UINT32_MAX) fail();
    return static_cast<std::uint32_t>(value);
  }
  // Lender: the bytes given to the constructor.
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  bool at_end() const { return bytes_.empty(); }
  [[noreturn]] static void fail() {
    throw Error(ErrorKind::kIndex,
                "a stored record of the index is damaged; run `ibid index --rebuild`");
  }

 private:
  std::string_view bytes_;
};

// Makes a record: how the fields are packed, a byte (record_packing.h); the fields, packed; the
// CRC-32 (RFC 1952) of that byte and the unpacked fields, four bytes, little-endian. Xapian would
// not notice a changed byte, and a quotation would be wrong.
std::string seal_record(std::string_view fields);

// The fields of a record. Lender: `bytes`, or `room`, whose content is replaced. Throws
// Error{kIndex} for bytes that seal_record() never made.
std::string_view open_record(std::string_view bytes, std::string& room);

}  // namespace ibid
