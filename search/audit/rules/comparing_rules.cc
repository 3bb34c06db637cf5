// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/comparing_rules.h"

#include <algorithm>
#include <array>

namespace ibid {

bool compares_reports(const Rule& rule) {
  constexpr std::array kComparing =
      std::to_array<std::string_view>({rule::kRepeatedReport, rule::kRepeatedPassage,
                                       rule::kSourceDrift, rule::kDisagreeingFigures});
  return std::find(kComparing.begin(), kComparing.end(), rule.id) != kComparing.end();
}

}  // namespace ibid
