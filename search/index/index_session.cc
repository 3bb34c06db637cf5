// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_session.h"

#include <utility>

#include "corpus/error.h"
#include "indexer/glass/version_file.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

constexpr std::chrono::milliseconds kIdle{10};

const char* cannot_use(IndexUse use) {
  switch (use) {
    case IndexUse::kOpen:
      return "cannot open the index in ";
    case IndexUse::kSearch:
      return "cannot search the index in ";
    case IndexUse::kVerify:
      return "cannot verify a quotation in ";
    case IndexUse::kAudit:
      return "cannot audit the index in ";
    case IndexUse::kExport:
      return "cannot export from the index in ";
    case IndexUse::kRead:
      break;
  }
  return "cannot read the index in ";
}

std::optional<FileStamp> stamp_of_manifest(const IndexDir& dir) {
  return stamp_of_file(dir.path() + "/" + schema::kManifestFile);
}

}  // namespace

IndexSession::IndexSession(const std::string& index, Nodes wanted)
    : wanted_(wanted), dir_(folder_of_index(index)) {
  if (!is_nodes_file(index)) {
    open();
    return;
  }
  file_ = index;
  nodes_ = std::make_unique<NodeSet>(index);
  open_nodes();
  expect_nodes();
}

// What was learnt of the words stays with the builds.
void IndexSession::open_nodes() {
  for (int failures = 0;; ++failures) {
    std::string builds = nodes_->builds();
    if (!terms_ || builds != builds_) terms_ = std::make_shared<KnownTerms>();
    builds_ = std::move(builds);
    try {
      snapshot_ = std::make_unique<IndexSnapshot>(nodes_->databases(), nodes_->states(), terms_);
      ++opened_;
      return;
    } catch (const Xapian::Error& error) {
      if (failures == kMostFailures || !nodes_->drop(error)) {
        throw_as_ours(error, cannot(IndexUse::kOpen));
      }
    }
  }
}

void IndexSession::expect_nodes() const {
  const IndexState& state = snapshot_->state();
  const bool none = snapshot_->index().nodes.empty();
  if (!none && (state.complete || wanted_ == Nodes::kAny)) return;
  std::string silent;
  for (const NodeState& node : state.nodes) {
    if (node.status == NodeStatus::kAnswered) continue;
    silent += (silent.empty() ? "" : "; ") + node.name + ": " + to_string(node.status) +
              (node.why.empty() ? "" : ", " + node.why);
  }
  throw Error(ErrorKind::kIndex, (none ? "no node of " + file_ + " answers: "
                                       : "not all nodes of " + file_ + " answer: ") +
                                     silent);
}

// A writer may commit, or a rebuild may replace the database, even while it is being opened.
void IndexSession::open() {
  for (Patience patience;;) {
    std::optional<FileStamp> stamp = stamp_of_manifest(dir_);
    State state = live_state();
    try {
      // What cannot be opened is not the opened state: the next run would take the last snapshot
      // for it.
      snapshot_ = translating_all_but_modified(
          cannot(IndexUse::kOpen), [&] { return std::make_unique<IndexSnapshot>(dir_); });
      manifest_stamp_ = std::move(stamp);
      state_ = std::move(state);
      ++opened_;
      if (live_state() == state_) return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (live_state() == state && patience.ends_unmoved()) report_damage(IndexUse::kOpen);
    } catch (const std::exception&) {
      if (live_state() == state) throw;
    }
    if (patience.ends()) give_up(IndexUse::kOpen);
  }
}

// A database that a rebuild has replaced stays as it is: nothing in it says that it is not the live
// one. (What a run has begun to read of it stays an answer.)
bool IndexSession::is_replaced() {
  const std::optional<FileStamp> now = stamp_of_manifest(dir_);
  if (now == manifest_stamp_) return false;
  const std::optional<Manifest> manifest = dir_.manifest();
  if (manifest && manifest->build != state_.build) return true;
  manifest_stamp_ = now;  // other folders are named, or the index is gone
  return false;
}

// Answers from an old state would not count, and after many commits hardly a block of it is left.
void IndexSession::open_if_old() {
  if (is_replaced()) return open();
  const bool was_idle = Clock::now() - seen_at_ > kIdle;
  if (was_idle && state_on_disk() != state_) open();
}

bool IndexSession::is_still_on_disk() {
  const Clock::time_point now = Clock::now();
  if (state_on_disk() != state_) return false;
  seen_at_ = now;
  return true;
}

IndexSession::State IndexSession::live_state() const {
  const auto manifest = dir_.manifest();
  return state_of(manifest ? manifest->build : 0);
}

// The state of the database that is open. A database that was replaced by a rebuild and removed by
// a writer does not change any more.
IndexSession::State IndexSession::state_on_disk() const {
  State state = state_of(state_.build);
  return state.commit.empty() ? state_ : state;
}

IndexSession::State IndexSession::state_of(std::uint64_t build) const {
  return {build, glass::read_version_file(dir_.database(build))};
}

std::string IndexSession::cannot(IndexUse use) const {
  return cannot_use(use) + (nodes_ ? file_ : dir_.path());
}

void IndexSession::expect_later_commit(IndexUse use, Patience& patience) const {
  if (state_on_disk() == state_ && patience.ends_unmoved()) report_damage(use);
}

void IndexSession::report_damage(IndexUse use) const {
  throw Error(ErrorKind::kIndex,
              cannot(use) +
                  ": one of its blocks belongs to no commit; the index is damaged: run `ibid index "
                  "--rebuild`");
}

void IndexSession::give_up(IndexUse use) const {
  throw Error(ErrorKind::kIndex,
              cannot(use) + ": a writer changes it faster than it can be read; try again later");
}

}  // namespace ibid
