// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes bundles; bundle_layout.cc reads them.
#include "search/bundles/bundle_archive.h"

#include <fmt/core.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle_layout.h"
#include "search/render/escape_terminal.h"

namespace ibid {
namespace {

// The size of the archive at most; throws beyond the limits.
std::uint64_t checked_size(const std::vector<BundleFile>& files) {
  std::uint64_t bytes = 0;
  for (const BundleFile& file : files) {
    if (!is_bundle_name(file.name)) {
      throw Error(ErrorKind::kUsage, fmt::format("\"{}\" is not a name for a file of a bundle",
                                                 escape_terminal(file.name)));
    }
    bytes += file.bytes.size() + 2 * (file.name.size() + 128);
  }
  if (bytes > kMaxBundleBytes || files.size() > kMaxBundleFiles) {
    throw Error(ErrorKind::kUsage,
                fmt::format("a bundle holds at most {} files and {} bytes, this one would have {} "
                            "and {}; make several",
                            kMaxBundleFiles, kMaxBundleBytes, files.size(), bytes));
  }
  return bytes;
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
  std::string out, headers;
  out.reserve(checked_size(files));
  for (const BundleFile& file : files) {
    const BundleEntry entry{file.name, file.bytes, entry_offset(out.size(), file.name)};
    const std::uint64_t crc = entry_crc(entry);
    out += local_header(entry, crc);
    out += file.bytes;
    headers += central_header(entry, crc);
  }
  const std::string end = end_record({files.size(), out.size(), headers.size()});
  out += headers;
  out += end;
  return out += sha256_hex(out);
}

}  // namespace ibid
