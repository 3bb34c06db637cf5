// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/disk_log.h"

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

class LogReader {
 public:
  LogReader(std::string bytes, std::string folder)
      : bytes_(std::move(bytes)), folder_(std::move(folder)) {}

  bool at_end() const { return at_ == bytes_.size(); }

  DiskCall next() {
    const std::size_t end = bytes_.find('\n', at_);
    if (end == std::string::npos) throw std::runtime_error("the log is cut off");
    std::istringstream head(bytes_.substr(at_, end - at_));
    at_ = end + 1;
    DiskCall call;
    std::size_t path = 0, to = 0, size = 0;
    if (!(head >> call.kind >> call.offset >> path >> to >> size)) {
      throw std::runtime_error("the log is damaged");
    }
    call.path = relative(take(path));
    call.to = relative(take(to));
    call.bytes = take(size);
    return call;
  }

 private:
  std::string take(std::size_t size) {
    if (bytes_.size() - at_ < size) throw std::runtime_error("the log is cut off");
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

  std::string relative(const std::string& path) const {
    if (path == folder_) return "";
    return path.starts_with(folder_ + "/") ? path.substr(folder_.size() + 1) : path;
  }

  std::string bytes_, folder_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DiskCall> read_disk_log(const std::string& log, const std::string& folder) {
  LogReader reader(testing::read_bytes(log), folder);
  std::vector<DiskCall> calls;
  while (!reader.at_end()) calls.push_back(reader.next());
  return calls;
}

DiskEntry file_with(std::string bytes) { return {DiskEntry::Kind::kFile, std::move(bytes)}; }

DiskTree read_tree(const std::string& folder) {
  DiskTree tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    DiskEntry& read = tree[entry.path().lexically_relative(folder).string()];
    if (entry.is_symlink()) {
      read = {DiskEntry::Kind::kLink, fs::read_symlink(entry.path()).string()};
    } else if (entry.is_regular_file()) {
      read = file_with(testing::read_bytes(entry.path().string()));
    }
  }
  return tree;
}

void write_tree(const DiskTree& tree, const std::string& folder) {
  fs::create_directory(folder);
  for (const auto& [path, entry] : tree) {
    const std::string at = folder + "/" + path;
    if (entry.kind == DiskEntry::Kind::kLink) {
      fs::create_symlink(entry.bytes, at);
    } else if (entry.kind == DiskEntry::Kind::kFile) {
      testing::write_file(at, entry.bytes);
    } else {
      fs::create_directory(at);
    }
  }
}

}  // namespace ibid
