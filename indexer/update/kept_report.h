// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report that stays in the index though its file cannot be read: made from what is stored of it.
// Library-internal.
#pragma once

#include <optional>
#include <string>

#include "corpus/report/report.h"

namespace ibid {

// Returns the report as it was indexed, with its passages, from the database in `database_dir`;
// nothing if it is not there whole. Reads nothing but the database.
// Thread: safe.
std::optional<Report> kept_report(const std::string& database_dir, const std::string& report_id);

}  // namespace ibid
