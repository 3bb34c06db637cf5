// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/inotify_events.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "indexer/watch/silent_systems.h"

namespace ibid {
namespace {

// Not IN_MODIFY: a large file would fill the queue, and what matters is that it is closed.
constexpr std::uint32_t kMask = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE |
                                IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                                IN_EXCL_UNLINK;

void add(std::vector<FileEvent>& out, FileEvent::Kind kind, std::string path) {
  FileEvent event{kind, std::move(path)};
  if (out.empty() || out.back() != event) out.push_back(std::move(event));
}

}  // namespace

InotifyEvents::InotifyEvents()
    : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Hearing InotifyEvents::listen(const std::string& folder) {
  if (is_on_silent_system(folder)) return Hearing::kSilent;
  if (!inotify_.is_open()) return Hearing::kNoMore;
  const int watch = inotify_add_watch(inotify_.get(), folder.c_str(), kMask);
  if (watch < 0) {
    const bool full = errno == ENOSPC || errno == ENOMEM || errno == EMFILE;
    return full ? Hearing::kNoMore : Hearing::kUnreadable;
  }
  // The same folder under another path has the same watch: the last path counts.
  if (const auto known = folders_.find(watch); known != folders_.end() && known->second != folder) {
    watches_.erase(known->second);
  }
  folders_[watch] = folder;
  watches_[folder] = watch;
  return Hearing::kHeard;
}

void InotifyEvents::forget(const std::string& folder) {
  const auto drop = [this](std::map<std::string, int>::iterator at) {
    inotify_rm_watch(inotify_.get(), at->second);
    folders_.erase(at->second);
    return watches_.erase(at);
  };
  if (const auto itself = watches_.find(folder); itself != watches_.end()) drop(itself);
  const std::string below = folder + "/";
  for (auto at = watches_.lower_bound(below); at != watches_.end() && at->first.starts_with(below);)
    at = drop(at);
}

std::vector<FileEvent> InotifyEvents::wait(std::chrono::milliseconds longest) {
  std::array<pollfd, 2> streams = {pollfd{inotify_.get(), POLLIN, 0},
                                   pollfd{wake_.get(), POLLIN, 0}};
  const auto most = static_cast<int>(std::clamp<std::int64_t>(longest.count(), 0, 3'600'000));
  std::vector<FileEvent> out;
  if (poll(streams.data(), streams.size(), most) <= 0) return out;
  if (streams[1].revents != 0) {
    std::uint64_t calls = 0;
    [[maybe_unused]] const ssize_t n = read(wake_.get(), &calls, sizeof calls);
  }
  if (streams[0].revents != 0) read_all(out);
  return out;
}

void InotifyEvents::wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t n = write(wake_.get(), &one, sizeof one);
}

// All that has happened so far, a few megabytes at most: the queue of the kernel has a limit, too.
void InotifyEvents::read_all(std::vector<FileEvent>& out) {
  alignas(inotify_event) std::array<char, 65536> buffer;
  constexpr int kMostReads = 64;
  for (int reads = 0; reads < kMostReads; ++reads) {
    const ssize_t n = read(inotify_.get(), buffer.data(), buffer.size());
    if (n <= 0) return;
    take({buffer.data(), static_cast<std::size_t>(n)}, out);
  }
}

void InotifyEvents::take(std::string_view bytes, std::vector<FileEvent>& out) {
  while (bytes.size() >= sizeof(inotify_event)) {
    inotify_event event{};
    std::memcpy(&event, bytes.data(), sizeof event);
    std::string_view name = bytes.substr(sizeof event, event.len);
    name = name.substr(0, name.find('\0'));
    take_one(event.wd, event.mask, name, out);
    bytes.remove_prefix(std::min(bytes.size(), sizeof event + event.len));
  }
}

void InotifyEvents::take_one(int watch, std::uint32_t mask, std::string_view name,
                             std::vector<FileEvent>& out) {
  if ((mask & IN_Q_OVERFLOW) != 0) return add(out, FileEvent::Kind::kLost, "");
  const auto at = folders_.find(watch);
  if (at == folders_.end()) return;  // forgotten meanwhile
  const std::string folder = at->second;
  if ((mask & IN_IGNORED) != 0) {
    watches_.erase(folder);
    folders_.erase(at);
    return;
  }
  if ((mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) {
    return add(out, FileEvent::Kind::kFolderGone, folder);
  }
  if (name.empty()) {  // IN_ATTRIB of the folder itself
    if ((mask & IN_ATTRIB) != 0) add(out, FileEvent::Kind::kFolder, folder);
    return;
  }
  std::string path = folder == "/" ? "/" : folder + "/";
  path += name;
  if ((mask & IN_ISDIR) == 0) {
    add(out, FileEvent::Kind::kFile, std::move(path));
  } else {
    const bool gone = (mask & (IN_DELETE | IN_MOVED_FROM)) != 0;
    add(out, gone ? FileEvent::Kind::kFolderGone : FileEvent::Kind::kFolder, std::move(path));
  }
}

}  // namespace ibid
