// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/place_reader.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/reader.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostKept = 64U << 20;  // bytes of files

}  // namespace

const std::optional<PlaceReader::PlacedFile>& PlaceReader::lines_of(const ReportInfo& report) {
  const auto known = files_.find(report.path);
  if (known != files_.end()) return known->second;
  if (kept_bytes_ > kMostKept) {
    files_.clear();
    kept_bytes_ = 0;
  }
  std::optional<PlacedFile>& file = files_[report.path];
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(report.path, error);
  if (error || size > kMaxPlacedFileBytes) return file;
  try {
    std::string bytes = read_file(report.path);
    const std::uint64_t read = bytes.size();
    file.emplace(PlacedFile{FileLines(std::move(bytes), report.encoding), read});
    kept_bytes_ += read;
  } catch (const Error&) {
    file.reset();  // treated as missing
  }
  return file;
}

std::optional<LineLocation> PlaceReader::read(const StoredPassage& passage) {
  return read(passage.report, passage.bytes.begin);
}

std::optional<LineLocation> PlaceReader::read(const ReportInfo& report, std::uint64_t offset) {
  if (report.extraction || report.elsewhere) return std::nullopt;
  const std::optional<PlacedFile>& file = lines_of(report);
  if (!file || offset >= file->size) return std::nullopt;
  return file->lines.at(offset);
}

}  // namespace ibid
