// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/follow.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/discover.h"
#include "indexer/folder/index_dir.h"
#include "indexer/plan/update_plan.h"
#include "indexer/watch/heard_folders.h"
#include "indexer/watch/quiet_files.h"

namespace ibid {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kLongestWait{1000};  // so that `go_on` is asked
constexpr Milliseconds kLookEvery{200};     // at files that wait: a burst has thousands
constexpr Milliseconds kLockedAgain{1000};
// Clocks of other machines are trusted only so far.
constexpr Milliseconds kOldElsewhere{60'000};

std::vector<std::string> roots_of(const UpdateOptions& update) {
  std::vector<std::string> roots;
  for (const std::string& path : update.paths) roots.push_back(absolute_path(path));
  if (roots.empty()) {
    if (const auto manifest = IndexDir(update.index_dir).manifest()) roots = manifest->roots;
  }
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

class Follower {
 public:
  Follower(const FollowOptions& options, FileEvents& events, WatchClock& clock,
           const FollowNews& news)
      : options_(options),
        news_(news),
        events_(events),
        clock_(clock),
        roots_(roots_of(options.update)),
        folders_(roots_, absolute_path(options.update.index_dir), events),
        quiet_(options.quiet) {}

  void run() {
    next_scan_ = now();
    while (news_.go_on()) {
      bring_up_to_date();
      if (!news_.go_on()) return;
      for (const FileEvent& event : events_.wait(time_to_wait())) take(event);
    }
  }

 private:
  Milliseconds now() { return clock_.now().steady; }

  // ---- what happened ------------------------------------------------------------------

  void take(const FileEvent& event) {
    switch (event.kind) {
      case FileEvent::Kind::kFile:
        if (folders_.concerns(event.path)) take_file(event.path);
        return;
      case FileEvent::Kind::kFolder:
        folders_.hear(event.path);
        return take_folders({event.path});
      case FileEvent::Kind::kFolderGone:
        folders_.forget(event.path);
        return touch(folders_.root_of(event.path));
      case FileEvent::Kind::kLost:
        tell("more has changed at once than the kernel keeps; all folders are looked through");
        folders_.hear_all();
        return take_folders(roots_);
    }
  }

  // Files in them that have just changed begin to wait now, not when an update finds them.
  void take_folders(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      if (folders_.root_of(path).empty()) continue;
      touch(folders_.root_of(path));
      const Moment time = clock_.now();
      for (const FileStamp& stamp : discover({path}).files) {
        if (!is_old(stamp, time)) quiet_.note(stamp, time.steady);
      }
    }
  }

  void take_file(const std::string& path) {
    const std::optional<FileStamp> stamp = stamp_of_file(path);
    if (!stamp) return touch(folders_.root_of(path));
    // A file that is written without end makes no others wait.
    if (!quiet_.contains(path)) last_event_ = now();
    quiet_.note(*stamp, now());
  }

  void touch(const std::string& root) {
    if (root.empty()) return;
    touched_.insert(root);
    last_event_ = now();
  }

  // ---- when ---------------------------------------------------------------------------

  Milliseconds time_to_wait() {
    const Milliseconds time = now();
    if (retry_ > time) return std::min(retry_ - time, kLongestWait);
    const bool waiting = !quiet_.is_empty() || !touched_.empty();
    if (waiting && next_look_ > time) return next_look_ - time;
    Milliseconds next = std::min({time + kLongestWait, next_scan_, quiet_.next_quiet(time)});
    if (!touched_.empty()) next = std::min(next, last_event_ + options_.quiet);
    return std::max(next - time, Milliseconds(0));
  }

  void bring_up_to_date() {
    const Milliseconds time = now();
    if (retry_ > time) return;
    if (time >= next_scan_) return scan();
    take_folders(folders_.hear_missing());
    if (time >= next_poll_) {
      next_poll_ = time + options_.poll_every;
      if (const auto polled = folders_.polled(); !polled.empty()) update(polled);
    }
    if (time < next_look_) return;
    next_look_ = time + kLookEvery;
    look(time);
  }

  void scan() {
    folders_.hear_all();
    for (const std::string& sentence : folders_.take_news()) tell(sentence);
    if (!update(roots_)) return;
    next_scan_ = now() + options_.scan_every;
    next_poll_ = now() + options_.poll_every;
  }

  void look(Milliseconds time) {
    for (const std::string& path : quiet_.look(time)) touch(folders_.root_of(path));
    for (const std::string& path : quiet_.take_restless(time, options_.restless_after)) {
      tell(path + " is written all the time; it is read once it has been quiet for " +
           std::to_string(options_.quiet.count() / 1000) + " seconds");
    }
    std::set<std::string> roots = touched_;
    for (const std::string& path : quiet_.quiet_paths(time)) roots.insert(folders_.root_of(path));
    roots.erase("");
    if (roots.empty()) return;
    if (!ready_since_) ready_since_ = time;
    if (time - last_event_ < options_.quiet && time - *ready_since_ < options_.longest_burst) {
      return;
    }
    for (const std::string& sentence : folders_.take_news()) tell(sentence);
    update({roots.begin(), roots.end()});
  }

  // ---- updates ------------------------------------------------------------------------

  // Returns whether the index is in line with those paths now, but for files that wait.
  bool update(const std::vector<std::string>& paths) {
    const Moment begin = clock_.now();
    std::vector<std::string> read;
    UpdateOptions update = options_.update;
    update.paths = paths;
    update.lock_timeout_ms = 0;
    update.go_on = news_.go_on;
    update.is_ready = [&](const FileStamp& stamp) {
      if (!is_ready(stamp, begin)) return false;
      read.push_back(stamp.path);
      return true;
    };
    UpdateSummary summary;
    try {
      summary = update_index(update, [this](const UpdateProgress& progress) {
        return (!news_.progress || news_.progress(progress)) && news_.go_on();
      });
    } catch (const Error& error) {
      if (!is_first_done_ && error.kind() != ErrorKind::kLocked) throw;
      wait_after(error);
      return false;
    }
    last_failure_.clear();
    for (const std::string& path : read) quiet_.drop(path);
    quiet_.drop_quiet(begin.steady);
    for (const std::string& path : paths) touched_.erase(path);
    ready_since_.reset();
    report(summary, paths);
    return true;
  }

  bool is_ready(const FileStamp& stamp, const Moment& begin) {
    if (quiet_.is_quiet(stamp, begin.steady) || is_old(stamp, begin)) return true;
    quiet_.note(stamp, begin.steady);
    return false;
  }

  // Whether it has been quiet for long enough by what its times say.
  bool is_old(const FileStamp& stamp, const Moment& time) const {
    const std::int64_t changed = stamp.ctime_ns != 0 ? stamp.ctime_ns : stamp.mtime_ns;
    const std::chrono::nanoseconds age(time.wall_ns - changed);
    const bool elsewhere = folders_.is_polled(stamp.path);
    return age >= (elsewhere ? std::max(kOldElsewhere, options_.quiet) : options_.quiet);
  }

  void wait_after(const Error& error) {
    const bool locked = error.kind() == ErrorKind::kLocked;
    retry_ = now() + (locked ? kLockedAgain : options_.poll_every);
    const std::string why = locked ? "another ibid is writing to " + options_.update.index_dir +
                                         "; what has changed waits until it is done"
                                   : error.what();
    if (std::exchange(last_failure_, why) != why) tell(why);
  }

  void report(const UpdateSummary& summary, const std::vector<std::string>& paths) {
    const std::vector<Problem> fresh = fresh_problems(summary, paths);
    tell_held_back(summary.held_back, paths);
    const bool changed = std::exchange(generation_, summary.generation) != summary.generation;
    const bool first = !std::exchange(is_first_done_, true);
    if (news_.updated && (first || changed || !fresh.empty())) news_.updated(summary, fresh);
  }

  // Told again when it is of other reports.
  void tell_held_back(const std::string& why, const std::vector<std::string>& paths) {
    if (why.empty() && paths.size() < roots_.size()) return;
    const std::string reports = why.empty() ? "" : why.substr(why.rfind(": "));
    if (std::exchange(held_back_, reports) == reports || why.empty()) return;
    tell(why + "; they stay. If their files are meant to be gone, run ibid index --allow-removals");
  }

  // Those that were not reported before; one that was solved meanwhile is reported again.
  std::vector<Problem> fresh_problems(const UpdateSummary& summary,
                                      const std::vector<std::string>& paths) {
    std::vector<Problem> fresh;
    std::set<std::pair<std::string, std::string>> present;
    for (const Problem& problem : summary.problems) {
      if (!problems_.contains({problem.path, problem.message})) fresh.push_back(problem);
      present.emplace(problem.path, problem.message);
    }
    std::erase_if(problems_, [&](const auto& problem) {
      return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        return is_at_or_below(problem.first, path);
      });
    });
    problems_.merge(present);
    return fresh;
  }

  void tell(const std::string& sentence) const {
    if (news_.told) news_.told(sentence);
  }

  const FollowOptions& options_;
  const FollowNews& news_;
  FileEvents& events_;
  WatchClock& clock_;
  const std::vector<std::string> roots_;
  HeardFolders folders_;
  QuietFiles quiet_;
  std::set<std::string> touched_;            // roots below which something was removed or moved
  Milliseconds last_event_{};                // but of files that wait already
  std::optional<Milliseconds> ready_since_;  // since when an update waits for the end of a burst
  Milliseconds next_scan_{}, next_poll_{}, next_look_{}, retry_{};
  std::set<std::pair<std::string, std::string>> problems_;  // that were told
  std::string last_failure_, held_back_;
  std::uint64_t generation_ = 0;
  bool is_first_done_ = false;
};

}  // namespace

void follow_folders(const FollowOptions& options, FileEvents& events, WatchClock& clock,
                    const FollowNews& news) {
  Follower(options, events, clock, news).run();
}

}  // namespace ibid
