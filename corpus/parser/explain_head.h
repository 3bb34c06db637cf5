// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the fields of a report are read from, for those who ask why they are as they are.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/parser/report_parser.h"
#include "corpus/report/report.h"

namespace ibid {

// Where title, date, publisher, author and address of a report come from, each at most once, for
// reports of every form. Report::origins has it only for those of other forms than the first, so
// that the records of the others have no need to grow. Reads the head, not the whole text.
// Thread: safe.
std::vector<FieldOrigin> explain_head(ParsedText text, std::string_view file_stem);

}  // namespace ibid
