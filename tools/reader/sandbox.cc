// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/reader/sandbox.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <climits>

#include "tools/reader/sanitizers.h"

namespace ibid {
namespace {

bool bound(__rlimit_resource_t what, rlim_t most) {
  const rlimit limit{most, most};
  return setrlimit(what, &limit) == 0;
}

}  // namespace

ReaderGuards enter_sandbox(std::uint64_t memory_bytes) {
  ReaderGuards guards;
  close_range(STDERR_FILENO + 1, UINT_MAX, 0);
  // Each thread's heap reserves 64 MiB of addresses.
  mallopt(M_ARENA_MAX, 2);
  if (memory_bytes > 0 && !kHasSanitizers && bound(RLIMIT_AS, memory_bytes)) {
    guards.memory_bytes = memory_bytes;
  }
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_FSIZE, 4096);  // for the line of --check; no file can be opened to be written
  bound(RLIMIT_NOFILE, 64);
  // A bound that nothing can lift, far above what all files of a process may take; RLIMIT_NPROC
  // would count the user's other programs and forbid threads.
  bound(RLIMIT_CPU, 6 * 60 * 60);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  guards.landlock_abi = allow_few_folders();
  guards.seccomp = allow_few_system_calls();
  return guards;
}

}  // namespace ibid
