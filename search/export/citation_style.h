// SPDX-License-Identifier: GPL-2.0-or-later
//
// A citation in words, for people to paste. For a bibliography in an exact style, use CSL-JSON and
// a citation processor. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/export/cited_work.h"

namespace ibid {

// kNote: author, publisher, title, ISO date, page or section, address; the same in every language.
// kApa, kChicago: close to these styles, with dates in the words of the work's language.
enum class CitationStyle : std::uint8_t { kNote, kApa, kChicago };

struct StyledSpan {
  enum class Look : std::uint8_t { kPlain, kItalic, kAddress };
  std::string text;  // one line, not escaped
  Look look = Look::kPlain;
};
using StyledText = std::vector<StyledSpan>;

// `place`: in the work; empty: the work as a whole.
StyledText styled_citation(const CitedWork& work, const CitedPlace& place, CitationStyle style);

}  // namespace ibid
