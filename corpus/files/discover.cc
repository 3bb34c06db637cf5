// SPDX-License-Identifier: GPL-2.0-or-later
//
// See discover.h. POSIX stat, not std::filesystem: it gives nanoseconds, in one call a file.
#include "corpus/files/discover.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kExtensions = {".txt", ".text", ".md", ".markdown"};

std::string reason(int error) { return std::generic_category().message(error); }

bool has_known_extension(const std::string& path) {
  const std::string extension = ascii_lower(fs::path(path).extension().string());
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_of(const std::string& path, const struct stat& info) {
  return {path, static_cast<std::uint64_t>(info.st_size), nanoseconds(info.st_mtim),
          nanoseconds(info.st_ctim), info.st_ino};
}

class Walk {
 public:
  void take_named(const std::string& named) {
    if (named.empty()) {
      found_.problems.push_back({named, "cannot read a path without a name"});
      return;
    }
    const std::string path = absolute_path(named);
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) {
      found_.problems.push_back({named, "cannot read: " + reason(errno)});
    } else if (S_ISDIR(info.st_mode)) {
      found_.roots.push_back(path);
      walk(path);
    } else if (S_ISREG(info.st_mode)) {
      found_.roots.push_back(path);
      found_.files.push_back(stamp_of(path, info));
    } else {
      found_.problems.push_back({named, "cannot read: neither a regular file nor a folder"});
    }
  }

  Discovery result() {
    std::sort(found_.files.begin(), found_.files.end(),
              [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; });
    const auto same = [](const FileStamp& a, const FileStamp& b) { return a.path == b.path; };
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end(), same),
                       found_.files.end());
    std::sort(found_.roots.begin(), found_.roots.end());
    found_.roots.erase(std::unique(found_.roots.begin(), found_.roots.end()), found_.roots.end());
    return std::move(found_);
  }

 private:
  // Folders wait in a list, not on the stack: trees may be deep.
  void walk(const std::string& root) {
    std::vector<std::string> waiting = {root};
    while (!waiting.empty()) {
      const std::string folder = std::move(waiting.back());
      waiting.pop_back();
      if (!walked_.insert(folder).second) continue;  // named twice, or below another named one
      std::error_code error;
      fs::directory_iterator entry(folder, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        take_entry(entry->path().string(), entry->path().filename().string(), waiting);
      }
      if (error) found_.problems.push_back({folder, "cannot read the folder: " + error.message()});
    }
  }

  void take_entry(const std::string& path, const std::string& name,
                  std::vector<std::string>& waiting) {
    struct stat info {};
    if (lstat(path.c_str(), &info) != 0) {
      found_.problems.push_back({path, "cannot read: " + reason(errno)});
      return;
    }
    const bool link = S_ISLNK(info.st_mode);
    const bool wanted = name.front() != '.' && has_known_extension(path);
    if (link && stat(path.c_str(), &info) != 0) {
      if (wanted) found_.problems.push_back({path, "cannot follow the link: " + reason(errno)});
      return;
    }
    if (S_ISDIR(info.st_mode)) {
      if (!link && name.front() != '.') waiting.push_back(path);
    } else if (S_ISREG(info.st_mode)) {
      if (wanted) {
        found_.files.push_back(stamp_of(path, info));
      } else {
        ++found_.skipped;
      }
    }
  }

  Discovery found_;
  std::set<std::string> walked_;
};

}  // namespace

std::optional<FileStamp> stamp_of_file(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  return stamp_of(path, info);
}

std::string absolute_path(const std::string& path) {
  std::string text = fs::absolute(path).lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

Discovery discover(const std::vector<std::string>& paths) {
  Walk walk;
  for (const std::string& path : paths) walk.take_named(path);
  return walk.result();
}

}  // namespace ibid
