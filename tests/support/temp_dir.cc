// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/temp_dir.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "indexer/schema.h"

namespace fs = std::filesystem;

namespace ibid::testing {

TempDir::TempDir() {
  std::string pattern = (fs::temp_directory_path() / "ibid-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
  path_ = fs::canonical(pattern).string();
}

TempDir::~TempDir() {
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(path_, error)) {
    if (entry.is_directory(error)) fs::permissions(entry.path(), fs::perms::owner_all, error);
  }
  fs::remove_all(path_, error);
}

std::string TempDir::at(std::string_view name) const { return path_ + "/" + std::string(name); }

std::string write_file(const std::string& path, std::string_view bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path);
  return path;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void touch_file(const std::string& path) {
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(10));
}

Listing list_files(const std::string& folder) {
  Listing listing;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == schema::kLockFile) continue;
    const auto time = entry.last_write_time().time_since_epoch();
    listing[fs::relative(entry.path(), folder).string()] = {
        entry.file_size(), std::chrono::duration_cast<std::chrono::nanoseconds>(time).count()};
  }
  return listing;
}

}  // namespace ibid::testing
