// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of records that only reports of other formats than text have: passage_record.cc writes
// them behind the others, and only if there are any. Library-internal.
#pragma once

#include "corpus/report/report_file.h"
#include "indexer/records/record_bytes.h"

namespace ibid {

void put_origin(RecordWriter& out, const PassageOrigin& origin);
// `text_size`: of Passage::text. Throws Error{kIndex} for what put_origin() never wrote.
PassageOrigin get_origin(RecordReader& in, std::size_t text_size);

void put_extraction(RecordWriter& out, const ReportExtraction& extraction);
ReportExtraction get_extraction(RecordReader& in);

}  // namespace ibid
