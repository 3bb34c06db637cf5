// SPDX-License-Identifier: GPL-2.0-or-later
//
// The container of an evidence bundle: a ZIP file (PKWARE APPNOTE 6.3) of one fixed form, so that
// the same files in the same order are the same bytes on every machine. Entries are stored, dated
// 1980-01-01, without extra fields; there is nothing before, between or after them except headers.
// The archive comment is the seal: the SHA-256 of all bytes before its 64 hex digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

inline constexpr std::uint64_t kMaxBundleBytes = std::uint64_t{1} << 30;  // 1 GiB
inline constexpr std::size_t kMaxBundleFiles = 10'000;
inline constexpr std::size_t kMaxBundleNameBytes = 400;

struct BundleFile {
  std::string name;  // relative, "/" between folders; see is_bundle_name
  std::string bytes;
};

// True for parts of letters, digits and other visible characters: none of them empty, "." or "..";
// no white space, backslash, colon or control character; at most kMaxBundleNameBytes. Such a name
// cannot leave its folder on any system.
bool is_bundle_name(std::string_view name);

// All names differ. Throws Error{kUsage} beyond the limits above.
std::string write_bundle_archive(const std::vector<BundleFile>& files);

// What is wrong with a bundle, and where.
struct BundleProblem {
  std::string where;    // as shown to people: a file of the bundle, or a part of the ZIP file
  ByteRange bytes;      // of the bundle: all that the problem concerns
  std::string message;  // what is wrong there
};

struct BundleEntry {
  std::string_view name, bytes;  // lent by the bundle
  std::uint64_t offset = 0;      // of `bytes` in the bundle
};

struct BundleArchive {
  std::vector<BundleEntry> entries;
  std::vector<BundleProblem> problems;  // every byte that is not as write_bundle_archive() writes
  std::string seal;                     // 64 hex digits, as written; empty if there is none
};

// Accounts for every byte of `bundle`, which lends the entries their text. Throws Error{kInput} for
// a file that was never a bundle: not a ZIP file, one made by another program, or one beyond the
// limits.
BundleArchive read_bundle_archive(std::string_view bundle);

}  // namespace ibid
