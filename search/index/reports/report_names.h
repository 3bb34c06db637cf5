// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which report a person means. May throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_view.h"

namespace ibid {

struct ReportChoice {
  std::optional<std::string> id;
  // Without an id: reports of the index that may be meant. If the name begins several ids, these;
  // else those that differ in a few letters or contain it, nearest first.
  std::vector<std::string> near;
};

// `name`: a report id; the path or file name of an indexed file; or the beginning of one id only.
// The first of these that holds decides.
ReportChoice find_report(const IndexView& index, std::string_view name);

// What the value of report: in a query means.
struct ReportTerms {
  // A passage that has any of them is meant; each is that of a passage that is not deleted.
  std::vector<std::string> terms;
  std::optional<std::string> id;  // of the report, unless the value is a pattern
  std::vector<std::string> near;  // as in ReportChoice
};

// `value`: a name as above; "name#2-1" for a section with those below it, or "name#2-1.3" for a
// passage; "geo*" for all ids that begin so.
ReportTerms report_terms(const IndexView& index, std::string_view value);

// The ids nearest to `name` among `ids`, nearest first: in a few letters, or with it as a part.
std::vector<std::string> nearest_ids(std::string_view name, const std::vector<std::string>& ids);

// "; did you mean a, b or c?"; empty for none.
std::string did_you_mean(const std::vector<std::string>& near);

}  // namespace ibid
