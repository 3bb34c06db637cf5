// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds and what an update does, as text for people and as the JSON lines of
// docs/output-format.md: value -> text, each line ended. Prints nothing; text from outside is
// escaped.
#pragma once

#include <string>
#include <vector>

#include "indexer/folder/copy_index.h"
#include "indexer/folder/index_info.h"
#include "indexer/schema.h"
#include "indexer/update/update.h"
#include "search/render/text_page.h"

namespace ibid {

// `reader`: what confines the processes that read files in formats other than text, or why there
// are none; in words.
std::string info_text(const IndexInfo& info, const std::string& reader, const TextLayout& layout);

std::string schema_json_lines(const std::vector<SchemaRow>& rows);

// `problems`: what check_index found; empty if the index is whole.
std::string check_json_line(const std::vector<std::string>& problems);

// "copied generation 7: …"; of one that was not interrupted.
std::string copy_text(const CopySummary& summary);

std::string progress_json_line(const UpdateProgress& progress);
std::string summary_json_line(const UpdateSummary& summary);

}  // namespace ibid
