// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/watch/fake_watch.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "indexer/folder/index_dir.h"
#include "tests/support/sample_reports.h"
#include "tests/support/stored_passages.h"

namespace fs = std::filesystem;

namespace ibid::testing {

FakeWatch::FakeWatch() : start_ns_(SystemClock().now().wall_ns) {}

void FakeWatch::tell(FileEvent::Kind kind, const std::string& path) {
  const std::string parent = fs::path(path).parent_path().string();
  if (heard.contains(parent) || heard.contains(path)) events_.push_back({kind, path});
}

void FakeWatch::follow(const UpdateOptions& options, std::int64_t until_ms) {
  FollowOptions follow;
  follow.update = options;
  FollowNews news;
  news.go_on = [&] { return steady_.count() < until_ms; };
  news.told = [&](const std::string& sentence) { told.push_back(sentence); };
  news.updated = [&](const UpdateSummary& summary, const std::vector<Problem>& fresh) {
    updates.push_back({steady_.count(), summary, fresh});
  };
  follow_folders(follow, *this, *this, news);
}

Moment FakeWatch::now() {
  constexpr std::int64_t kHour = 3'600'000'000'000;
  return {steady_, steady_.count() == 0 ? start_ns_ + kHour : start_ns_};
}

Hearing FakeWatch::listen(const std::string& folder) {
  const auto given = hearing.find(folder);
  if (given != hearing.end() && given->second != Hearing::kHeard) return given->second;
  if (!fs::is_directory(folder)) return Hearing::kUnreadable;
  heard.insert(folder);
  return Hearing::kHeard;
}

void FakeWatch::forget(const std::string& folder) {
  std::erase_if(
      heard, [&](const std::string& at) { return at == folder || at.starts_with(folder + "/"); });
}

std::vector<FileEvent> FakeWatch::wait(milliseconds longest) {
  ++waits;
  const std::int64_t end = steady_.count() + std::max<std::int64_t>(longest.count(), 1);
  while (events_.empty() && !actions_.empty() && actions_.begin()->first <= end) {
    const auto first = actions_.begin();
    steady_ = milliseconds(std::max(first->first, steady_.count()));
    const std::function<void()> action = first->second;
    actions_.erase(first);
    action();
  }
  if (events_.empty()) steady_ = milliseconds(end);
  return std::exchange(events_, {});
}

WatchedIndex::WatchedIndex() {
  for (const char* name : {"pact", "trade", "협정", "ports"}) {
    write(std::string(name) + ".txt", report_with(name, {std::string(name) + " 이행."}));
  }
}

void WatchedIndex::close_file(const std::string& name, std::string_view text) {
  write(name, text);
  watch.tell(FileEvent::Kind::kFile, path(name));
}

void WatchedIndex::delete_file(const std::string& name) {
  fs::remove(path(name));
  watch.tell(FileEvent::Kind::kFile, path(name));
}

void WatchedIndex::rename_file(const std::string& from, const std::string& to) {
  fs::rename(path(from), path(to));
  watch.tell(FileEvent::Kind::kFile, path(from));
  watch.tell(FileEvent::Kind::kFile, path(to));
}

UpdateOptions WatchedIndex::options() const {
  UpdateOptions options = files.options();
  options.removals = UpdateOptions::Removals::kFewOrNone;
  return options;
}

std::vector<std::string> WatchedIndex::ids() const { return stored_ids(files.index()); }

}  // namespace ibid::testing
