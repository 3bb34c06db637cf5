// SPDX-License-Identifier: GPL-2.0-or-later
//
// Plain text and Markdown -> Report. One of the formats behind reader.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/encoding.h"
#include "corpus/report.h"

namespace ibid {

// Fills everything but path, sha256 and size. Throws Error{kInput} for bytes that are no text.
Report read_text(std::string_view file_stem, std::string_view bytes, std::string_view report_id,
                 std::optional<Encoding> assumed = {});

}  // namespace ibid
