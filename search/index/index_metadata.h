// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records of reports and files, wherever the index lies: Xapian reads metadata of the first of
// several databases only. May throw Xapian::Error and whatever decoding throws.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "indexer/records/passage_record.h"
#include "search/index/index_view.h"

namespace ibid {

std::optional<ReportRecord> report_record(const IndexView& index, std::string_view report_id);
// See stored_text().
std::shared_ptr<const ExtractedFile> report_text(const IndexView& index,
                                                 std::string_view report_id);
std::vector<std::string> report_ids(const IndexView& index);             // ascending
std::map<std::string, FileRecord> report_files(const IndexView& index);  // by report id

}  // namespace ibid
