// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/index_time.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

namespace ibid {
namespace {

std::string formatted(const std::tm& time, const char* form) {
  char out[64];
  return {out, std::strftime(out, sizeof out, form, &time)};
}

}  // namespace

IndexTime time_of_index(const std::string& index_dir) {
  std::time_t newest = 0;
  std::error_code error;
  // A database is a folder beside ibid.json; of two, the newer one is live or soon will be.
  for (std::filesystem::directory_iterator at(index_dir, error), end; !error && at != end;
       at.increment(error)) {
    struct stat status {};
    const std::string file = at->path().string() + "/iamglass";
    if (stat(file.c_str(), &status) == 0) newest = std::max(newest, status.st_mtime);
  }
  std::tm local{};
  if (newest == 0 || localtime_r(&newest, &local) == nullptr) return {};
  return {formatted(local, "%Y-%m-%d %H:%M %z"), formatted(local, "%Y-%m-%dT%H:%M:%S%z")};
}

}  // namespace ibid
