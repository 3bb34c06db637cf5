// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file on disk -> Report, whatever its format. One format a file: read_text.cc today.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/encoding.h"
#include "corpus/report.h"

namespace ibid {

// The bytes of a regular file. Throws Error{kInput} naming `path` and why (missing, no rights, a
// folder, a device, larger than kMaxFileBytes).
inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30;  // 2 GiB
std::string read_file(const std::string& path);

// Parses `bytes`, the content of `path`. The extension chooses the format; unknown ones are text.
// Fills every member of Report. `assumed`: the encoding where tell_encoding() would have to guess.
// Throws Error{kInput} for what is no text.
// Thread: safe.
Report read_report(const std::string& path, std::string_view bytes, std::string_view report_id,
                   std::optional<Encoding> assumed = {});

}  // namespace ibid
