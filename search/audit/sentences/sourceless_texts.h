// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts that need no source of their own.
#pragma once

#include <string_view>

namespace ibid {

// True for a text (valid UTF-8) that begins as a footnote or a note below a table does: "[^1]: …",
// "[1] …", "¹ …", "1) https://…", "주 1) …", "자료: …", "Note: …"; and for a bare address.
bool begins_as_note(std::string_view text);

// Sentences in which the writer speaks of the text itself, of the own work, or to the reader; also
// questions. `sentence`: with its marks and signs.
bool speaks_for_itself(std::string_view sentence);

// Whether the writer advises, or tells of the own work, in a section with this title.
bool is_own_section(std::string_view title);

// True for a sentence about the text that it is in: "This report sets out …", "in the sections
// below", 이 보고서는 …, 앞서 살펴본 ….
bool speaks_of_its_text(std::string_view sentence);

}  // namespace ibid
