// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks that a list of the report answers, and links: "[1, 3-5]", "war.4", "늘었다.2)", "gone.¹",
// "[^kea]", "【4†L12-L19】", "(Kim 2021, p. 14)", "([Reuters](https://…))".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/citations/reference_list.h"
#include "corpus/report/source_id.h"

namespace ibid {

// Stands for MarkedSource::source of "(Ibid.)" and the like: the source cited before. The caller
// knows which that is.
inline constexpr std::string_view kSourceBefore = "\x01";

struct ReferenceMark {
  CitationMark mark;
  bool words = false;  // it is made of words that a reader may look for: "(Kim 2021)"
};

// Returns the marks in `text`, the text of the passage `sequence`, left to right without overlap.
// `named`: what find_citation_marks() found there; nothing inside them is a mark.
//
// Numbers are marks only where `references` answers numbers; a number without an entry is a mark
// that leads nowhere (kMissing). Labels of footnotes and the marks of file assistants are always
// marks. A year is one only beside names that an entry has.
std::vector<ReferenceMark> find_reference_marks(std::string_view text,
                                                const std::vector<CitationMark>& named,
                                                const ReferenceList& references,
                                                std::uint32_t sequence);

}  // namespace ibid
