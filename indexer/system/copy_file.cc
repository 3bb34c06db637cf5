// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/system/copy_file.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/error.h"
#include "corpus/file_descriptor.h"
#include "indexer/system/durable_files.h"

namespace ibid {
namespace {

constexpr std::size_t kPiece = std::size_t{4} << 20U;  // bytes between two questions to go on

struct File {
  const std::string& path;
  FileDescriptor descriptor;
};

std::uint64_t size_of(const File& file) {
  struct stat status {};
  if (::fstat(file.descriptor.get(), &status) != 0) fail_system("cannot read " + file.path, errno);
  return static_cast<std::uint64_t>(status.st_size);
}

// The next bytes, `piece` or all that are left; empty at the end.
std::string read_piece(const File& file, std::size_t piece) {
  std::string bytes(piece, '\0');
  std::size_t got = 0;
  while (got < piece) {
    const ssize_t n = ::read(file.descriptor.get(), bytes.data() + got, piece - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot read " + file.path, errno);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

// kCopied: they differ.
CopyOutcome compare(const File& from, const std::string& to, const std::function<bool()>& go_on) {
  const File there{to, FileDescriptor(::open(to.c_str(), O_RDONLY | O_CLOEXEC))};
  if (!there.descriptor.is_open() || size_of(from) != size_of(there)) return CopyOutcome::kCopied;
  while (go_on()) {
    const std::string bytes = read_piece(from, kPiece);
    if (bytes != read_piece(there, kPiece)) return CopyOutcome::kCopied;
    if (bytes.empty()) return CopyOutcome::kThereBefore;
  }
  return CopyOutcome::kStopped;
}

bool cannot_share(int error) {
  return error == EXDEV || error == EINVAL || error == ENOSYS || error == EOPNOTSUPP ||
         error == EPERM || error == EBADF || error == ENOTTY || error == ETXTBSY;
}

// Both go on from where they are. False: stopped.
bool copy_by_hand(const File& from, const File& to, const std::function<bool()>& go_on) {
  while (go_on()) {
    const std::string bytes = read_piece(from, kPiece);
    if (bytes.empty()) return true;
    write_all(to.descriptor, to.path, bytes);
  }
  return false;
}

bool copy_all(const File& from, const File& to, const std::function<bool()>& go_on) {
  if (::ioctl(to.descriptor.get(), FICLONE, from.descriptor.get()) == 0) return true;
  while (go_on()) {
    const ssize_t n =
        ::copy_file_range(from.descriptor.get(), nullptr, to.descriptor.get(), nullptr, kPiece, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && !cannot_share(errno)) fail_system("cannot write " + to.path, errno);
    // Some file systems say that they are at the end when they only cannot.
    if (n <= 0) return copy_by_hand(from, to, go_on);
  }
  return false;
}

}  // namespace

CopyOutcome copy_durably(const std::string& from, const std::string& to,
                         const std::function<bool()>& go_on) {
  const File source{from, open_file(from, O_RDONLY)};
  const CopyOutcome there = compare(source, to, go_on);
  if (there != CopyOutcome::kCopied) return there;
  if (::lseek(source.descriptor.get(), 0, SEEK_SET) != 0) fail_system("cannot read " + from, errno);
  const File copy{to, open_file(to, O_WRONLY | O_CREAT | O_TRUNC, 0666)};
  if (!copy_all(source, copy, go_on)) return CopyOutcome::kStopped;
  if (::fsync(copy.descriptor.get()) != 0) fail_system("cannot sync " + to, errno);
  return CopyOutcome::kCopied;
}

}  // namespace ibid
