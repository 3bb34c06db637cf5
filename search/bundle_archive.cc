// SPDX-License-Identifier: GPL-2.0-or-later
//
// The writing half, by libzip; see bundle_layout.cc for the reading half.
#include "search/bundle_archive.h"

#include <fmt/core.h>
#include <zip.h>

#include <algorithm>
#include <memory>

#include "corpus/code_points.h"
#include "corpus/error.h"
#include "corpus/passage_id.h"
#include "search/bundle_layout.h"
#include "search/escape_terminal.h"

namespace ibid {
namespace {

constexpr zip_uint32_t kRegularFile = 0100644U << 16;  // rw-r--r--, as Unix attributes
constexpr zip_uint16_t kFirstDay = 33;                 // 1980-01-01, the first that DOS can tell

[[noreturn]] void fail(const std::string& why) {
  throw Error(ErrorKind::kSystem, "cannot make the bundle's archive: " + why);
}

struct CloseSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

void check_limits(const std::vector<BundleFile>& files) {
  std::uint64_t bytes = 0;
  for (const BundleFile& file : files) {
    if (!is_bundle_name(file.name)) {
      throw Error(ErrorKind::kUsage, fmt::format("\"{}\" is no name for a file of a bundle",
                                                 escape_terminal(file.name)));
    }
    bytes += file.bytes.size() + 2 * (file.name.size() + 128);
  }
  if (bytes > kMaxBundleBytes || files.size() > kMaxBundleFiles) {
    throw Error(ErrorKind::kUsage,
                fmt::format("a bundle holds {} files and {} bytes at most, this one would have {} "
                            "and {}; make several",
                            kMaxBundleFiles, kMaxBundleBytes, files.size(), bytes));
  }
}

void add(zip_t* archive, const BundleFile& file) {
  zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
  if (source == nullptr) fail(zip_strerror(archive));
  const zip_int64_t index =
      zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
  if (index < 0) {
    zip_source_free(source);
    fail(zip_strerror(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(archive, at, 0, kFirstDay, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kRegularFile) != 0) {
    fail(zip_strerror(archive));
  }
}

std::string read_all(zip_source_t* buffer) {
  zip_stat_t stat;
  if (zip_source_open(buffer) != 0 || zip_source_stat(buffer, &stat) != 0) {
    fail(zip_error_strerror(zip_source_error(buffer)));
  }
  std::string out(stat.size, '\0');
  if (zip_source_read(buffer, out.data(), out.size()) != static_cast<zip_int64_t>(out.size())) {
    fail("its end is missing");
  }
  zip_source_close(buffer);
  return out;
}

}  // namespace

bool is_bundle_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxBundleNameBytes || !is_utf8(name)) return false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c <= U' ' || c == U'\\' || c == U':' || is_space(c) || is_terminal_control(c)) return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string write_bundle_archive(const std::vector<BundleFile>& files) {
  check_limits(files);
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, CloseSource> buffer(
      zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail(zip_error_strerror(&error));
  zip_source_keep(buffer.get());  // the archive takes one hold on it, the other stays ours
  std::unique_ptr<zip_t, DiscardArchive> archive(
      zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(buffer.get());
    fail(zip_error_strerror(&error));
  }
  for (const BundleFile& file : files) add(archive.get(), file);
  const std::string unsealed = std::string(kSealHead) + std::string(kSealDigits, '0');
  zip_set_archive_comment(archive.get(), unsealed.data(),
                          static_cast<zip_uint16_t>(unsealed.size()));
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  archive.release();  // zip_close() has freed it
  std::string out = read_all(buffer.get());
  const std::size_t seal = out.size() - kSealDigits;
  return out.replace(seal, kSealDigits, sha256_hex(std::string_view(out).substr(0, seal)));
}

}  // namespace ibid
