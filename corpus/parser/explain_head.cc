// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/explain_head.h"

#include <utility>

#include "corpus/dates/find_date.h"
#include "corpus/heads/report_head.h"
#include "corpus/parser/passage_origins.h"

namespace ibid {
namespace {

// The file's own fields go before those of the text.
std::vector<FieldOrigin> explain_extracted(const ReportHead& head, const ExtractedFile& file,
                                           std::string_view file_stem) {
  Report report;
  report.origins = head.origins;
  apply_fields(file, report);
  if (report.title.empty() && head.title.empty()) {
    report.origins.push_back({"title", "name of the file", {}});
  }
  if (report.date.empty() && head.date.empty() && !find_date_in_name(file_stem).empty()) {
    report.origins.push_back({"date", "name of the file", {}});
  }
  return std::move(report.origins);
}

}  // namespace

std::vector<FieldOrigin> explain_head(ParsedText text, std::string_view file_stem) {
  const ReportHead head = read_head(text.decoded.text, text.markdown);
  if (text.extracted != nullptr) return explain_extracted(head, *text.extracted, file_stem);
  std::vector<FieldOrigin> origins = head.origins;
  for (FieldOrigin& origin : origins) {
    const ByteRange line = origin.bytes;
    origin.bytes = file_range(text.decoded.map.spans(line, 0), {0, line.size()});
  }
  if (head.title.empty()) origins.push_back({"title", "name of the file", {}});
  if (head.date.empty() && !find_date_in_name(file_stem).empty()) {
    origins.push_back({"date", "name of the file", {}});
  }
  return origins;
}

}  // namespace ibid
