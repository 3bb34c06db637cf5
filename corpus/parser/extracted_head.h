// SPDX-License-Identifier: GPL-2.0-or-later
//
// The head of a report whose file says of itself what it is: which of the lines that read like its
// fields are text all the same. Library-internal.
#pragma once

#include "corpus/extract/extracted_file.h"
#include "corpus/heads/report_head.h"
#include "corpus/text/byte_range.h"

namespace ibid {

// Where the file says what its blocks are, only lines that are fields are not text. A line that
// reads like a field is none if the file says another value: its words would be nowhere. Takes such
// fields out of `head`. Of other forms than the first, all lines but the title are furniture;
// returns the line that is not the title then, else an empty range.
ByteRange limit_to_fields(ReportHead& head, const ExtractedFile& file);

}  // namespace ibid
