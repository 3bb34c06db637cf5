// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/sums_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "corpus/error.h"
#include "corpus/file_descriptor.h"
#include "indexer/glass/version_file.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"
#include "indexer/system/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kNumber = 8, kSum = 4;
constexpr std::size_t kVersion = kNumber + kSum;
constexpr std::size_t kSeal = 2 * kVersion + glass::kTables * 2 * kNumber + kNumber + 2 * kSum;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

std::uint32_t crc_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

void append_version(std::string& out, const VersionSum& version) {
  append_number(out, version.revision, kNumber);
  append_number(out, version.sum, kSum);
}

void append_seal(std::string& out, const SumsSeal& seal) {
  const std::size_t begin = out.size();
  append_version(out, seal.now);
  append_version(out, seal.before);
  for (const InodeStamp& stamp : seal.tables) {
    append_number(out, stamp.inode, kNumber);
    append_number(out, static_cast<std::uint64_t>(stamp.changed_ns), kNumber);
  }
  append_number(out, seal.places_size, kNumber);
  append_number(out, seal.places_sum, kSum);
  append_number(out, crc_of(std::string_view(out).substr(begin)), kSum);
}

std::string encode(const BlockSums& sums) {
  std::string out;
  append_version(out, sums.seal.now);
  for (const std::vector<std::uint32_t>& table : sums.tables) {
    append_number(out, table.size(), kNumber);
    for (const std::uint32_t sum : table) append_number(out, sum, kSum);
  }
  append_seal(out, sums.seal);
  append_number(out, crc_of(out), kSum);
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
  std::uint32_t take_sum() { return static_cast<std::uint32_t>(take(kSum)); }
  VersionSum take_version() {
    const std::uint64_t revision = take(kNumber);
    return {revision, take_sum()};
  }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

// Returns the bytes before the checksum that they end with, or nothing if it is not theirs.
std::optional<std::string_view> before_their_sum(std::string_view bytes) {
  if (bytes.size() < kSum) return std::nullopt;
  const std::string_view summed = bytes.substr(0, bytes.size() - kSum);
  if (number_at(bytes.data() + summed.size(), kSum) != crc_of(summed)) return std::nullopt;
  return summed;
}

// Of kSeal bytes.
std::optional<SumsSeal> decode_seal(std::string_view bytes) {
  const auto summed = before_their_sum(bytes);
  if (!summed) return std::nullopt;
  NumberReader in(*summed);
  SumsSeal seal;
  seal.now = in.take_version();
  seal.before = in.take_version();
  for (InodeStamp& stamp : seal.tables) {
    stamp.inode = in.take(kNumber);
    stamp.changed_ns = static_cast<std::int64_t>(in.take(kNumber));
  }
  seal.places_size = in.take(kNumber);
  seal.places_sum = in.take_sum();
  return seal;
}

// Returns nothing for bytes that encode() does not make, nor that of ibid 0.1.
std::optional<BlockSums> decode(std::string_view bytes) {
  const auto summed = before_their_sum(bytes);
  if (!summed || summed->size() < kVersion + glass::kTables * kNumber) return std::nullopt;
  NumberReader in(*summed);
  BlockSums sums;
  sums.seal.now = in.take_version();
  for (std::vector<std::uint32_t>& table : sums.tables) {
    if (in.left() < kNumber) return std::nullopt;
    const std::uint64_t blocks = in.take(kNumber);
    if (blocks > in.left() / kSum) return std::nullopt;
    table.resize(blocks);
    for (std::uint32_t& sum : table) sum = in.take_sum();
  }
  if (in.left() == 0) return sums;
  if (in.left() != kSeal) return std::nullopt;
  const auto seal = decode_seal(summed->substr(summed->size() - kSeal));
  if (!seal || seal->now != sums.seal.now) return std::nullopt;
  sums.seal = *seal;
  sums.sealed = true;
  return sums;
}

std::string unfinished_path(const std::string& database_dir) {
  return sums_path(database_dir) + ".tmp";
}

// The last `most` bytes of a file, or all of a shorter one; nothing if it is missing.
std::optional<std::string> read_end(const std::string& path, std::size_t most) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open() && errno == ENOENT) return std::nullopt;
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0) {
    fail_system("cannot read " + path, errno);
  }
  const std::size_t size = std::min(most, static_cast<std::size_t>(status.st_size));
  const off_t begin = status.st_size - static_cast<off_t>(size);
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n =
        ::pread(file.get(), bytes.data() + got, size - got, begin + static_cast<off_t>(got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot read " + path, errno);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

}  // namespace

VersionSum version_sum(std::string_view version_file) {
  return {glass::decode_tree_roots(version_file).revision, crc_of(version_file)};
}

std::string sums_path(const std::string& database_dir) {
  return database_dir + "/" + schema::kSumsFile;
}

std::optional<BlockSums> read_sums(const std::string& database_dir) {
  const auto bytes = read_if_there(sums_path(database_dir));
  return bytes ? decode(*bytes) : std::nullopt;
}

std::optional<SumsSeal> read_seal(const std::string& database_dir) {
  const auto end = read_end(sums_path(database_dir), kSeal + kSum);
  if (!end || end->size() < kSeal + kSum) return std::nullopt;
  return decode_seal(std::string_view(*end).substr(0, kSeal));
}

void write_sums(const std::string& database_dir, const BlockSums& sums) {
  write_durably(unfinished_path(database_dir), encode(sums));
  rename_or_throw(unfinished_path(database_dir), sums_path(database_dir));
  sync_folder(database_dir);
}

void remove_unfinished_sums(const std::string& database_dir) {
  ::unlink(unfinished_path(database_dir).c_str());  // usually there is none
}

std::array<InodeStamp, glass::kTables> stamp_tables(const std::string& database_dir) {
  std::array<InodeStamp, glass::kTables> stamps;
  for (std::size_t t = 0; t < glass::kTables; ++t) {
    struct stat status {};
    if (::stat((database_dir + "/" + glass::kTableFiles[t]).c_str(), &status) != 0) continue;
    stamps[t] = {status.st_ino, status.st_ctim.tv_sec * kNanoseconds + status.st_ctim.tv_nsec};
  }
  return stamps;
}

void seal_places(const std::string& database_dir, SumsSeal& seal) {
  const std::string path = database_dir + "/" + schema::kPlacesFile;
  struct stat status {};
  seal.places_size = 0;
  seal.places_sum = 0;
  const auto end = read_end(path, kSum);
  if (!end || end->size() < kSum || ::stat(path.c_str(), &status) != 0) return;
  seal.places_size = static_cast<std::uint64_t>(status.st_size);
  seal.places_sum = static_cast<std::uint32_t>(number_at(end->data(), kSum));
}

}  // namespace ibid
