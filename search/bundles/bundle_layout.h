// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes the headers of a bundle's ZIP file, byte for byte. The writer writes them; the checker
// compares them with what it reads, instead of trusting that. For bundle_archive.cc and
// bundle_layout.cc only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "search/bundles/bundle_archive.h"

namespace ibid {

inline constexpr std::string_view kSealHead = "ibid-bundle/1 sha256=";
inline constexpr std::size_t kSealDigits = 64;

// CRC-32 of the entry's bytes.
std::uint64_t entry_crc(const BundleEntry& entry);
// Where the bytes of an entry with this name begin if its local header begins at `header`.
std::uint64_t entry_offset(std::uint64_t header, std::string_view name);

// Includes the name; `crc`: entry_crc().
std::string local_header(const BundleEntry& entry, std::uint64_t crc);
std::string central_header(const BundleEntry& entry, std::uint64_t crc);

struct CentralDirectory {
  std::size_t entries = 0;
  std::uint64_t begin = 0;  // in the bundle
  std::uint64_t bytes = 0;
};
// Includes the head of the seal, not its digits.
std::string end_record(const CentralDirectory& directory);

}  // namespace ibid
