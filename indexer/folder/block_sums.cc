// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/block_sums.h"

#include <fmt/core.h>
#include <libdeflate.h>

#include <cstdint>
#include <optional>

#include "corpus/error.h"
#include "indexer/glass/tree_walk.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace ibid {
namespace {

using glass::TreeBlock;
using glass::TreeRoots;

std::uint32_t crc_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

std::string table_path(const std::string& database_dir, std::size_t table) {
  return database_dir + "/" + glass::kTableFiles[table];
}

// Sums the blocks in use that are newer than `revision`.
void add_newer(const std::string& database_dir, const TreeRoots& roots, std::uint64_t revision,
               BlockSums& sums) {
  for (std::size_t t = 0; t < glass::kTables; ++t) {
    std::vector<std::uint32_t>& table = sums.tables[t];
    table.resize(roots.tables[t].first_unused_block);
    walk_tree(table_path(database_dir, t), roots.tables[t], [&](const TreeBlock& block) {
      if (block.revision <= revision) return false;
      table[block.number] = crc_of(block.bytes);
      return true;
    });
  }
}

std::string damaged(const char* file) { return std::string(file) + " is damaged"; }

bool is_as_written(const std::vector<std::uint32_t>& sums, const TreeBlock& block) {
  return block.number < sums.size() && crc_of(block.bytes) == sums[block.number];
}

std::string check_blocks(const std::string& path, const char* name, const glass::TableRoot& root,
                         const std::vector<std::uint32_t>& sums, Blocks blocks) {
  const std::uint64_t size = root.block_size;
  const glass::Leaves leaves =
      blocks == Blocks::kAll ? glass::Leaves::kVisit : glass::Leaves::kSkip;
  std::uint64_t broken = 0, first = 0;
  const auto visit = [&](const TreeBlock& block) {
    if (block.bytes.size() == size && is_as_written(sums, block)) return true;
    if (++broken == 1) first = block.number * size;
    return false;
  };
  walk_tree(path, root, visit, leaves);
  if (broken == 0) return "";
  return fmt::format("{}: {} of its blocks {} not as written, the first at byte {}", damaged(name),
                     broken, broken == 1 ? "is" : "are", first);
}

}  // namespace

void make_block_sums(const std::string& database_dir) {
  const std::string version_file = glass::read_version_file(database_dir);
  BlockSums sums;
  add_newer(database_dir, glass::decode_tree_roots(version_file), 0, sums);
  sums.seal.now = version_sum(version_file);
  sums.seal.tables = stamp_tables(database_dir);
  seal_places(database_dir, sums.seal);
  write_sums(database_dir, sums);
}

void commit_with_sums(const std::string& database_dir, std::string_view before,
                      std::string_view version_file) {
  auto sums = read_sums(database_dir);
  if (!sums) {
    throw Error(ErrorKind::kIndex, "cannot write to the index " + database_dir + ": its file of " +
                                       "checksums is damaged; run `ibid index --rebuild`");
  }
  if (!sums->sealed) seal_places(database_dir, sums->seal);
  sums->seal.before = version_sum(before);
  sums->seal.now = version_sum(version_file);
  add_newer(database_dir, glass::decode_tree_roots(version_file), sums->seal.before.revision,
            *sums);
  sums->seal.tables = stamp_tables(database_dir);
  write_sums(database_dir, *sums);
  if (glass::read_version_file(database_dir) == version_file) return;
  glass::publish_version_file(database_dir, version_file);
}

std::string check_table(const std::string& database_dir, std::string_view version_file,
                        const BlockSums& sums, std::size_t table, Blocks blocks) {
  const glass::TableRoot root = glass::decode_tree_roots(version_file).tables[table];
  return check_blocks(table_path(database_dir, table), glass::kTableFiles[table], root,
                      sums.tables[table], blocks);
}

std::vector<std::string> check_block_sums(const std::string& database_dir) {
  const std::string version_file = glass::read_version_file(database_dir);
  if (version_file.empty()) return {damaged(glass::kVersionFile)};
  const std::string file = std::string("the file of checksums, ") + schema::kSumsFile + ", is ";
  if (!read_if_there(sums_path(database_dir))) return {file + "missing"};
  const auto sums = read_sums(database_dir);
  if (!sums) return {file + "damaged"};
  try {
    if (!sums->seal.knows(version_sum(version_file))) {
      return {std::string(glass::kVersionFile) + " is damaged, or of another state than the " +
              "checksums"};
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    return {damaged(glass::kVersionFile)};
  }
  std::vector<std::string> findings;
  for (std::size_t t = 0; t < glass::kTables; ++t) {
    std::string finding = check_table(database_dir, version_file, *sums, t, Blocks::kAll);
    if (!finding.empty()) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace ibid
