// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is to be brought into an index, or taken out of it: the files that are found now are
// compared with those it holds. Changes nothing. Library-internal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/files/discover.h"
#include "corpus/given/given_book.h"
#include "indexer/folder/index_dir.h"
#include "indexer/plan/update_plan.h"
#include "indexer/update/index_before.h"
#include "indexer/update/update.h"

namespace ibid {

class ChangeFinder {
 public:
  // All outlive this. `before` is filled in by the time of find().
  ChangeFinder(const UpdateOptions& options, const IndexDir& dir, IndexBefore& before,
               UpdateSummary& summary)
      : options_(options), dir_(dir), before_(before), summary_(summary) {}

  // Notes in the summary what was found and what was left out. Roots that were forgotten go from
  // `before`, too. Nothing: there is no index, and only problems were found. Throws Error{kUsage,
  // kIndex, kInput, kSystem}, also for more removals than are likely to be meant.
  std::optional<UpdatePlan> find();

  // As they are in the index from now on. After find().
  const std::vector<std::string>& roots() const { return roots_; }
  const std::vector<std::string>& removed() const { return removed_; }
  const std::string& metadata() const { return metadata_; }

 private:
  std::vector<std::string> removed_after() const;
  bool is_removed(const std::string& path) const;
  KnownFiles compare_by() const;
  UpdatePlan plan_with_book(const Discovery& found);
  GivenBook open_book() const;
  Discovery look_for_nothing();
  void keep_out(Discovery& found);
  void leave_busy(Discovery& found);
  UpdatePlan plan_without_removals(const UpdatePlan& plan, Discovery& found) const;
  Discovery look_for_files();
  std::vector<std::string> forget_missing(Discovery& found);
  bool is_known(const std::string& path) const;
  void refuse_many_removals(const UpdatePlan& plan, const Discovery& found);
  UpdatePlan without_removed(UpdatePlan plan) const;

  const UpdateOptions& options_;
  const IndexDir& dir_;
  IndexBefore& before_;
  UpdateSummary& summary_;
  std::vector<std::string> roots_, removed_;
  std::string metadata_;
};

}  // namespace ibid
