// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file of checksums in a database's folder, which binds all other files there to one state.
//
// File, numbers little-endian: 8 bytes: the revision; 4: CRC-32 of the version file; for each table
// in the order of glass::kTableFiles 8 bytes: the number of blocks, and for each 4: its CRC-32, or
// 0 for one that was never in use; then the seal; 4: CRC-32 (RFC 1952) of all before.
//
// Seal: revision and CRC of the version file, again; 8 and 4 bytes: the same of the state before, 0
// if there was none; for each table 8 bytes: its inode, and 8: when the inode last changed, in
// nanoseconds; 8 bytes: the size of the file of positions, 4: the CRC-32 that it ends with, 0 if
// there is no such file; 4: CRC-32 of the seal before. ibid 0.1 wrote no seal, and ignores it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/format.h"

namespace ibid {

// A state of the database, known by its version file.
struct VersionSum {
  std::uint64_t revision = 0;
  std::uint32_t sum = 0;
  bool operator==(const VersionSum&) const = default;
};
// Throws Error{kIndex} for bytes that are no version file.
VersionSum version_sum(std::string_view version_file);

// No program can set when an inode changed: while both are as they were, nobody has written to the
// file.
struct InodeStamp {
  std::uint64_t inode = 0;
  std::int64_t changed_ns = 0;
  bool operator==(const InodeStamp&) const = default;
};

// What is known of the other files without reading them.
struct SumsSeal {
  VersionSum now, before;
  std::array<InodeStamp, glass::kTables> tables = {};
  std::uint64_t places_size = 0;
  std::uint32_t places_sum = 0;

  bool knows(const VersionSum& version) const { return version == now || version == before; }
  bool operator==(const SumsSeal&) const = default;
};

struct BlockSums {
  SumsSeal seal;
  bool sealed = false;  // false for one of ibid 0.1, whose seal is only `now`
  std::array<std::vector<std::uint32_t>, glass::kTables> tables;  // by number of block
};

std::string sums_path(const std::string& database_dir);

// Returns nothing if the file is missing or damaged. Throws Error{kSystem}.
std::optional<BlockSums> read_sums(const std::string& database_dir);
// The same of its end only. A file without a seal has none.
std::optional<SumsSeal> read_seal(const std::string& database_dir);
// Replaces the file durably. Throws Error{kSystem}; the old one is then unchanged.
void write_sums(const std::string& database_dir, const BlockSums& sums);
// Removes what a killed write_sums() left.
void remove_unfinished_sums(const std::string& database_dir);

// Of all tables as they are; zeros for those that are not there.
std::array<InodeStamp, glass::kTables> stamp_tables(const std::string& database_dir);
// Sets the seal's size and sum of the file of positions.
void seal_places(const std::string& database_dir, SumsSeal& seal);

}  // namespace ibid
