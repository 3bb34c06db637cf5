// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file of a report, to the one who asked for it: only if its bytes are those that were indexed,
// and to be saved, never shown. The request names a report of the index, never a file.
#pragma once

#include <cstdint>
#include <string>

#include "search/passages/stored_passage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// A larger one is refused: it is read into memory as a whole, to send what was checked.
inline constexpr std::uint64_t kMostOriginalBytes = std::uint64_t{64} << 20;

HttpResponse original_file(const PageVisit& visit, const ReportInfo& report, std::uint64_t size);

}  // namespace ibid
