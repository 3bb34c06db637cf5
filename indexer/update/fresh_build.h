// SPDX-License-Identifier: GPL-2.0-or-later
//
// A new database, beside the live one or as the first: made from all files of a plan, in bulk if
// possible, and published. Library-internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/folder/index_dir.h"
#include "indexer/plan/update_plan.h"
#include "indexer/update/new_build.h"
#include "indexer/update/paced_progress.h"

namespace ibid {

// Leaves nothing behind unless the build is whole and published. Throws Error{kIndex, kSystem}.
class FreshBuild {
 public:
  // `published`: the manifest once it is live; its `build` names it. Sets the folder of `wanted`.
  // `progress` outlives this.
  FreshBuild(const IndexDir& dir, Manifest published, NewDatabase wanted, PacedProgress& progress);

  // Builds in bulk or, if the result is wrong, through Xapian's own API. Returns kWhole or
  // kStopped.
  BuildResult make(const UpdatePlan& plan);
  // Returns none if this Xapian has another format, or if a report of the index would be lost.
  // Throws Error{kIndex} if the result is wrong.
  std::optional<BuildResult> make_in_bulk(const UpdatePlan& plan);

 private:
  std::optional<BuildResult> build_in_bulk(const UpdatePlan& plan);
  BuildResult make_by_xapian(const UpdatePlan& plan);
  BuildResult fill_by_xapian(const UpdatePlan& plan);
  void publish() const;
  void remove_leftovers() const;

  IndexDir dir_;
  Manifest published_;
  NewDatabase wanted_;
  std::string growing_;  // folder that Xapian writes to
  PacedProgress& progress_;
};

}  // namespace ibid
