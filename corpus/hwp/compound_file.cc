// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hwp/compound_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/hwp/little_endian.h"

namespace ibid {
namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr std::size_t kHeaderFatSectors = 109;
constexpr std::uint32_t kLastRegular = 0xFFFFFFFA;  // greater ones are not sectors
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr unsigned kStorage = 1, kStream = 2, kRoot = 5;

[[noreturn]] void damaged(std::string_view what) {
  throw Error(ErrorKind::kInput, fmt::format("it is damaged, get a new copy: {}", what));
}

std::vector<std::uint32_t> numbers_of(std::string_view bytes) {
  std::vector<std::uint32_t> numbers(bytes.size() / 4);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = u32_at(bytes, i * 4);
  return numbers;
}

}  // namespace

bool looks_like_compound_file(std::string_view bytes) { return bytes.starts_with(kSignature); }

CompoundFile::CompoundFile(std::string_view bytes, const ReaderLimits& limits)
    : bytes_(bytes), limits_(limits) {
  if (!looks_like_compound_file(bytes)) {
    throw Error(ErrorKind::kInput, "it is not an HWP 5 file: it is not a compound file");
  }
  if (bytes.size() < kHeaderBytes) damaged("its header is cut off");
  const std::string_view header = bytes.substr(0, kHeaderBytes);
  read_header(header);
  read_fat(header);
  read_directory(u32_at(header, 48));
  if (entries_.empty() || entries_[0].type != kRoot) damaged("its directory has no root");
  read_mini_stream(header, entries_[0]);
  collect_streams(entries_[0].child);
}

void CompoundFile::read_header(std::string_view header) {
  const std::uint32_t shift = u16_at(header, 30), mini_shift = u16_at(header, 32);
  if ((shift != 9 && shift != 12) || mini_shift != 6 || u16_at(header, 28) != 0xFFFE) {
    damaged("its header names no known size of sectors");
  }
  sector_size_ = std::size_t{1} << shift;
  mini_size_ = std::size_t{1} << mini_shift;
  mini_cutoff_ = std::min<std::uint64_t>(u32_at(header, 56), 1 << 20);
  // The header takes a whole sector. The last one may be cut off.
  const std::uint64_t behind = bytes_.size() - std::min(bytes_.size(), sector_size_);
  sectors_ = static_cast<std::uint32_t>(
      std::min<std::uint64_t>((behind + sector_size_ - 1) / sector_size_, kLastRegular));
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  return bytes_.substr((std::size_t{number} + 1) * sector_size_, sector_size_);
}

// The table that chains the sectors is itself in sectors: the first 109 are named in the header,
// the others in a chain of their own.
void CompoundFile::read_fat(std::string_view header) {
  std::vector<std::uint32_t> parts;
  for (std::size_t i = 0; i < kHeaderFatSectors; ++i) parts.push_back(u32_at(header, 76 + i * 4));
  const std::size_t per_sector = sector_size_ / 4 - 1;
  std::uint32_t next = u32_at(header, 68);
  for (std::uint32_t count = 0; next < kLastRegular; ++count) {
    if (next >= sectors_ || count >= sectors_) damaged("the list of its tables is broken");
    const std::vector<std::uint32_t> more = numbers_of(sector(next));
    if (more.size() <= per_sector) damaged("the list of its tables is cut off");
    parts.insert(parts.end(), more.begin(), more.end() - 1);
    next = more.back();
  }
  std::vector<bool> taken(sectors_);
  for (const std::uint32_t part : parts) {
    if (part >= kLastRegular) continue;
    if (part >= sectors_ || taken[part]) damaged("one of its tables is not there");
    taken[part] = true;
    const std::vector<std::uint32_t> links = numbers_of(sector(part));
    fat_.insert(fat_.end(), links.begin(), links.end());
  }
}

std::string CompoundFile::chain(std::uint32_t first, std::uint64_t size, const char* what) const {
  std::string out;
  if (size != kWhole) {
    if (size > bytes_.size()) damaged(fmt::format("{} is longer than the file", what));
    out.reserve(size);
  }
  std::vector<bool> seen(sectors_);
  for (std::uint32_t at = first; size == kWhole ? at < kLastRegular : out.size() < size;) {
    if (at >= sectors_ || at >= fat_.size()) damaged(fmt::format("{} is cut off", what));
    if (seen[at]) damaged(fmt::format("{} goes in a circle", what));
    seen[at] = true;
    const std::string_view piece = sector(at);
    out += size == kWhole ? piece : piece.substr(0, size - out.size());
    at = fat_[at];
    // A sector that the file's end cuts off is the last one.
    if (piece.size() < sector_size_) {
      if (size != kWhole && out.size() < size) damaged(fmt::format("{} is cut off", what));
      break;
    }
  }
  return out;
}

void CompoundFile::read_directory(std::uint32_t first) {
  const std::string directory = chain(first, kWhole, "its directory");
  const std::string_view all = directory;
  for (std::size_t at = 0; at + kEntryBytes <= all.size(); at += kEntryBytes) {
    const std::string_view raw = all.substr(at, kEntryBytes);
    Entry entry;
    const std::size_t name = std::min<std::size_t>(u16_at(raw, 64), 64);
    entry.name = utf16_text(raw.substr(0, name < 2 ? 0 : name - 2));  // a NUL ends it
    entry.type = byte_at(raw, 66);
    entry.left = u32_at(raw, 68);
    entry.right = u32_at(raw, 72);
    entry.child = u32_at(raw, 76);
    entry.first = u32_at(raw, 116);
    // The upper half of version 3 may hold anything.
    entry.size = sector_size_ == 512 ? u32_at(raw, 120) : u64_at(raw, 120);
    entries_.push_back(std::move(entry));
    if (entries_.size() > std::size_t{limits_.entries} * 2) {
      throw Error(ErrorKind::kInput, fmt::format("it has more than {} streams", limits_.entries));
    }
  }
}

void CompoundFile::read_mini_stream(std::string_view header, const Entry& root) {
  if (u32_at(header, 60) >= kLastRegular || root.size == 0) return;
  mini_fat_ = numbers_of(chain(u32_at(header, 60), kWhole, "the table of its small streams"));
  mini_stream_ = chain(root.first, root.size, "the stream of its small streams");
}

// Walks the trees of siblings; each entry is met once.
void CompoundFile::collect_streams(std::uint32_t root_child) {
  struct Step {
    std::uint32_t entry;
    std::string folder;
  };
  std::vector<bool> met(entries_.size());
  std::vector<Step> open = {{root_child, ""}};
  while (!open.empty()) {
    const Step step = std::move(open.back());
    open.pop_back();
    if (step.entry == kNoEntry) continue;
    if (step.entry >= entries_.size() || met[step.entry]) damaged("its directory is not a tree");
    met[step.entry] = true;
    const Entry& entry = entries_[step.entry];
    const std::string path = step.folder + entry.name;
    // Real paths have three parts at most; many storages within each other would take memory.
    if (path.size() > 1024) damaged("a stream's name is too long");
    open.push_back({entry.left, step.folder});
    open.push_back({entry.right, step.folder});
    if (entry.name.find('/') != std::string::npos) damaged("a stream's name has a slash in it");
    if (entry.type == kStorage) open.push_back({entry.child, path + '/'});
    if (entry.type == kStream) streams_.push_back({path, entry.first, entry.size});
  }
  std::sort(streams_.begin(), streams_.end(),
            [](const Stream& a, const Stream& b) { return a.name < b.name; });
  const auto same = [](const Stream& a, const Stream& b) { return a.name == b.name; };
  if (std::adjacent_find(streams_.begin(), streams_.end(), same) != streams_.end()) {
    damaged("two of its streams have one name");
  }
}

const CompoundFile::Stream* CompoundFile::find(std::string_view name) const {
  const auto at =
      std::lower_bound(streams_.begin(), streams_.end(), name,
                       [](const Stream& stream, std::string_view n) { return stream.name < n; });
  return at != streams_.end() && at->name == name ? &*at : nullptr;
}

bool CompoundFile::has_storage(std::string_view name) const {
  return std::any_of(streams_.begin(), streams_.end(), [&](const Stream& stream) {
    return stream.name.starts_with(name) && stream.name.substr(name.size()).starts_with('/');
  });
}

std::string CompoundFile::mini_chain(const Stream& stream) const {
  std::string out;
  std::vector<bool> seen(mini_fat_.size());
  for (std::uint32_t at = stream.first; out.size() < stream.size; at = mini_fat_[at]) {
    const std::uint64_t begin = std::uint64_t{at} * mini_size_;
    if (at >= mini_fat_.size() || begin >= mini_stream_.size()) {
      damaged(fmt::format("{} is cut off", stream.name));
    }
    if (seen[at]) damaged(fmt::format("{} goes in a circle", stream.name));
    seen[at] = true;
    const std::uint64_t most = std::min<std::uint64_t>(mini_size_, stream.size - out.size());
    out += std::string_view(mini_stream_).substr(begin, most);
    if (begin + mini_size_ > mini_stream_.size() && out.size() < stream.size) {
      damaged(fmt::format("{} is cut off", stream.name));
    }
  }
  return out;
}

std::string CompoundFile::read(const Stream& stream) const {
  if (stream.size < mini_cutoff_) return mini_chain(stream);
  return chain(stream.first, stream.size, stream.name.c_str());
}

}  // namespace ibid
