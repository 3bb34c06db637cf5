// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invariants of every report, whatever it says: offsets lead back to the bytes, ids are unique,
// sentences and citations are where they claim to be. Used over samples, mutations and hostile
// input.
#pragma once

#include <string>
#include <string_view>

#include "corpus/report/report.h"

namespace ibid::testing {

// Fails the current test for each invariant of report.h that `report`, read from `bytes`, breaks.
void check_invariants(const Report& report, std::string_view bytes);

// Fails if bytes after the first heading are neither heading, passage, contents, bullet nor white
// space. Only for UTF-8 documents whose headings and passages have no marks besides bullets.
void check_nothing_is_lost(const Report& report, std::string_view bytes);

// Decodes and parses; the report's id is "r", its file stem "stem" unless given.
Report parse(std::string_view bytes, std::string_view stem = "stem");

inline std::string_view slice_of(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace ibid::testing
