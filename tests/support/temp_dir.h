// SPDX-License-Identifier: GPL-2.0-or-later
//
// A fresh folder for one test, removed afterwards with everything in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace ibid::testing {

class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::string& path() const { return path_; }
  std::string at(std::string_view name) const;

 private:
  std::string path_;
};

// Also makes the folders above the file. Returns `path`.
std::string write_file(const std::string& path, std::string_view bytes);
std::string read_bytes(const std::string& path);

// Moves the file's time forward by ten seconds: consecutive writes may have the same time.
void touch_file(const std::string& path);

// Every regular file below `folder`, by its relative path: size in bytes and time in nanoseconds.
// Leaves out the writers' lock.
using Listing = std::map<std::string, std::pair<std::uint64_t, std::int64_t>>;
Listing list_files(const std::string& folder);

}  // namespace ibid::testing
