// SPDX-License-Identifier: GPL-2.0-or-later
//
// See sandbox.h. A list of what is allowed: a call that the kernel learns tomorrow is forbidden.
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "tools/reader/sandbox.h"
#include "tools/reader/sanitizers.h"

namespace ibid {
namespace {

using Filter = std::remove_pointer_t<scmp_filter_ctx>;

constexpr std::array kAllowed = std::to_array<int>({
    // memory
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    // open files
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(getdents64),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fstatfs),
    // names of files: looked at, not changed
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(statfs),
    // threads of this process
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(gettid),
    SCMP_SYS(membarrier),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(set_tid_address),
    // signals to itself
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    // the time, and what it is
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getpid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(getrandom),
    // the end
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
});

// Adds rules until one fails.
class Rules {
 public:
  explicit Rules(scmp_filter_ctx filter) : filter_(filter) {}

  template <class... Conditions>
  void allow(int call, Conditions... conditions) {
    add(SCMP_ACT_ALLOW, call, conditions...);
  }
  template <class... Conditions>
  void add(std::uint32_t action, int call, Conditions... conditions) {
    const std::array<scmp_arg_cmp, sizeof...(conditions)> all = {conditions...};
    const int error = seccomp_rule_add_array(filter_, action, call, all.size(), all.data());
    good_ = good_ && (error == 0 || error == -EDOM);  // the machine has no such call
  }
  bool good() const { return good_; }

 private:
  scmp_filter_ctx filter_;
  bool good_ = true;
};

constexpr scmp_arg_cmp has_bits(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}
constexpr scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

void allow_opening_to_read(Rules& rules) {
  constexpr std::uint64_t kWrites =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  rules.allow(SCMP_SYS(open), has_bits(1, kWrites, O_RDONLY));
  rules.allow(SCMP_SYS(openat), has_bits(2, kWrites, O_RDONLY));
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC}) {
    rules.allow(SCMP_SYS(fcntl), equals(1, static_cast<std::uint64_t>(command)));
  }
}

void allow_memory(Rules& rules) {
  // Code comes from files only, and is never written: libraries of iconv are loaded late.
  rules.allow(SCMP_SYS(mmap), has_bits(2, PROT_EXEC, 0));
  rules.allow(SCMP_SYS(mmap), has_bits(2, PROT_EXEC | PROT_WRITE, PROT_EXEC),
              has_bits(3, MAP_ANONYMOUS, 0));
  rules.allow(SCMP_SYS(mprotect), has_bits(2, PROT_EXEC, 0));
}

void allow_threads(Rules& rules) {
  constexpr std::uint64_t kThread = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
  rules.allow(SCMP_SYS(clone), has_bits(0, kThread, kThread));
  // Its flags are in memory, where a filter cannot look; then glibc takes clone.
  rules.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
  rules.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2));
  // abort() and the like.
  rules.allow(SCMP_SYS(tgkill), equals(0, static_cast<std::uint64_t>(getpid())));
}

void allow_limits(Rules& rules) {
  rules.allow(SCMP_SYS(prlimit64), equals(0, 0), equals(2, 0));  // reads them
  rules.allow(SCMP_SYS(setitimer), equals(0, ITIMER_PROF));
}

}  // namespace

bool allow_few_system_calls() {
  const std::unique_ptr<Filter, void (*)(scmp_filter_ctx)> filter(
      seccomp_init(SCMP_ACT_ERRNO(EPERM)), [](scmp_filter_ctx made) { seccomp_release(made); });
  if (!filter) return false;
  Rules rules(filter.get());
  for (const int call : kAllowed) rules.allow(call);
  allow_opening_to_read(rules);
  allow_memory(rules);
  allow_threads(rules);
  allow_limits(rules);
  if (kHasSanitizers) rules.allow(SCMP_SYS(pipe2));
  return rules.good() && seccomp_load(filter.get()) == 0;
}

}  // namespace ibid
