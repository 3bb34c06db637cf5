// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/operands/scratch_index.h"

#include <fmt/core.h>
#include <stdlib.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "corpus/error.h"
#include "corpus/extract/tell_format.h"
#include "corpus/files/unread_kinds.h"
#include "search/index/reports/report_names.h"
#include "tools/terminal/interrupt.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

bool exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

// "S-400/S-500" is a question, "reports/a.txt" and "reports/2024" are paths.
bool looks_like_path(const std::string& word) {
  const std::size_t slash = word.find('/');
  if (word.find(':') < slash) return false;  // report:…, https://…
  if (format_of_name(word) || !why_unread_kind(word).empty()) return true;
  if (slash == std::string::npos) return false;
  return slash == 0 || exists(word.substr(0, slash));
}

// The entries of its folder nearest to the name of `path`.
std::vector<std::string> nearest_paths(const fs::path& path) {
  const fs::path folder = path.parent_path();
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(folder.empty() ? "." : folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> near = nearest_ids(path.filename().string(), names);
  for (std::string& name : near) name = (folder / name).string();
  return near;
}

}  // namespace

bool name_paths(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const bool all_exist =
      std::all_of(words.begin(), words.end(), [](const std::string& word) { return exists(word); });
  if (all_exist) return true;
  if (std::none_of(words.begin(), words.end(), looks_like_path)) return false;
  for (const std::string& word : words) {
    if (exists(word)) continue;
    throw Error(ErrorKind::kUsage, fmt::format("there is no file or folder {}{}", word,
                                               did_you_mean(nearest_paths(word))));
  }
  return true;
}

ScratchIndex::ScratchIndex(const std::vector<std::string>& paths) {
  std::string pattern = (fs::temp_directory_path() / "ibid-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw Error(ErrorKind::kSystem, "cannot make a folder like " + pattern + ": " +
                                        std::generic_category().message(errno));
  }
  folder_ = pattern;
  directory_ = (fs::path(folder_) / "index").string();
  UpdateOptions options;
  options.index_dir = directory_;
  options.paths = paths;
  try {
    summary_ = update_index(options, [](const UpdateProgress&) { return interrupt_signal() == 0; });
  } catch (...) {  // no destructor runs
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    throw;
  }
}

ScratchIndex::~ScratchIndex() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace ibid
