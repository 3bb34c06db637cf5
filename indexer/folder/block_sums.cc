// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/block_sums.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <libdeflate.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/error.h"
#include "corpus/file_descriptor.h"
#include "indexer/glass/tree_walk.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"
#include "indexer/system/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kRevisionBytes = 8, kCountBytes = 8, kSumBytes = 4;
constexpr std::size_t kHeadBytes = kRevisionBytes + kSumBytes;

using glass::TreeBlock;
using glass::TreeRoots;

struct BlockSums {
  std::uint64_t revision = 0;
  std::uint32_t version_file = 0;
  std::array<std::vector<std::uint32_t>, glass::kTables> tables;  // by number of block
};

std::uint32_t crc_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

std::string table_path(const std::string& database_dir, std::size_t table) {
  return database_dir + "/" + glass::kTableFiles[table];
}

std::string sums_path(const std::string& database_dir) {
  return database_dir + "/" + schema::kSumsFile;
}

std::string unfinished_path(const std::string& database_dir) {
  return sums_path(database_dir) + ".tmp";
}

// The revision and the sum of the version file; less if the file is missing or shorter.
std::string head_of(const std::string& path) {
  std::string head(kHeadBytes, '\0');
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open() && errno == ENOENT) return "";
  if (!file.is_open()) fail_system("cannot read " + path, errno);
  const ssize_t got = ::pread(file.get(), head.data(), head.size(), 0);
  if (got < 0) fail_system("cannot read " + path, errno);
  head.resize(static_cast<std::size_t>(got));
  return head;
}

std::string encode(const BlockSums& sums) {
  std::string out;
  append_number(out, sums.revision, kRevisionBytes);
  append_number(out, sums.version_file, kSumBytes);
  for (const std::vector<std::uint32_t>& table : sums.tables) {
    append_number(out, table.size(), kCountBytes);
    for (const std::uint32_t sum : table) append_number(out, sum, kSumBytes);
  }
  append_number(out, crc_of(out), kSumBytes);
  return out;
}

// Takes numbers from the front; the caller makes sure that there are enough bytes.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t take(std::size_t count) {
    const std::uint64_t number = number_at(bytes_.data(), count);
    bytes_.remove_prefix(count);
    return number;
  }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

// Returns nothing for bytes that encode() does not make.
std::optional<BlockSums> decode(std::string_view bytes) {
  if (bytes.size() < kHeadBytes + glass::kTables * kCountBytes + kSumBytes) return std::nullopt;
  const std::string_view summed = bytes.substr(0, bytes.size() - kSumBytes);
  if (NumberReader(bytes.substr(summed.size())).take(kSumBytes) != crc_of(summed)) {
    return std::nullopt;
  }
  NumberReader in(summed);
  BlockSums sums;
  sums.revision = in.take(kRevisionBytes);
  sums.version_file = static_cast<std::uint32_t>(in.take(kSumBytes));
  for (std::vector<std::uint32_t>& table : sums.tables) {
    if (in.left() < kCountBytes) return std::nullopt;
    const std::uint64_t blocks = in.take(kCountBytes);
    if (blocks > in.left() / kSumBytes) return std::nullopt;
    table.resize(blocks);
    for (std::uint32_t& sum : table) sum = static_cast<std::uint32_t>(in.take(kSumBytes));
  }
  return sums;
}

void write(const std::string& database_dir, const BlockSums& sums) {
  write_durably(unfinished_path(database_dir), encode(sums));
  rename_or_throw(unfinished_path(database_dir), sums_path(database_dir));
  sync_folder(database_dir);
}

// Brings `sums` to the state of the database by summing newer blocks.
void add_newer(const std::string& database_dir, const std::string& version_file, BlockSums& sums) {
  const TreeRoots roots = glass::decode_tree_roots(version_file);
  for (std::size_t t = 0; t < glass::kTables; ++t) {
    std::vector<std::uint32_t>& table = sums.tables[t];
    table.resize(roots.tables[t].first_unused_block);
    walk_tree(table_path(database_dir, t), roots.tables[t], [&](const TreeBlock& block) {
      if (block.revision <= sums.revision) return false;
      table[block.number] = crc_of(block.bytes);
      return true;
    });
  }
  sums.revision = roots.revision;
  sums.version_file = crc_of(version_file);
}

std::string damaged(const char* file) { return std::string(file) + " is damaged"; }

class Check {
 public:
  Check(const std::string& database_dir, const BlockSums& sums) : dir_(database_dir), sums_(sums) {}

  std::vector<std::string> run() {
    const std::string version_file = glass::read_version_file(dir_);
    try {
      roots_ = glass::decode_tree_roots(version_file);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kIndex) throw;
      return {damaged(glass::kVersionFile)};
    }
    if (!is_sound(version_file)) return {damaged(glass::kVersionFile)};
    std::vector<std::string> findings;
    for (std::size_t t = 0; t < glass::kTables; ++t) {
      if (auto finding = check_table(t)) findings.push_back(std::move(*finding));
    }
    return findings;
  }

 private:
  // A newer revision than that of the sums is right if a commit was cut off before its sums, or
  // failed, which Xapian notes by a revision that changes nothing.
  bool is_sound(const std::string& version_file) const {
    if (roots_.revision == sums_.revision) return crc_of(version_file) == sums_.version_file;
    return roots_.revision > sums_.revision;
  }

  std::optional<std::string> check_table(std::size_t t) const {
    const std::uint64_t size = roots_.tables[t].block_size;
    std::uint64_t broken = 0, first = 0;
    walk_tree(table_path(dir_, t), roots_.tables[t], [&](const TreeBlock& block) {
      if (block.bytes.size() == size && is_as_written(t, block)) return true;
      if (++broken == 1) first = block.number * size;
      return false;
    });
    if (broken == 0) return std::nullopt;
    return fmt::format("{}: {} of its blocks {} not as written, the first at byte {}",
                       damaged(glass::kTableFiles[t]), broken, broken == 1 ? "is" : "are", first);
  }

  bool is_as_written(std::size_t t, const TreeBlock& block) const {
    if (block.revision > sums_.revision) return block.revision <= roots_.revision;
    const std::vector<std::uint32_t>& table = sums_.tables[t];
    return block.number < table.size() && crc_of(block.bytes) == table[block.number];
  }

  const std::string& dir_;
  const BlockSums& sums_;
  TreeRoots roots_;
};

}  // namespace

void make_block_sums(const std::string& database_dir) {
  BlockSums sums;
  add_newer(database_dir, glass::read_version_file(database_dir), sums);
  write(database_dir, sums);
}

void update_block_sums(const std::string& database_dir) {
  const std::string version_file = glass::read_version_file(database_dir);
  auto sums = decode(read_if_there(sums_path(database_dir)).value_or(""));
  if (!sums) return;
  if (glass::decode_tree_roots(version_file).revision <= sums->revision) {
    ::unlink(unfinished_path(database_dir).c_str());  // left by a killed run; usually none
    return;
  }
  add_newer(database_dir, version_file, *sums);
  write(database_dir, *sums);
}

std::vector<std::string> check_block_sums(const std::string& database_dir) {
  if (glass::read_version_file(database_dir).empty()) return {damaged(glass::kVersionFile)};
  const auto bytes = read_if_there(sums_path(database_dir));
  const std::string file = std::string("the file of checksums, ") + schema::kSumsFile + ", is ";
  if (!bytes) return {file + "missing"};
  const auto sums = decode(*bytes);
  if (!sums) return {file + "damaged"};
  return Check(database_dir, *sums).run();
}

void refuse_damaged_version_file(const std::string& database_dir) {
  const std::string head = head_of(sums_path(database_dir));
  const std::string bytes = glass::read_version_file(database_dir);
  if (head.size() < kHeadBytes || bytes.empty()) return;
  NumberReader in(head);
  const std::uint64_t revision = in.take(kRevisionBytes);
  bool sound = false;
  try {
    sound =
        glass::decode_tree_roots(bytes).revision != revision || in.take(kSumBytes) == crc_of(bytes);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
  }
  if (sound) return;
  throw Error(ErrorKind::kIndex, "cannot open the index: " + damaged(glass::kVersionFile) + " in " +
                                     database_dir + "; run `ibid index --rebuild`");
}

}  // namespace ibid
