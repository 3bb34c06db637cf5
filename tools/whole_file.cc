// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "corpus/error.h"

namespace ibid {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(ErrorKind::kSystem, fmt::format("cannot write {}: {}", path, std::strerror(error)));
}

[[noreturn]] void refuse(const std::string& path) {
  throw Error(ErrorKind::kUsage, path + " is there already; --force replaces it");
}

// The file beside; removed unless it has moved to its place.
class Beside {
 public:
  explicit Beside(const std::string& path)
      : path_(path),
        name_(fmt::format("{}.{}.new", path, getpid())),
        file_(open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
    if (file_ < 0) fail(path_, errno);
  }
  ~Beside() {
    if (file_ >= 0) close(file_);
    unlink(name_.c_str());
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::write(file_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (fsync(file_) != 0 && errno != EINVAL) fail(path_, errno);
    const int closed = close(file_);
    file_ = -1;
    if (closed != 0) fail(path_, errno);
  }

  // A link, unlike a rename, replaces nothing.
  void put(Existing existing) const {
    if (existing == Existing::kKeep) {
      if (link(name_.c_str(), path_.c_str()) == 0) return;
      if (errno == EEXIST) refuse(path_);
      if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) fail(path_, errno);
      if (access(path_.c_str(), F_OK) == 0) refuse(path_);  // a file system without links
    }
    if (std::rename(name_.c_str(), path_.c_str()) != 0) fail(path_, errno);
  }

 private:
  std::string path_, name_;
  int file_ = -1;
};

}  // namespace

void write_whole_file(const std::string& path, std::string_view bytes, Existing existing) {
  Beside file(path);
  file.write(bytes);
  file.put(existing);
}

}  // namespace ibid
