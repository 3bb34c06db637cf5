// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/rebuild_choice.h"

#include <algorithm>

namespace ibid {
namespace {

// An update writes some 0.5 MB of files a second, through Xapian's API on one core, a build 6 MB
// and more on two: docs/index-format.md.
constexpr std::uint64_t kTimesSlower = 12;
// Removed passages take room, and count where scores ask how many passages have a word.
constexpr std::uint64_t kMostGone = 4;  // one in four

}  // namespace

bool is_better_anew(const UpdatePlan& plan, const IndexedNow& index, std::uint64_t fewest_bytes) {
  if (plan.elsewhere != 0) return false;
  const std::uint64_t to_read = bytes_of(plan.to_read);
  std::uint64_t changed = to_read;
  for (const std::string& id : plan.vanished) changed += index.files.at(id).stamp.size;
  if (changed < fewest_bytes) return false;
  const bool mostly_gone = index.gone * kMostGone > index.passages + index.gone;
  return mostly_gone || changed * kTimesSlower > to_read + bytes_of(plan.unchanged);
}

UpdatePlan plan_anew(const UpdatePlan& plan) {
  UpdatePlan anew;
  anew.to_read = plan.to_read;
  anew.to_read.insert(anew.to_read.end(), plan.unchanged.begin(), plan.unchanged.end());
  std::sort(anew.to_read.begin(), anew.to_read.end(),
            [](const PlannedFile& a, const PlannedFile& b) { return a.stamp.path < b.stamp.path; });
  return anew;
}

}  // namespace ibid
