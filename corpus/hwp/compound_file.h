// SPDX-License-Identifier: GPL-2.0-or-later
//
// The streams of a compound file (OLE, [MS-CFB]): a small file system in a file, in sectors that
// are chained by tables. Nothing that the tables say is believed: a chain has each sector once, and
// leads to none outside the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// True for the begin of a compound file.
bool looks_like_compound_file(std::string_view bytes);

class CompoundFile {
 public:
  struct Stream {
    std::string name;  // with the storages that it is in: "BodyText/Section0"
    std::uint32_t first = 0;
    std::uint64_t size = 0;
  };

  // `bytes` are lent for its life. Throws Error{kInput}: they are not a compound file, its tables
  // or its directory are damaged, or it has two streams of one name or more than `limits.entries`.
  CompoundFile(std::string_view bytes, const ReaderLimits& limits);

  const std::vector<Stream>& streams() const { return streams_; }
  // nullptr if there is none.
  const Stream* find(std::string_view name) const;
  // True if there is a stream in the storage `name`.
  bool has_storage(std::string_view name) const;

  // Throws Error{kInput} with the stream's name if its sectors are not there.
  std::string read(const Stream& stream) const;

 private:
  struct Entry {
    std::string name;
    unsigned type = 0;
    std::uint32_t left = 0, right = 0, child = 0;
    std::uint32_t first = 0;
    std::uint64_t size = 0;
  };

  void read_header(std::string_view header);
  void read_fat(std::string_view header);
  void read_directory(std::uint32_t first);
  void read_mini_stream(std::string_view header, const Entry& root);
  void collect_streams(std::uint32_t root_child);
  std::string_view sector(std::uint32_t number) const;
  // The bytes of a chain; of as many sectors as it has, if no size is given.
  std::string chain(std::uint32_t first, std::uint64_t size, const char* what) const;
  std::string mini_chain(const Stream& stream) const;

  static constexpr std::uint64_t kWhole = ~std::uint64_t{0};

  std::string_view bytes_;
  ReaderLimits limits_;
  std::size_t sector_size_ = 512;
  std::size_t mini_size_ = 64;
  std::uint64_t mini_cutoff_ = 4096;
  std::uint32_t sectors_ = 0;
  std::vector<std::uint32_t> fat_, mini_fat_;
  std::string mini_stream_;
  std::vector<Entry> entries_;
  std::vector<Stream> streams_;
};

}  // namespace ibid
