// SPDX-License-Identifier: GPL-2.0-or-later
//
// A new database beside the one that is live, or the first: made of all files of a plan, in bulk if
// that can be, and published. Library-internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/folder/index_dir.h"
#include "indexer/update/new_build.h"
#include "indexer/update/paced_progress.h"
#include "indexer/update/update_plan.h"

namespace ibid {

// Of what is not whole nothing stays behind, nor where something is thrown before it is published:
// Error{kIndex, kSystem}.
class FreshBuild {
 public:
  // `build`: its number. The folder of `wanted` is chosen here. `progress` outlives this.
  FreshBuild(const IndexDir& dir, std::uint64_t build, NewDatabase wanted, PacedProgress& progress);

  // In bulk or, where what came out is not right, through Xapian's own API. kWhole or kStopped.
  BuildResult make(const UpdatePlan& plan);
  // None: this Xapian has another format, or a report of the index would be lost. Throws
  // Error{kIndex} where what came out is not right.
  std::optional<BuildResult> make_in_bulk(const UpdatePlan& plan);

 private:
  std::optional<BuildResult> build_in_bulk(const UpdatePlan& plan);
  BuildResult make_by_xapian(const UpdatePlan& plan);
  BuildResult fill_by_xapian(const UpdatePlan& plan);
  void publish() const;
  void remove_leftovers() const;

  IndexDir dir_;
  std::uint64_t build_;
  NewDatabase wanted_;
  std::string growing_;  // where Xapian writes it
  PacedProgress& progress_;
};

}  // namespace ibid
