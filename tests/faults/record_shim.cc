// SPDX-License-Identifier: GPL-2.0-or-later
//
// A library to be preloaded into `ibid`: writes down each call that changes files or folders below
// one folder, with its bytes, in the order in which the calls ended (disk_log.h reads it). Calls go
// to the kernel directly, so that no wrapper of a library is needed before it is loaded.
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "tests/faults/recorder.h"

namespace {

namespace rec = ibid::recorder;

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

extern "C" {

#define IBID_OPEN(name)                                     \
  int name(const char* path, int flags, ...) {              \
    va_list arguments;                                      \
    va_start(arguments, flags);                             \
    const mode_t mode = mode_of(flags, arguments);          \
    va_end(arguments);                                      \
    return rec::open_recorded(AT_FDCWD, path, flags, mode); \
  }
#define IBID_OPENAT(name)                                  \
  int name(int folder, const char* path, int flags, ...) { \
    va_list arguments;                                     \
    va_start(arguments, flags);                            \
    const mode_t mode = mode_of(flags, arguments);         \
    va_end(arguments);                                     \
    return rec::open_recorded(folder, path, flags, mode);  \
  }
IBID_OPEN(open)
IBID_OPEN(open64)
IBID_OPENAT(openat)
IBID_OPENAT(openat64)
int creat(const char* path, mode_t mode) {
  return rec::open_recorded(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}
FILE* fopen(const char* path, const char* mode) { return rec::open_stream(path, mode); }
FILE* fopen64(const char* path, const char* mode) { return rec::open_stream(path, mode); }

ssize_t write(int file, const void* bytes, std::size_t size) {
  return rec::write_recorded(file, bytes, size, -1);
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return rec::write_recorded(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off_t at) {
  return rec::write_recorded(file, bytes, size, at);
}

int fsync(int file) { return rec::sync_recorded(SYS_fsync, file); }
int fdatasync(int file) { return rec::sync_recorded(SYS_fdatasync, file); }
int ftruncate(int file, off_t size) noexcept { return rec::truncate_recorded(file, size); }
int ftruncate64(int file, off_t size) noexcept { return rec::truncate_recorded(file, size); }

int rename(const char* from, const char* to) noexcept {
  return rec::rename_recorded(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return rec::rename_recorded(from_folder, from, to_folder, to, 0);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return rec::rename_recorded(from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) noexcept { return rec::link_recorded(from, to); }
int symlink(const char* to, const char* path) noexcept { return rec::symlink_recorded(to, path); }
int unlink(const char* path) noexcept { return rec::unlink_recorded(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char* path, int flags) noexcept {
  return rec::unlink_recorded(folder, path, flags);
}
int rmdir(const char* path) noexcept { return rec::unlink_recorded(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) noexcept {
  struct stat status {};
  const bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  return rec::unlink_recorded(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return rec::mkdir_recorded(AT_FDCWD, path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  return rec::mkdir_recorded(folder, path, mode);
}

// ---- calls that the log cannot express: a test fails if one is made -------------------

ssize_t writev(int file, const iovec* parts, int count) {
  rec::note_other("writev", file);
  return syscall(SYS_writev, file, parts, count);
}
ssize_t pwritev(int file, const iovec* parts, int count, off_t at) {
  rec::note_other("pwritev", file);
  return syscall(SYS_pwritev, file, parts, count, at, 0L);
}
ssize_t sendfile(int to, int from, off_t* at, std::size_t size) noexcept {
  rec::note_other("sendfile", to);
  return syscall(SYS_sendfile, to, from, at, size);
}
ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, std::size_t size,
                        unsigned flags) {
  rec::note_other("copy_file_range", to);
  return syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
}
void* mmap(void* where, std::size_t size, int protection, int flags, int file, off_t at) noexcept {
  return rec::map_recorded(where, size, protection, flags, file, at);
}
void* mmap64(void* where, std::size_t size, int protection, int flags, int file,
             off_t at) noexcept {
  return rec::map_recorded(where, size, protection, flags, file, at);
}
int fallocate(int file, int mode, off_t at, off_t size) {
  rec::note_other("fallocate", file);
  return static_cast<int>(syscall(SYS_fallocate, file, mode, at, size));
}
int posix_fallocate(int file, off_t at, off_t size) { return fallocate(file, 0, at, size); }
int sync_file_range(int file, off64_t at, off64_t size, unsigned flags) {
  rec::note_other("sync_file_range", file);
  return static_cast<int>(syscall(SYS_sync_file_range, file, at, size, flags));
}
int syncfs(int file) noexcept {
  rec::note_other("syncfs", file);
  return static_cast<int>(syscall(SYS_syncfs, file));
}
int truncate(const char* path, off_t size) noexcept {
  rec::note_other("truncate", path);
  return static_cast<int>(syscall(SYS_truncate, path, size));
}

}  // extern "C"
