// SPDX-License-Identifier: GPL-2.0-or-later
//
// Blocks below the head that are no text of the report: attachments, whom to ask, notices, page
// numbers, the end mark. The words are in corpus/word_lists/furniture_*.txt.
#pragma once

#include <string_view>

#include "corpus/layout/outline.h"
#include "corpus/report/report.h"

namespace ibid {

// True if all of `block`, in a section of kind `kind`, is such a thing. Prose never is. Entries of
// a source list may hold the words of notices.
bool is_form_furniture(std::string_view text, const Block& block, PassageKind kind);

// True for a line that such a block begins with even where no blank line comes before it: the label
// of a field, a page number.
bool begins_form_furniture(std::string_view line);

}  // namespace ibid
