// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers of the Xapian "glass" on-disk format that the bulk writer needs. Source: observed in
// databases written by xapian-core 1.4.22, format version 2016-03-14, which 1.4.0 to 1.4.32 and 2.0
// to 2.1 share; glass_*_test.cc compare them with the installed Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid::glass {

// The version file, `iamglass`: it is the commit.
inline constexpr std::string_view kMagic{
    "\x0f\x0d"
    "Xapian Glass",
    14};
// The date 2016-03-14 as (year - 2014) << 9 | month << 5 | day, big-endian.
inline constexpr std::string_view kFormatVersion{"\x04\x6e", 2};
inline constexpr std::size_t kMaxVersionFileBytes = 256;
inline constexpr char kVersionFile[] = "iamglass";
inline constexpr char kVersionFileUnfinished[] = "v.tmp";

// The tables, in the order of the version file.
enum class Table { kPostlist, kDocdata, kTermlist, kPosition, kSpelling, kSynonym };
inline constexpr std::size_t kTables = 6;
inline constexpr const char* kTableFiles[kTables] = {"postlist.glass", "docdata.glass",
                                                     "termlist.glass", "position.glass",
                                                     "spelling.glass", "synonym.glass"};
// Tags longer than this many bytes may be deflated by Xapian's own updates; 0: never.
inline constexpr std::uint32_t kCompressMin[kTables] = {0, 18, 18, 0, 18, 18};

// Blocks: powers of two, in bytes.
inline constexpr std::size_t kDefaultBlockSize = 8192;
inline constexpr std::size_t kMinBlockSize = 2048;
inline constexpr std::size_t kMaxBlockSize = 65536;
inline constexpr std::size_t kBlockHeaderBytes = 11;
inline constexpr std::size_t kDirectoryEntryBytes = 2;
inline constexpr std::uint32_t kFirstRevision = 1;
inline constexpr std::size_t kMaxLevels = 10;  // levels 0 to 9

// Items.
inline constexpr std::size_t kMaxKeyBytes = 255;
inline constexpr std::size_t kMaxTermBytes = 245;  // each zero byte counts twice
inline constexpr unsigned kMaxComponents = 65535;
inline constexpr unsigned kDeflatedItem = 0x8000;
inline constexpr unsigned kLastComponent = 0x4000;
inline constexpr unsigned kFirstComponent = 0x2000;
inline constexpr std::size_t kLeafItemHeader = 3;    // flags and size, length of the key
inline constexpr std::size_t kBranchItemHeader = 7;  // child, length of the key, component
inline constexpr unsigned kItemSizeMask = 0x1fff;    // of the flags and size
inline constexpr std::size_t kMaxSizeField = kItemSizeMask + kLeafItemHeader;

// Four items of the largest size fill a block.
constexpr std::size_t max_item_bytes(std::size_t block_size) {
  const std::size_t quarter = (block_size - kBlockHeaderBytes - 4 * kDirectoryEntryBytes) / 4;
  return quarter < kMaxSizeField ? quarter : kMaxSizeField;
}

// How the keys of the postlist table begin; terms come after all of these.
inline constexpr std::string_view kMetadataPrefix{"\x00\xc0", 2};
inline constexpr std::string_view kValueStatisticsPrefix{"\x00\xd0", 2};
inline constexpr std::string_view kValueChunkPrefix{"\x00\xd8", 2};
inline constexpr std::string_view kLengthsKey{"\x00\xe0", 2};

}  // namespace ibid::glass
