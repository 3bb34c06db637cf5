// SPDX-License-Identifier: GPL-2.0-or-later
//
// Fields without names, one after the other: varints (LEB128, as in DWARF 5 section 7.6) and
// strings. The records of the index and what a reader process sends consist of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ibid {

class FieldWriter {
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
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Every read checks its bounds. `Damage` has a function fail() that throws.
template <class Damage>
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : bytes_(bytes) {}

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
  // An enumeration that is counted from 0 up to `last`.
  template <class Enum>
  Enum one_of(Enum last) {
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(last)) fail();
    return static_cast<Enum>(value);
  }
  // Lender: the bytes given to the constructor.
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  bool at_end() const { return bytes_.empty(); }
  [[noreturn]] static void fail() { Damage::fail(); }

 private:
  std::string_view bytes_;
};

}  // namespace ibid
