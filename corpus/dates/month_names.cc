// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates/month_names.h"

namespace ibid {

constexpr std::array<MonthName, 12> kMonthNames = {{
#include "corpus/word_lists/months.inc"
}};
static_assert(!kMonthNames.back().english.empty(), "the list of months has twelve lines");

}  // namespace ibid
