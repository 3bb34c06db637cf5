// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the summary of an HWP 5 file says: a property set ([MS-OLEPS]).
#pragma once

#include <string>
#include <string_view>

namespace ibid {

struct SummaryInformation {
  std::string title, author;
  // "2014-11-06": the day of the last saving, in UTC. The day of making, which is used where there
  // is no other, is often that of an old document that was written over.
  std::string date;
};

// Empty where the bytes say nothing.
SummaryInformation read_summary(std::string_view bytes);

}  // namespace ibid
