// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/heard_folders.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/extract/tell_format.h"
#include "corpus/files/discover.h"
#include "corpus/files/unread_kinds.h"
#include "indexer/plan/update_plan.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

// Of more folders, those that hold them are looked through.
constexpr std::size_t kMostPolled = 64;

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// Folders directly in `folder` that are followed: none that is hidden, and no link.
std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    if (entry->path().filename().native().front() == '.') continue;
    if (entry->is_symlink(unknown) || !entry->is_directory(unknown)) continue;
    out.push_back(entry->path().string());
  }
  return out;
}

bool is_hidden_below(std::string_view path, std::string_view root) {
  return path.substr(root == "/" ? 0 : root.size()).find("/.") != std::string_view::npos;
}

}  // namespace

HeardFolders::HeardFolders(std::vector<std::string> roots, std::string index_dir,
                           FileEvents& events)
    : roots_(std::move(roots)), index_dir_(std::move(index_dir)), events_(events) {}

void HeardFolders::hear_all() {
  polled_.clear();
  missing_.clear();
  for (const std::string& root : roots_) hear_root(root);
}

void HeardFolders::hear_root(const std::string& root) {
  if (is_folder(root)) return hear(root);
  // Of a file, the folder that it is in tells.
  std::error_code error;
  if (!fs::exists(root, error)) {
    events_.forget(root);
    missing_.insert(root);
    return;
  }
  const std::string folder = fs::path(root).parent_path().string();
  const Hearing hearing = events_.listen(folder);
  if (hearing == Hearing::kSilent || hearing == Hearing::kNoMore) polled_[root] = hearing;
}

void HeardFolders::hear(const std::string& folder) {
  std::vector<std::string> waiting = {folder};
  while (!waiting.empty()) {
    const std::string next = std::move(waiting.back());
    waiting.pop_back();
    if (root_of(next).empty()) continue;
    const Hearing hearing = events_.listen(next);
    if (hearing == Hearing::kUnreadable) {
      if (std::find(roots_.begin(), roots_.end(), next) != roots_.end()) missing_.insert(next);
    } else if (hearing != Hearing::kHeard) {
      polled_[next] = hearing;
    } else {
      // After listening, so that a folder made meanwhile is either found here or told of.
      for (std::string& below : folders_in(next)) waiting.push_back(std::move(below));
    }
  }
}

void HeardFolders::forget(const std::string& folder) {
  events_.forget(folder);
  std::erase_if(polled_, [&](const auto& place) { return is_at_or_below(place.first, folder); });
  for (const std::string& root : roots_) {
    if (is_at_or_below(root, folder)) missing_.insert(root);
  }
}

std::vector<std::string> HeardFolders::hear_missing() {
  std::vector<std::string> come;
  for (const std::string& root : std::exchange(missing_, {})) {
    hear_root(root);
    if (!missing_.contains(root)) come.push_back(root);
  }
  return come;
}

std::string HeardFolders::root_of(const std::string& path) const {
  if (is_at_or_below(path, index_dir_)) return "";
  for (const std::string& root : roots_) {
    if (is_at_or_below(path, root) && !is_hidden_below(path, root)) return root;
  }
  return "";
}

bool HeardFolders::concerns(const std::string& path) const {
  if (root_of(path).empty()) return false;
  if (std::find(roots_.begin(), roots_.end(), path) != roots_.end()) return true;
  return fs::path(path).filename() == kGivenFileName || format_of_name(path).has_value() ||
         !why_unread_kind(path).empty();
}

bool HeardFolders::is_polled(const std::string& path) const {
  return std::any_of(polled_.begin(), polled_.end(),
                     [&](const auto& place) { return is_at_or_below(path, place.first); });
}

std::vector<std::string> HeardFolders::polled() const {
  std::vector<std::string> out;
  if (polled_.size() <= kMostPolled) {
    for (const auto& place : polled_) out.push_back(place.first);
    return out;
  }
  for (const std::string& root : roots_) {
    const bool holds = std::any_of(polled_.begin(), polled_.end(), [&](const auto& place) {
      return is_at_or_below(place.first, root);
    });
    if (holds) out.push_back(root);
  }
  return out;
}

std::vector<std::string> HeardFolders::take_news() {
  std::vector<std::string> out;
  for (const auto& [folder, why] : polled_) {
    const std::string subject = why == Hearing::kNoMore ? "" : folder;
    if (!told_.insert(subject).second) continue;
    out.push_back(why == Hearing::kNoMore
                      ? "the kernel lets this user listen to no more folders; " + folder +
                            " and others are looked through every minute instead. The limits are "
                            "fs.inotify.max_user_watches and max_user_instances"
                      : folder +
                            " is on a file system that does not tell of changes; it is looked "
                            "through every minute");
  }
  return out;
}

}  // namespace ibid
