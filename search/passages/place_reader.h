// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where passages stand in their files as people, editors and terminals count: in lines and columns.
// Reads the reports' files: an index holds bytes only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "search/passages/file_lines.h"
#include "search/passages/stored_passage.h"

namespace ibid {

// Of a larger file only bytes are given: its lines would have to be counted for each answer.
inline constexpr std::uint64_t kMaxPlacedFileBytes = std::uint64_t{16} << 20;

// Thread: one object, one thread.
class PlaceReader {
 public:
  // Where the passage begins. Returns nothing for files of other formats than text, and if the file
  // is missing, cannot be read, ends before that byte or is larger than kMaxPlacedFileBytes. Of a
  // file that has changed since it was indexed the answer is about what it holds now: do not ask
  // for stale passages.
  std::optional<LineLocation> read(const StoredPassage& passage);
  // The same for another byte of the report's file, such as the first of a sentence.
  std::optional<LineLocation> read(const ReportInfo& report, std::uint64_t offset);

 private:
  struct PlacedFile {
    FileLines lines;
    std::uint64_t size = 0;
  };
  const std::optional<PlacedFile>& lines_of(const ReportInfo& report);

  // By path. Kept up to a bound, because hits of one report come in any order.
  std::map<std::string, std::optional<PlacedFile>> files_;
  std::uint64_t kept_bytes_ = 0;
};

}  // namespace ibid
