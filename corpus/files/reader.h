// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file on disk -> Report. Its format is plain text or Markdown, whatever its extension.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "corpus/text/decode.h"
#include "corpus/text/encoding.h"

namespace ibid {

// The bytes of a regular file. Throws Error{kInput} naming `path` and why (missing, no rights, a
// folder, a device, larger than kMaxFileBytes).
inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30;  // 2 GiB
std::string read_file(const std::string& path);

// What a file holds, decoded: about as large as the file where that is well-formed UTF-8.
class UnparsedReport {
 public:
  // `bytes`: the content of `path`. `assumed`: the encoding where tell_encoding() would have to
  // guess. Throws Error{kInput} for what is no text.
  UnparsedReport(const std::string& path, std::string bytes, std::string_view report_id,
                 std::optional<Encoding> assumed = {});

  // As parse_in_parts(), with path, sha256 and size.
  // Thread: safe.
  Report parse(std::uint64_t part_bytes, const TakeChunk& take) const;
  // The whole report.
  Report parse() const;

 private:
  Report with_file(Report report) const;

  std::string path_, stem_, report_id_, sha256_;
  std::uint64_t size_;
  DecodedText decoded_;
};

// Parses `bytes`, as UnparsedReport does. Fills every member of Report.
// Thread: safe.
Report read_report(const std::string& path, std::string bytes, std::string_view report_id,
                   std::optional<Encoding> assumed = {});

}  // namespace ibid
