// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_ahead.h"

#include "corpus/error.h"
#include "corpus/reader.h"

namespace ibid {

std::vector<Problem> problems_ahead(const UpdatePlan& plan, std::optional<Encoding> encoding,
                                    const std::function<bool(std::size_t)>& tell) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < plan.to_read.size() && tell(i); ++i) {
    const PlannedFile& file = plan.to_read[i];
    try {
      const UnparsedReport decoded(file.stamp.path, read_file(file.stamp.path), file.report_id,
                                   encoding);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInput) throw;
      problems.push_back({file.stamp.path, error.what()});
    }
  }
  return problems;
}

}  // namespace ibid
