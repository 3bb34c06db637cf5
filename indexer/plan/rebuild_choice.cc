// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan/rebuild_choice.h"

#include <algorithm>

namespace ibid {
namespace {

// An update writes some 0.5 MB of files a second, through Xapian's API on one core; a build writes
// 6 MB and more on two: docs/index-format.md.
constexpr std::uint64_t kTimesSlower = 12;
// Deleted passages take space, and still count in the number of passages with a word, for scores.
constexpr std::uint64_t kMostDeleted = 4;  // one in four

}  // namespace

bool is_better_rebuilt(const UpdatePlan& plan, const IndexedNow& index,
                       std::uint64_t fewest_bytes) {
  if (!plan.kept.empty()) return false;
  const std::uint64_t to_read = bytes_of(plan.to_read);
  std::uint64_t changed = to_read;
  for (const std::string& id : plan.vanished) changed += index.files.at(id).stamp.size;
  if (changed < fewest_bytes) return false;
  const bool many_deleted = index.deleted * kMostDeleted > index.passages + index.deleted;
  return many_deleted || changed * kTimesSlower > to_read + bytes_of(plan.unchanged);
}

UpdatePlan rebuild_plan(const UpdatePlan& plan) {
  UpdatePlan all;
  all.to_read = plan.to_read;
  all.to_read.insert(all.to_read.end(), plan.unchanged.begin(), plan.unchanged.end());
  all.to_read.insert(all.to_read.end(), plan.kept.begin(), plan.kept.end());
  std::sort(all.to_read.begin(), all.to_read.end(),
            [](const PlannedFile& a, const PlannedFile& b) { return a.stamp.path < b.stamp.path; });
  return all;
}

}  // namespace ibid
