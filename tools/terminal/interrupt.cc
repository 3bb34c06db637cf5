// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/interrupt.h"

#include <atomic>
#include <csignal>

namespace ibid {
namespace {

// The one piece of global state: a signal handler can reach nothing else.
std::atomic<int> received_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int signal) { received_signal.store(signal); }

}  // namespace

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = note_signal;
  // The default action returns once caught: whoever presses Ctrl-C twice means it.
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int interrupt_signal() { return received_signal.load(); }

}  // namespace ibid
