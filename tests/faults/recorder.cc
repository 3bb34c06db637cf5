// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/recorder.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace ibid::recorder {
namespace {

// Plain arrays: this library must not allocate memory.
struct Plan {
  char under[4096] = "";   // calls on files below this folder are recorded
  char kill_at[256] = "";  // "rename /iamglass": the process dies after the first such record
  char refused[256] = "";  // the first open to read a path that ends so fails
  bool no_sync = false;    // nothing waits for the real disk; syncs are recorded all the same
  int log = -1;
};

Plan plan;
bool ready = false;
std::mutex one_at_a_time;  // a call and its record are one step

void copy(char* to, std::size_t size, const char* from) {
  if (from != nullptr) snprintf(to, size, "%s", from);
}

__attribute__((constructor)) void read_plan() {
  copy(plan.under, sizeof plan.under, getenv("IBID_RECORD_UNDER"));
  copy(plan.kill_at, sizeof plan.kill_at, getenv("IBID_RECORD_KILL_AT"));
  copy(plan.refused, sizeof plan.refused, getenv("IBID_RECORD_REFUSE"));
  plan.no_sync = getenv("IBID_RECORD_NO_SYNC") != nullptr;
  const char* log = getenv("IBID_RECORD_LOG");
  if (log == nullptr || plan.under[0] == '\0') return;
  plan.log = static_cast<int>(
      syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  ready = plan.log >= 0;
}

bool is_below(const char* path) {
  const std::size_t size = strlen(plan.under);
  return strncmp(path, plan.under, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

bool ends_with(const char* text, const char* end) {
  const std::size_t size = strlen(text), tail = strlen(end);
  return size >= tail && strcmp(text + size - tail, end) == 0;
}

struct Path {
  char text[4096] = "";
  explicit Path(int file) {
    if (!ready || file < 0) return;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const long size = syscall(SYS_readlink, link, text, sizeof text - 1);
    text[size < 0 ? 0 : size] = '\0';
  }
  Path(int folder, const char* name) {
    if (!ready) return;
    if (name[0] == '/') {
      copy(text, sizeof text, name);
      return;
    }
    const Path above(folder);
    char here[4096] = "";
    if (folder == AT_FDCWD) syscall(SYS_getcwd, here, sizeof here);
    snprintf(text, sizeof text, "%.2000s/%.2000s", folder == AT_FDCWD ? here : above.text, name);
  }
  bool recorded() const { return ready && is_below(text); }
};

void die_if_wanted(const char* kind, const char* path) {
  const std::size_t size = strlen(kind);
  if (strncmp(plan.kill_at, kind, size) != 0 || plan.kill_at[size] != ' ') return;
  if (!ends_with(path, plan.kill_at + size + 1)) return;
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

struct Record {
  const char* kind;
  const char* path;
  const char* to = "";
  std::uint64_t offset = 0;
  const void* bytes = nullptr;
  std::size_t size = 0;
};

void write_down(const Record& record) {
  char head[128];
  const std::size_t path_size = strlen(record.path), to_size = strlen(record.to);
  const int head_size =
      snprintf(head, sizeof head, "%s %llu %zu %zu %zu\n", record.kind,
               static_cast<unsigned long long>(record.offset), path_size, to_size, record.size);
  const iovec parts[] = {{head, static_cast<std::size_t>(head_size)},
                         {const_cast<char*>(record.path), path_size},
                         {const_cast<char*>(record.to), to_size},
                         {const_cast<void*>(record.bytes), record.size}};
  syscall(SYS_writev, plan.log, parts, 4);
  die_if_wanted(record.kind, record.to[0] == '\0' ? record.path : record.to);
}

// `flags`: AT_SYMLINK_NOFOLLOW or 0.
std::uint64_t size_of(const char* path, int flags) {
  struct stat status {};
  if (syscall(SYS_newfstatat, AT_FDCWD, path, &status, flags) != 0) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

template <class Call>
int on_file(const char* kind, int file, std::uint64_t offset, Call call) {
  const Path path(file);
  if (!path.recorded()) return static_cast<int>(call());
  const std::lock_guard lock(one_at_a_time);
  const int result = static_cast<int>(call());
  if (result == 0) write_down({.kind = kind, .path = path.text, .offset = offset});
  return result;
}

// `to`: of a rename or a link.
template <class Call>
int on_path(const char* kind, const Path& path, const char* to, Call call) {
  if (!path.recorded() && !(ready && is_below(to))) return static_cast<int>(call());
  const std::lock_guard lock(one_at_a_time);
  const std::uint64_t size = size_of(path.text, AT_SYMLINK_NOFOLLOW);
  const int result = static_cast<int>(call());
  if (result == 0) write_down({.kind = kind, .path = path.text, .to = to, .offset = size});
  return result;
}

bool is_refused(const char* path, int flags) {
  const bool reads = (flags & (O_ACCMODE | O_CREAT | O_DIRECTORY)) == O_RDONLY;
  if (!reads || plan.refused[0] == '\0' || !ends_with(path, plan.refused)) return false;
  plan.refused[0] = '\0';
  errno = EIO;
  return true;
}

int file_of(void* cookie) { return static_cast<int>(reinterpret_cast<std::intptr_t>(cookie)); }

ssize_t write_cookie(void* cookie, const char* bytes, std::size_t size) {
  const ssize_t written = write_recorded(file_of(cookie), bytes, size, -1);
  return written < 0 ? 0 : written;
}

}  // namespace

int open_recorded(int folder, const char* name, int flags, mode_t mode) {
  const Path path(folder, name);
  const auto call = [&] {
    return static_cast<int>(syscall(SYS_openat, folder, name, flags, mode));
  };
  if (!path.recorded()) return call();
  const std::lock_guard lock(one_at_a_time);
  if (is_refused(path.text, flags)) return -1;
  const bool was_there = syscall(SYS_faccessat, AT_FDCWD, path.text, F_OK) == 0;
  const std::uint64_t size = size_of(path.text, 0);
  const int file = call();
  if (file < 0) return file;
  const Path opened(file);  // where links lead, as for its writes
  if ((flags & O_TMPFILE) == O_TMPFILE || (flags & O_APPEND) != 0) {
    write_down({.kind = "other", .path = path.text, .to = "open"});
  } else if ((flags & O_CREAT) != 0 && !was_there) {
    write_down({.kind = "create", .path = opened.text});
  } else if ((flags & O_TRUNC) != 0 && size != 0) {
    write_down({.kind = "truncate", .path = opened.text});
  }
  return file;
}

// The writes of stdio do not pass through write(): such a file gets our own.
FILE* open_stream(const char* name, const char* mode) {
  using Open = FILE* (*)(const char*, const char*);
  static const Open original = reinterpret_cast<Open>(dlsym(RTLD_NEXT, "fopen"));
  if (mode[0] == 'r' && strchr(mode, '+') == nullptr) return original(name, mode);
  if (!Path(AT_FDCWD, name).recorded()) return original(name, mode);
  if (mode[0] != 'w') note_other("fopen", name);
  const int only_new = strchr(mode, 'x') != nullptr ? O_EXCL : 0;
  const int file =
      open_recorded(AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | only_new, 0666);
  if (file < 0) return nullptr;
  cookie_io_functions_t calls{};
  calls.write = write_cookie;
  calls.close = [](void* cookie) { return close(file_of(cookie)); };
  return fopencookie(reinterpret_cast<void*>(static_cast<std::intptr_t>(file)), "w", calls);
}

ssize_t write_recorded(int file, const void* bytes, std::size_t size, off_t at) {
  const auto call = [&] {
    return static_cast<ssize_t>(at < 0 ? syscall(SYS_write, file, bytes, size)
                                       : syscall(SYS_pwrite64, file, bytes, size, at));
  };
  if (!ready || file <= 2) return call();
  const Path path(file);
  if (!path.recorded()) return call();
  const std::lock_guard lock(one_at_a_time);
  const long offset = at >= 0 ? at : syscall(SYS_lseek, file, 0, SEEK_CUR);
  const ssize_t written = call();
  if (written <= 0) return written;
  write_down({.kind = "write",
              .path = path.text,
              .offset = static_cast<std::uint64_t>(offset),
              .bytes = bytes,
              .size = static_cast<std::size_t>(written)});
  return written;
}

int sync_recorded(long call, int file) {
  return on_file("sync", file, 0, [&] { return plan.no_sync ? 0L : syscall(call, file); });
}

int truncate_recorded(int file, off_t size) {
  return on_file("truncate", file, static_cast<std::uint64_t>(size),
                 [&] { return syscall(SYS_ftruncate, file, size); });
}

int rename_recorded(int from_folder, const char* from, int to_folder, const char* to,
                    unsigned flags) {
  return on_path(flags == 0 ? "rename" : "other", Path(from_folder, from), Path(to_folder, to).text,
                 [&] { return syscall(SYS_renameat2, from_folder, from, to_folder, to, flags); });
}

int link_recorded(const char* from, const char* to) {
  return on_path("link", Path(AT_FDCWD, from), Path(AT_FDCWD, to).text,
                 [&] { return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); });
}

int symlink_recorded(const char* to, const char* path) {
  return on_path("symlink", Path(AT_FDCWD, path), to,
                 [&] { return syscall(SYS_symlinkat, to, AT_FDCWD, path); });
}

int unlink_recorded(int folder, const char* name, int flags) {
  const char* kind = (flags & AT_REMOVEDIR) != 0 ? "rmdir" : "unlink";
  return on_path(kind, Path(folder, name), "",
                 [&] { return syscall(SYS_unlinkat, folder, name, flags); });
}

int mkdir_recorded(int folder, const char* name, mode_t mode) {
  return on_path("mkdir", Path(folder, name), "",
                 [&] { return syscall(SYS_mkdirat, folder, name, mode); });
}

void* map_recorded(void* where, std::size_t size, int protection, int flags, int file, off_t at) {
  const bool shared = (flags & MAP_TYPE) != MAP_PRIVATE && (protection & PROT_WRITE) != 0;
  if (shared) note_other("mmap", file);
  return reinterpret_cast<void*>(syscall(SYS_mmap, where, size, protection, flags, file, at));
}

void note_other(const char* name, int file) {
  const Path path(file);
  if (file > 2 && path.recorded()) note_other(name, path.text);
}

void note_other(const char* name, const char* path) {
  if (!Path(AT_FDCWD, path).recorded()) return;
  const std::lock_guard lock(one_at_a_time);
  write_down({.kind = "other", .path = path, .to = name});
}

}  // namespace ibid::recorder
