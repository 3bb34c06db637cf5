// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/fresh_build.h"

#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "corpus/error.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/build/load_check.h"
#include "indexer/folder/block_sums.h"
#include "indexer/names/alias_names.h"
#include "indexer/records/passage_record.h"
#include "indexer/schema.h"
#include "indexer/update/earlier_texts.h"
#include "indexer/update/node_values.h"
#include "indexer/update/update_in_place.h"
#include "indexer/update/xapian_writer.h"

namespace ibid {
namespace {

void remove(const std::string& path) {
  std::error_code ignored;  // the next writer removes leftovers
  std::filesystem::remove_all(path, ignored);
}

}  // namespace

FreshBuild::FreshBuild(const IndexDir& dir, Manifest published, NewDatabase wanted,
                       PacedProgress& progress)
    : dir_(dir),
      published_(std::move(published)),
      wanted_(std::move(wanted)),
      growing_(dir.unfinished(published_.build)),
      progress_(progress) {
  wanted_.dir = dir.finished(published_.build);
}

BuildResult FreshBuild::make(const UpdatePlan& plan) {
  std::vector<Problem> notes;
  try {
    if (std::optional<BuildResult> built = make_in_bulk(plan)) return std::move(*built);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kIndex) throw;
    notes.push_back(
        {dir_.path(), std::string(error.what()) + "; it is rebuilt through Xapian's own API"});
  }
  BuildResult built = make_by_xapian(plan);
  built.counts.notes.insert(built.counts.notes.begin(), notes.begin(), notes.end());
  return built;
}

std::optional<BuildResult> FreshBuild::make_in_bulk(const UpdatePlan& plan) {
  try {
    std::optional<BuildResult> built = build_in_bulk(plan);
    if (built && built->outcome == BuildOutcome::kWhole) publish();
    return built;
  } catch (...) {
    remove_leftovers();
    throw;
  }
}

std::optional<BuildResult> FreshBuild::build_in_bulk(const UpdatePlan& plan) {
  // The bulk loader writes no table of positions.
  if (wanted_.made_for == MadeFor::kNodes) return std::nullopt;
  if (!xapian_reads_bulk_loads(growing_)) return std::nullopt;
  BuildResult built = build_database(
      wanted_, plan, [this](const UpdateProgress& state) { return progress_.pass_on(state); });
  if (built.outcome != BuildOutcome::kWhole) remove(wanted_.dir);
  if (built.outcome == BuildOutcome::kLost) return std::nullopt;
  return built;
}

BuildResult FreshBuild::make_by_xapian(const UpdatePlan& plan) {
  remove(growing_);
  try {
    BuildResult built = fill_by_xapian(plan);
    if (built.outcome == BuildOutcome::kWhole) {
      compact_database(growing_, wanted_.dir);
      make_block_sums(wanted_.dir);
      publish();
    }
    remove(growing_);
    return built;
  } catch (...) {
    remove_leftovers();
    throw;
  }
}

BuildResult FreshBuild::fill_by_xapian(const UpdatePlan& plan) {
  const std::map<std::string, FileRecord> none;
  EarlierDatabase earlier(wanted_.earlier, wanted_.vanished);
  UpdateInPlace update({.dir = growing_,
                        .mode = OpenMode::kCreate,
                        .made_for = wanted_.made_for,
                        .files = none,
                        .generation = wanted_.generation - 1,
                        .memory = wanted_.memory,
                        .reading = wanted_.reading,
                        .keep_from = wanted_.keep_from,
                        .earlier = &earlier,
                        .commit_time = wanted_.commit_time},
                       progress_);
  Analyzer analyzer;
  for (const auto& [key, value] : alias_names(analyzer)) update.set_metadata(key, value);
  for (const auto& [key, value] : earlier.times()) update.set_metadata(key, value);
  if (wanted_.made_for == MadeFor::kNodes) {
    update.set_metadata(schema::kMetaNodes, node_layout());
  }
  const bool whole = update.apply(plan);
  if (whole) update.finish();
  return {whole ? BuildOutcome::kWhole : BuildOutcome::kStopped, update.take_counts()};
}

void FreshBuild::publish() const { dir_.publish(published_); }

void FreshBuild::remove_leftovers() const {
  remove(growing_);
  remove(wanted_.dir);
}

}  // namespace ibid
