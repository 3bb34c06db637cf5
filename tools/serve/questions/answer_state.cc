// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/answer_state.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "indexer/folder/index_dir.h"
#include "search/nodes/nodes_file.h"

namespace ibid {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
// The clock of file times ticks every 10 ms at most; a file system that keeps whole seconds, every
// two at most (FAT).
constexpr std::int64_t kTick = kSecond / 10;
constexpr std::int64_t kCoarseTick = 2 * kSecond;

std::int64_t now_ns() {
  using std::chrono::nanoseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<nanoseconds>(now).count();
}

// What Xapian replaces with each commit.
std::string commit_file(const IndexDir& dir, std::uint64_t build) {
  return dir.database(build) + "/iamglass";
}

}  // namespace

AnswerState::AnswerState(const std::string& index_dir) {
  ServedIndex index(index_dir);
  *this = AnswerState(index);
}

AnswerState::AnswerState(ServedIndex& index) : began_ns_(now_ns()) {
  if (is_nodes_file(index.directory())) {
    // What nodes have now is not in any file here: no answer is kept.
    settled_ = false;
    elsewhere_ = true;
    watch(index.directory(), stamp_of_file(index.directory()));
    return;
  }
  const IndexDir dir(index.directory());
  const std::string manifest_path = index.directory() + "/ibid.json";
  const std::optional<FileStamp> manifest = stamp_of_file(manifest_path);
  watch(manifest_path, manifest);
  if (const auto build = index.build(manifest)) {
    const std::string commit = commit_file(dir, *build);
    watch(commit, stamp_of_file(commit));
  }
  watch(dir.alias_file(), stamp_of_file(dir.alias_file()));
}

void AnswerState::add_file(const std::string& path, bool stale) {
  const auto same = [&](const Watched& file) { return file.path == path; };
  if (!files_.empty() && std::ranges::any_of(files_, same)) return;
  std::optional<FileStamp> stamp = stamp_of_file(path);
  if (!stamp && !stale) settled_ = false;  // removed in between
  watch(path, std::move(stamp));
}

void AnswerState::watch(std::string path, std::optional<FileStamp> stamp) {
  if (stamp) {
    const std::int64_t written = std::max(stamp->mtime_ns, stamp->ctime_ns);
    const std::int64_t tick = written % kSecond == 0 ? kCoarseTick : kTick;
    if (written > began_ns_ - tick && written < began_ns_ + kCoarseTick) settled_ = false;
    if (stamp->ctime_ns > began_ns_) settled_ = false;
  }
  files_.push_back({std::move(path), std::move(stamp)});
}

bool AnswerState::holds() const {
  if (elsewhere_) return false;
  return std::ranges::all_of(
      files_, [](const Watched& file) { return stamp_of_file(file.path) == file.stamp; });
}

std::size_t AnswerState::memory() const {
  std::size_t bytes = files_.size() * sizeof(Watched);
  for (const Watched& file : files_) bytes += 2 * file.path.size();
  return bytes;
}

std::string etag_of(std::string_view question, std::string_view body) {
  const std::hash<std::string_view> hash;
  return fmt::format("\"{:016x}{:08x}\"", hash(body), hash(question) & 0xffffffffU);
}

bool client_has(const HttpRequest& request, std::string_view etag) {
  std::string_view list = request.header("if-none-match");
  if (list == "*") return true;
  while (!list.empty()) {
    std::string_view one = list.substr(0, list.find(','));
    list.remove_prefix(std::min(one.size() + 1, list.size()));
    one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
    one.remove_suffix(one.size() - std::min(one.find_last_not_of(" \t") + 1, one.size()));
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag) return true;
  }
  return false;
}

}  // namespace ibid
