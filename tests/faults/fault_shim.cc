// SPDX-License-Identifier: GPL-2.0-or-later
//
// A library to be preloaded into `ibid`: counts its system calls for files below one folder, and at
// a given count kills the process or makes the call fail. fault_run.h sets the environment that it
// reads. Calls go to the kernel directly, so that no wrapper of a library or sanitizer is needed
// before it is loaded.
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

// The fault. Plain arrays: this library must not allocate memory.
struct Plan {
  char under[4096] = "";  // calls on files below this folder count
  char kinds[256] = "";   // ",write,sync,": of these kinds
  char act[32] = "";      // see fault_run.h
  int error = 0;          // the errno of "fail" and "done"
  long at = 0;            // at this call; 0: never
  bool on = false;        // and at all later calls
  int log = -1;           // each counted call as a line
};

Plan plan;
std::atomic<bool> ready{false};
std::atomic<long> counted{0};

void copy(char* to, std::size_t size, const char* from) {
  if (from != nullptr) snprintf(to, size, "%s", from);
}

long number(const char* name) {
  const char* text = getenv(name);
  return text == nullptr ? 0 : atol(text);
}

__attribute__((constructor)) void read_plan() {
  copy(plan.under, sizeof plan.under, getenv("IBID_FAULT_UNDER"));
  copy(plan.kinds, sizeof plan.kinds, getenv("IBID_FAULT_KINDS"));
  copy(plan.act, sizeof plan.act, getenv("IBID_FAULT_ACT"));
  plan.error = static_cast<int>(number("IBID_FAULT_ERROR"));
  plan.at = number("IBID_FAULT_AT");
  plan.on = number("IBID_FAULT_ON") != 0;
  if (const char* log = getenv("IBID_FAULT_LOG")) {
    plan.log = static_cast<int>(
        syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  }
  if (plan.under[0] != '\0') ready = true;
}

bool is_below(const char* path) {
  const std::size_t size = strlen(plan.under);
  return strncmp(path, plan.under, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

// True if the fault is due now.
bool due(const char* kind, const char* path) {
  char wanted[64];
  snprintf(wanted, sizeof wanted, ",%s,", kind);
  if (strstr(plan.kinds, wanted) == nullptr || !is_below(path)) return false;
  const long call = counted.fetch_add(1) + 1;
  if (plan.log >= 0) {
    char line[4200];
    const int size = snprintf(line, sizeof line, "%s %s\n", kind, path);
    syscall(SYS_write, plan.log, line, static_cast<std::size_t>(size));
  }
  return plan.at > 0 && (call == plan.at || (plan.on && call > plan.at));
}

[[noreturn]] void die() {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

bool acts(const char* act) { return strcmp(plan.act, act) == 0; }

// `call` returns what the system call returns: -1 with errno set if it failed.
template <class Call>
long on_path(const char* kind, const char* path, Call call) {
  if (!ready || path == nullptr || !due(kind, path)) return call();
  if (acts("kill") || acts("tear")) die();
  if (acts("short")) return call();
  if (acts("late") || acts("done")) call();
  if (acts("late")) die();
  errno = plan.error;
  return -1;
}

struct PathOf {
  char text[4096];
  explicit PathOf(int file) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const long size = syscall(SYS_readlink, link, text, sizeof text - 1);
    text[size < 0 ? 0 : size] = '\0';
  }
};

// `call` takes the number of bytes to pass on: a part of them for "short" and "tear".
template <class Call>
ssize_t on_file(const char* kind, int file, std::size_t size, Call call) {
  if (!ready || file <= 2) return call(size);
  const PathOf path(file);
  if (!due(kind, path.text)) return call(size);
  if (acts("short")) return call(size > 1 ? size / 2 : size);
  if (acts("tear")) call(size / 2);
  if (acts("kill") || acts("tear")) die();
  if (acts("late") || acts("done")) call(size);
  if (acts("late")) die();
  errno = plan.error;
  return -1;
}

int open_counted(int folder, const char* path, int flags, mode_t mode) {
  const bool writes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
  return static_cast<int>(on_path(writes ? "open" : "look", path,
                                  [&] { return syscall(SYS_openat, folder, path, flags, mode); }));
}

int rename_counted(int from_folder, const char* from, int to_folder, const char* to) {
  return static_cast<int>(on_path(
      "rename", to, [&] { return syscall(SYS_renameat2, from_folder, from, to_folder, to, 0U); }));
}

int unlink_counted(int folder, const char* path, int flags) {
  // A relative name belongs to a folder that is being removed.
  const PathOf inside(folder);
  const char* counted_as = path[0] == '/' ? path : inside.text;
  return static_cast<int>(
      on_path("unlink", counted_as, [&] { return syscall(SYS_unlinkat, folder, path, flags); }));
}

int sync_counted(long call, int file) {
  return static_cast<int>(on_file(
      "sync", file, 0, [&](std::size_t) { return static_cast<ssize_t>(syscall(call, file)); }));
}

int truncate_counted(int file, off_t size) {
  return static_cast<int>(on_file("truncate", file, 0, [&](std::size_t) {
    return static_cast<ssize_t>(syscall(SYS_ftruncate, file, size));
  }));
}

ssize_t pwrite_counted(int file, const void* bytes, std::size_t size, off_t at) {
  return on_file("write", file, size, [&](std::size_t part) {
    return static_cast<ssize_t>(syscall(SYS_pwrite64, file, bytes, part, at));
  });
}

ssize_t pread_counted(int file, void* bytes, std::size_t size, off_t at) {
  return on_file("read", file, size, [&](std::size_t part) {
    return static_cast<ssize_t>(syscall(SYS_pread64, file, bytes, part, at));
  });
}

void* map_counted(void* where, std::size_t size, int protection, int flags, int file, off_t at) {
  const auto map = [&](std::size_t) {
    return static_cast<ssize_t>(syscall(SYS_mmap, where, size, protection, flags, file, at));
  };
  const ssize_t mapped = file < 0 || acts("short") ? map(size) : on_file("map", file, size, map);
  return reinterpret_cast<void*>(mapped);  // -1 is MAP_FAILED
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

extern "C" {

#define IBID_OPEN(name)                               \
  int name(const char* path, int flags, ...) {        \
    va_list arguments;                                \
    va_start(arguments, flags);                       \
    const mode_t mode = mode_of(flags, arguments);    \
    va_end(arguments);                                \
    return open_counted(AT_FDCWD, path, flags, mode); \
  }
#define IBID_OPENAT(name)                                  \
  int name(int folder, const char* path, int flags, ...) { \
    va_list arguments;                                     \
    va_start(arguments, flags);                            \
    const mode_t mode = mode_of(flags, arguments);         \
    va_end(arguments);                                     \
    return open_counted(folder, path, flags, mode);        \
  }
IBID_OPEN(open)
IBID_OPEN(open64)
IBID_OPENAT(openat)
IBID_OPENAT(openat64)

ssize_t write(int file, const void* bytes, std::size_t size) {
  return on_file("write", file, size, [&](std::size_t part) {
    return static_cast<ssize_t>(syscall(SYS_write, file, bytes, part));
  });
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  return pwrite_counted(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off_t at) {
  return pwrite_counted(file, bytes, size, at);
}
ssize_t writev(int file, const iovec* parts, int count) {
  return on_file("write", file, 0, [&](std::size_t) {
    return static_cast<ssize_t>(syscall(SYS_writev, file, parts, count));
  });
}
ssize_t read(int file, void* bytes, std::size_t size) {
  return on_file("read", file, size, [&](std::size_t part) {
    return static_cast<ssize_t>(syscall(SYS_read, file, bytes, part));
  });
}
ssize_t pread(int file, void* bytes, std::size_t size, off_t at) {
  return pread_counted(file, bytes, size, at);
}
ssize_t pread64(int file, void* bytes, std::size_t size, off_t at) {
  return pread_counted(file, bytes, size, at);
}
void* mmap(void* where, std::size_t size, int protection, int flags, int file, off_t at) {
  return map_counted(where, size, protection, flags, file, at);
}
void* mmap64(void* where, std::size_t size, int protection, int flags, int file, off_t at) {
  return map_counted(where, size, protection, flags, file, at);
}

int fsync(int file) { return sync_counted(SYS_fsync, file); }
int fdatasync(int file) { return sync_counted(SYS_fdatasync, file); }
int ftruncate(int file, off_t size) { return truncate_counted(file, size); }
int ftruncate64(int file, off_t size) { return truncate_counted(file, size); }

int rename(const char* from, const char* to) noexcept {
  return rename_counted(AT_FDCWD, from, AT_FDCWD, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return rename_counted(from_folder, from, to_folder, to);
}
int link(const char* from, const char* to) noexcept {
  return static_cast<int>(
      on_path("rename", to, [&] { return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); }));
}
int symlink(const char* to, const char* path) noexcept {
  return static_cast<int>(
      on_path("symlink", path, [&] { return syscall(SYS_symlinkat, to, AT_FDCWD, path); }));
}
int unlink(const char* path) noexcept { return unlink_counted(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char* path, int flags) noexcept {
  return unlink_counted(folder, path, flags);
}
int rmdir(const char* path) noexcept { return unlink_counted(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) noexcept {
  const int result = unlink_counted(AT_FDCWD, path, 0);
  return result == 0 || errno != EISDIR ? result : unlink_counted(AT_FDCWD, path, AT_REMOVEDIR);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return static_cast<int>(
      on_path("mkdir", path, [&] { return syscall(SYS_mkdirat, AT_FDCWD, path, mode); }));
}

}  // extern "C"
