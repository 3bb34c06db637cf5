// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/change_finder.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <unordered_map>
#include <utility>

#include "corpus/error.h"
#include "indexer/update/removal_guard.h"

namespace ibid {

std::optional<UpdatePlan> ChangeFinder::find() {
  removed_ = removed_after();
  metadata_ = options_.metadata.value_or(before_.metadata);
  if (!metadata_.empty()) metadata_ = absolute_path(metadata_);
  Discovery found = options_.remove.empty() ? look_for_files() : look_for_nothing();
  keep_out(found);
  summary_.skipped = found.skipped;
  summary_.problems = found.problems;
  summary_.problems.insert(summary_.problems.end(), found.unread.begin(), found.unread.end());
  summary_.unread = found.unread.size();
  summary_.failed = summary_.problems.size();
  leave_busy(found);
  UpdatePlan plan = plan_with_book(found);
  if (!before_.exists && plan.to_read.empty() && !summary_.problems.empty()) return {};
  refuse_many_removals(plan, found);
  if (!summary_.held_back.empty()) plan = plan_without_removals(plan, found);
  return plan;
}

// The files that are kept out from now on, ascending.
std::vector<std::string> ChangeFinder::removed_after() const {
  std::set<std::string> removed(before_.removed.begin(), before_.removed.end());
  removed.insert(options_.remove.begin(), options_.remove.end());
  for (const std::string& path : options_.restore) removed.erase(path);
  return {removed.begin(), removed.end()};
}

bool ChangeFinder::is_removed(const std::string& path) const {
  return std::binary_search(removed_.begin(), removed_.end(), path);
}

KnownFiles ChangeFinder::compare_by() const {
  return options_.mode == UpdateOptions::Mode::kVerify ? KnownFiles::kByBytes
                                                       : KnownFiles::kByStamp;
}

UpdatePlan ChangeFinder::plan_with_book(const Discovery& found) {
  if (found.files.empty()) return plan_update(found, before_.files, compare_by());
  GivenBook book = open_book();
  UpdatePlan plan = plan_update(found, before_.files, compare_by(), &book);
  summary_.problems.insert(summary_.problems.end(), book.problems().begin(), book.problems().end());
  summary_.failed = summary_.problems.size();
  summary_.unused = book.unused();
  return plan;
}

GivenBook ChangeFinder::open_book() const {
  try {
    return {roots_, metadata_};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    throw Error(ErrorKind::kInput,
                std::string(error.what()) +
                    "; nothing was changed. Mend it, name another file with --metadata, or say "
                    "--no-metadata");
  }
}

// A removal: every other report stays as it is.
Discovery ChangeFinder::look_for_nothing() {
  if (!before_.exists) dir_.usable_manifest();  // throws: there is no index
  roots_ = before_.roots;
  Discovery none;
  none.roots = options_.remove;
  return none;
}

// Of what was found, nothing that was removed. A report that is still there, of a run that was
// killed, goes as if its file were gone.
void ChangeFinder::keep_out(Discovery& found) {
  summary_.kept_out =
      std::erase_if(found.files, [&](const FileStamp& stamp) { return is_removed(stamp.path); });
  std::erase_if(found.unread, [&](const Problem& problem) { return is_removed(problem.path); });
}

// Of what was found, nothing that is being written.
void ChangeFinder::leave_busy(Discovery& found) {
  if (!options_.is_ready) return;
  std::unordered_map<std::string, const FileStamp*> known;
  for (const auto& report : before_.files) {
    known.emplace(report.second.stamp.path, &report.second.stamp);
  }
  std::erase_if(found.files, [&](const FileStamp& stamp) {
    const auto before = known.find(stamp.path);
    if (before != known.end() && is_same_file(*before->second, stamp)) return false;
    if (options_.is_ready(stamp)) return false;
    found.busy.push_back(stamp.path);
    return true;
  });
  summary_.busy = found.busy.size();
}

// As if the files that are gone were only busy, but for those that were removed.
UpdatePlan ChangeFinder::plan_without_removals(const UpdatePlan& plan, Discovery& found) const {
  for (const std::string& id : plan.vanished) {
    const std::string& path = before_.files.at(id).stamp.path;
    if (!is_removed(path)) found.busy.push_back(path);
  }
  if (found.files.empty()) return plan_update(found, before_.files, compare_by());
  GivenBook book = open_book();
  return plan_update(found, before_.files, compare_by(), &book);
}

// A rebuild reads all folders of the index, and those that are named.
Discovery ChangeFinder::look_for_files() {
  std::vector<std::string> paths = options_.paths;
  const bool all = paths.empty() || options_.mode == UpdateOptions::Mode::kRebuild;
  if (all) paths.insert(paths.end(), before_.roots.begin(), before_.roots.end());
  if (paths.empty()) {
    throw Error(ErrorKind::kUsage, "the index in " + dir_.path() +
                                       " does not say which folders it was made from; name them");
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  Discovery found = discover(paths);
  std::vector<std::string> forgotten;
  if (options_.removals == UpdateOptions::Removals::kAny) forgotten = forget_missing(found);
  roots_ = merged_roots(before_.roots, found.roots);
  found.roots.insert(found.roots.end(), forgotten.begin(), forgotten.end());
  return found;
}

// A named path that is missing is as good as empty if removals were asked for.
std::vector<std::string> ChangeFinder::forget_missing(Discovery& found) {
  std::vector<std::string> forgotten;
  for (const std::string& named : options_.paths) {
    std::string path = absolute_path(named);
    if (std::filesystem::exists(std::filesystem::symlink_status(path)) || !is_known(path)) {
      continue;
    }
    std::erase_if(found.problems, [&](const Problem& p) { return p.path == named; });
    std::erase_if(before_.roots, [&](const auto& root) { return is_at_or_below(root, path); });
    forgotten.push_back(std::move(path));
  }
  return forgotten;
}

bool ChangeFinder::is_known(const std::string& path) const {
  return std::any_of(before_.files.begin(), before_.files.end(), [&](const auto& report) {
    return is_at_or_below(report.second.stamp.path, path);
  });
}

void ChangeFinder::refuse_many_removals(const UpdatePlan& plan, const Discovery& found) {
  if (options_.removals == UpdateOptions::Removals::kAny) return;
  if (before_.exists && before_.database.empty() && found.files.empty()) {
    throw Error(ErrorKind::kInput,
                "no report was found, and the index is too damaged to know "
                "which it has; nothing was changed. Name its folders");
  }
  if (plan.vanished.empty()) return;
  const std::string why = why_removals_are_many(without_removed(plan), before_.files, found.roots);
  if (why.empty()) return;
  if (options_.removals == UpdateOptions::Removals::kFewOrNone) {
    summary_.held_back = why;
    return;
  }
  throw Error(ErrorKind::kInput, why +
                                     "; nothing was changed. If their files are meant to be "
                                     "gone, say so with --allow-removals");
}

// What a removal that was killed has left to do was asked for.
UpdatePlan ChangeFinder::without_removed(UpdatePlan plan) const {
  std::erase_if(plan.vanished,
                [&](const std::string& id) { return is_removed(before_.files.at(id).stamp.path); });
  return plan;
}

}  // namespace ibid
