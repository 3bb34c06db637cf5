// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/reader/run_reader.h"

#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <string_view>
#include <system_error>
#include <thread>

#include "ibid_version.h"
#include "tools/reader/sandbox.h"
#include "tools/reader/serve.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMemoryBytes = std::uint64_t{1} << 30;
constexpr int kUsage = 2, kBroken = 3, kExhausted = 4;

// Ends the process, whatever it is doing, when nobody is left to read its answer: its parent was
// killed, or what reads the file has closed the pipe. (PR_SET_PDEATHSIG would also strike when the
// thread ends that started this process.)
void end_with_parent() {
  try {
    std::thread([] {
      pollfd answers{STDOUT_FILENO, 0, 0};
      do {
        answers.revents = 0;
        poll(&answers, 1, -1);
      } while ((answers.revents & (POLLERR | POLLNVAL)) == 0);
      _exit(kBroken);
    }).detach();
  } catch (const std::system_error&) {
    // Without it the process ends a little later: at its next answer.
  }
}

}  // namespace

int run_reader(int argc, char** argv, std::span<const FormatReader> readers) {
  bool check = false;
  std::uint64_t memory_bytes = kMemoryBytes;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    constexpr std::string_view kMemory = "--memory=";
    if (argument == "--check") {
      check = true;
    } else if (argument == "--version") {
      fmt::print("ibid-read {}\n", kVersion);
      return 0;
    } else if (const char* const end = argument.data() + argument.size();
               !argument.starts_with(kMemory) ||
               std::from_chars(argument.data() + kMemory.size(), end, memory_bytes).ptr != end) {
      fmt::print(stderr, "ibid-read: reads files for ibid, which starts it; unknown option {}\n",
                 argument);
      return kUsage;
    }
  }
  if (!check && isatty(STDIN_FILENO) == 1) {
    fmt::print(stderr, "ibid-read: reads files for ibid, which starts it; see ibid index --help\n");
    return kUsage;
  }
  const ReaderGuards guards = enter_sandbox(memory_bytes);
  if (check) {
    fmt::print("{}\n", in_words(guards));
    return 0;
  }
  end_with_parent();
  const ServeEnd end = serve(guards, readers);
  // At once: the watching thread never ends, and there is nothing to keep.
  _exit(end == ServeEnd::kDone ? 0 : end == ServeEnd::kBroken ? kBroken : kExhausted);
}

}  // namespace ibid
