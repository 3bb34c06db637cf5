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
#include <utility>

#include "corpus/extract/tell_format.h"
#include "corpus/files/unread_kinds.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) { return std::generic_category().message(error); }

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_of(const std::string& path, const struct stat& info) {
  return {path,
          static_cast<std::uint64_t>(info.st_size),
          nanoseconds(info.st_mtim),
          nanoseconds(info.st_ctim),
          info.st_ino,
          {}};
}

bool is_wanted(const std::string& path, const std::string& name) {
  return name.front() != '.' && format_of_name(path).has_value();
}

bool is_given_file(const std::string& path) {
  return fs::path(path).filename() == kGivenFileName && fs::is_regular_file(path);
}

// "a.txt" or "a.doc.md" beside "a.doc".
bool has_text_beside(const std::string& path) {
  constexpr std::array<std::string_view, 4> kTexts = {".txt", ".text", ".md", ".markdown"};
  const std::string stem = fs::path(path).replace_extension().string();
  return std::any_of(kTexts.begin(), kTexts.end(), [&](std::string_view extension) {
    std::error_code error;
    return fs::is_regular_file(stem + std::string(extension), error) ||
           fs::is_regular_file(path + std::string(extension), error);
  });
}

// Where `path`, which exists, is without links.
std::string real_path(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.string();
}

class Walk {
 public:
  explicit Walk(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) take_named(path);
    // A folder before those in it, so that it does not matter in which order they are named.
    const auto by_real = [](const Place& a, const Place& b) { return a.real < b.real; };
    std::stable_sort(folders_.begin(), folders_.end(), by_real);
    for (const Place& folder : folders_) walk(folder);
    for (const auto& [real, stamp] : files_) take_file(real, stamp);
    const auto by_path = [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; };
    std::sort(links_.begin(), links_.end(), by_path);
    for (const FileStamp& link : links_) take_file(real_path(link.path), link);
    std::sort(found_.files.begin(), found_.files.end(), by_path);
    settle_unread();
    std::sort(found_.roots.begin(), found_.roots.end());
    found_.roots.erase(std::unique(found_.roots.begin(), found_.roots.end()), found_.roots.end());
  }

  Discovery result() { return std::move(found_); }

 private:
  struct Place {
    std::string real;  // without links
    std::string path;  // as it is named, or below a named one
  };

  void take_named(const std::string& named) {
    if (named.empty()) {
      found_.problems.push_back({named, "cannot read a path without a name"});
      return;
    }
    const std::string path = absolute_path(named);
    if (is_given_file(path)) return;
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) {
      found_.problems.push_back({named, "cannot read: " + reason(errno)});
    } else if (S_ISDIR(info.st_mode)) {
      found_.roots.push_back(path);
      folders_.push_back({real_path(path), path});
    } else if (!S_ISREG(info.st_mode)) {
      found_.problems.push_back({named, "cannot read: neither a regular file nor a folder"});
    } else {
      found_.roots.push_back(path);
      files_.emplace_back(real_path(path), stamp_of(path, info));
    }
  }

  // Each once: a file may be named, and below a named folder.
  void settle_unread() {
    auto& unread = found_.unread;
    std::sort(unread.begin(), unread.end(),
              [](const Problem& a, const Problem& b) { return a.path < b.path; });
    unread.erase(std::unique(unread.begin(), unread.end(),
                             [](const Problem& a, const Problem& b) { return a.path == b.path; }),
                 unread.end());
  }

  // Takes a file that was named, or that a link leads to, unless it is taken under another path.
  void take_file(const std::string& real, const FileStamp& stamp) {
    const fs::path file(real);
    const bool walked = walked_.contains(file.parent_path().string());
    if (walked && is_wanted(real, file.filename().string())) return;
    if (taken_.insert(real).second) found_.files.push_back(stamp);
  }

  // Folders wait in a list, not on the stack: trees may be deep.
  void walk(const Place& root) {
    std::vector<Place> waiting = {root};
    while (!waiting.empty()) {
      const Place folder = std::move(waiting.back());
      waiting.pop_back();
      // Named twice, through a link, or below another named one.
      if (!walked_.insert(folder.real).second) continue;
      std::error_code error;
      fs::directory_iterator entry(folder.path, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        take_entry(folder, entry->path().filename().string(), waiting);
      }
      if (!error) continue;
      found_.problems.push_back({folder.path, "cannot read the folder: " + error.message()});
      walked_.erase(folder.real);  // so that its other paths are reported, too
    }
  }

  void take_entry(const Place& folder, const std::string& name, std::vector<Place>& waiting) {
    const std::string path = (fs::path(folder.path) / name).string();
    struct stat info {};
    if (lstat(path.c_str(), &info) != 0) {
      found_.problems.push_back({path, "cannot read: " + reason(errno)});
      return;
    }
    const bool link = S_ISLNK(info.st_mode);
    const bool wanted = is_wanted(path, name);
    if (link && stat(path.c_str(), &info) != 0) {
      if (wanted) found_.problems.push_back({path, "cannot follow the link: " + reason(errno)});
      return;
    }
    if (S_ISDIR(info.st_mode)) {
      if (!link && name.front() != '.') {
        waiting.push_back({(fs::path(folder.real) / name).string(), path});
      }
    } else if (S_ISREG(info.st_mode) && name != kGivenFileName) {
      if (wanted) {
        (link ? links_ : found_.files).push_back(stamp_of(path, info));
        return;
      }
      std::string why = name.front() == '.' ? "" : why_unread_kind(path);
      if (why.empty() || has_text_beside(path)) {
        ++found_.skipped;
      } else {
        found_.unread.push_back({path, std::move(why)});
      }
    }
  }

  Discovery found_;
  std::vector<Place> folders_;                            // named
  std::vector<std::pair<std::string, FileStamp>> files_;  // likewise; with their real paths
  std::vector<FileStamp> links_;                          // to files, below named folders
  std::set<std::string> walked_, taken_;                  // real paths of folders, of files
};

}  // namespace

bool is_same_file(const FileStamp& a, const FileStamp& b) {
  FileStamp other = b;
  other.given = a.given;
  return a == other;
}

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

Discovery discover(const std::vector<std::string>& paths) { return Walk(paths).result(); }

}  // namespace ibid
