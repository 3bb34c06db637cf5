// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the title, date, publisher … of a report come from: the rule, and the line of the file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/report/report.h"
#include "search/passages/stored_passage.h"

namespace ibid {

struct FieldReason {
  std::string field;  // "title", "date", "publisher", "author", "url", "language", "collection", …
  std::string value;  // as indexed; several with ", " between; empty if there is none
  std::string rule;   // in words; empty if there is no value
  // The line that says it; empty and 0 if it is not from the file, or if the file has changed.
  std::string text;
  std::uint64_t line = 0;  // 1-based
  ByteRange bytes;         // in the file
};

struct FieldReasons {
  ReportInfo report;
  std::vector<FieldReason> fields;
  bool stale = false;  // the file is gone or has other bytes: lines are not known
};

// `report`: as indexed. Reads its file.
FieldReasons field_reasons(const Report& report);

}  // namespace ibid
