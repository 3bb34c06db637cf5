// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/read_ahead.h"

#include <utility>

#include "indexer/build/read_report.h"

namespace ibid {

std::vector<Problem> problems_ahead(const UpdatePlan& plan, const ReadOptions& options,
                                    const std::function<bool(std::size_t)>& report) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < plan.to_read.size() && report(i); ++i) {
    const PlannedFile& file = plan.to_read[i];
    ReadReport read = read_one(file, options);
    if (!read.problem.empty()) problems.push_back({file.stamp.path, std::move(read.problem)});
  }
  return problems;
}

}  // namespace ibid
