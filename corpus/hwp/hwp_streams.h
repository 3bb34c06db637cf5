// SPDX-License-Identifier: GPL-2.0-or-later
//
// The streams of an HWP 5 file as they are meant: unpacked, decrypted, counted against the limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/hwp/compound_file.h"

namespace ibid {

class HwpStreams {
 public:
  // `bytes` are lent for its life. Throws Error{kInput} if it is not HWP 5 or is protected.
  HwpStreams(std::string_view bytes, const ReaderLimits& limits);

  bool is_for_distribution() const { return (flags_ & 1U << 2) != 0; }
  bool tracks_changes() const { return (flags_ & 1U << 14) != 0; }
  // "5.1.0.1"
  std::string version() const;
  bool contains(std::string_view name) const { return file_.find(name) != nullptr; }
  // "BodyText/Section0", "BodyText/Section1", …: those of a storage, by their numbers.
  std::vector<std::string> sections(std::string_view storage) const;

  // As in the file. Throws Error{kInput} if it is not there or is damaged.
  std::string read_raw(std::string_view name);
  // Unpacked if the file's streams are packed.
  std::string read(std::string_view name);
  // A section of ViewText, decrypted and unpacked. Throws Error{kInput} if it has no key.
  std::string read_for_distribution(std::string_view name);

 private:
  std::string unpack(std::string_view packed, std::string_view name);
  void count(std::uint64_t bytes);

  CompoundFile file_;
  ReaderLimits limits_;
  std::uint32_t version_ = 0;
  std::uint32_t flags_ = 0;
  std::uint64_t read_ = 0;  // bytes of all streams read and unpacked
};

// What the bytes of a distribution document's section become, still packed: AES-128 in ECB mode,
// the key hidden in its first record. Throws Error{kInput} if there is none.
std::string decrypt_distribution(std::string_view stream);

}  // namespace ibid
