// SPDX-License-Identifier: GPL-2.0-or-later
//
// Decoded text -> Report. Reads the English and Korean report forms and documents without any form;
// never fails: text that fits nothing becomes passages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/layout/find_date.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "corpus/text/decode.h"

namespace ibid {

// `report_id` becomes Report::id; `file_stem` is the title of last resort and a last source for the
// date. Fills everything but path, sha256 and size.
// Thread: safe.
Report parse_report(const DecodedText& decoded, std::string_view report_id,
                    std::string_view file_stem);

// Likewise, but hands the passages to `take`, in parts of some `part_bytes` of text, in their order
// and on the calling thread; what it throws passes through. Returns all but the passages and what
// conclude() fills in.
Report parse_in_parts(const DecodedText& decoded, std::string_view report_id,
                      std::string_view file_stem, std::uint64_t part_bytes, const TakeChunk& take);

}  // namespace ibid
