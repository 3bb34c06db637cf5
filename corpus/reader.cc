// SPDX-License-Identifier: GPL-2.0-or-later
//
// See reader.h.
#include "corpus/reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "corpus/code_points.h"
#include "corpus/error.h"
#include "corpus/passage_id.h"
#include "corpus/read_text.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  throw Error(ErrorKind::kInput, fmt::format("cannot read {}: {}", path, why));
}

[[noreturn]] void refuse(const std::string& path, int error) {
  refuse(path, std::generic_category().message(error));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// A name's bytes may be no UTF-8; a title must be.
std::string valid_utf8(std::string_view name) {
  std::string valid;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (next_code_point(name, at) == 0xFFFD) {
      valid += "\xEF\xBF\xBD";
    } else {
      valid.append(name.substr(begin, at - begin));
    }
  }
  return valid;
}

}  // namespace

std::string read_file(const std::string& path) {
  // Non-blocking, so that a pipe nobody writes to is refused instead of waited for.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) refuse(path, errno);
  struct stat info {};
  if (fstat(file.number(), &info) != 0) refuse(path, errno);
  if (S_ISDIR(info.st_mode)) refuse(path, "it is a folder");
  if (!S_ISREG(info.st_mode)) refuse(path, "it is no regular file");
  const auto too_large = fmt::format("it is larger than {} bytes; split it", kMaxFileBytes);
  if (static_cast<std::uint64_t>(info.st_size) > kMaxFileBytes) refuse(path, too_large);
  // The size is a hint: files of /proc say 0, and one may grow while it is read.
  constexpr std::size_t kStep = std::size_t{1} << 16;
  std::string bytes;
  std::size_t used = 0;
  for (bytes.resize(static_cast<std::size_t>(info.st_size) + 1);;) {
    if (used == bytes.size()) bytes.resize(bytes.size() + std::max(kStep, bytes.size() / 2));
    const ssize_t got = read(file.number(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse(path, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kMaxFileBytes) refuse(path, too_large);
  }
  bytes.resize(used);
  return bytes;
}

Report read_report(const std::string& path, std::string_view bytes, std::string_view report_id,
                   std::optional<Encoding> assumed) {
  const fs::path file(path);
  try {
    Report report = read_text(valid_utf8(file.stem().string()), bytes, report_id, assumed);
    report.path = fs::absolute(file).lexically_normal().string();
    report.sha256 = sha256_hex(bytes);
    report.size = bytes.size();
    return report;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInput) refuse(path, error.what());
    throw;
  }
}

}  // namespace ibid
