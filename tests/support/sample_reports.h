// SPDX-License-Identifier: GPL-2.0-or-later
//
// The project's own sample reports, and the shared ones if they are present.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/report/report.h"

namespace ibid::testing {

std::string samples_folder();
std::vector<std::string> sample_paths();  // sorted
// ../shared/reports beside the source tree; nothing if it is absent.
std::optional<std::string> shared_reports_folder();

// The samples, and the shared reports if present, as bytes.
std::vector<std::string> report_texts();
// The samples as the parser reads them, in order of report id.
std::vector<Report> sample_reports();
// The reports below one folder, in order of report id.
std::vector<Report> reports_in(const std::string& folder);

}  // namespace ibid::testing
