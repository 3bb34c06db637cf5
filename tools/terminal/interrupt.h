// SPDX-License-Identifier: GPL-2.0-or-later
//
// Ctrl-C and `kill` during work that should end tidily.
#pragma once

namespace ibid {

// From now on the first SIGINT or SIGTERM only sets a flag; the second of the same kind kills.
void catch_interrupts();

// The signal received, or 0 if none. Thread: any.
int interrupt_signal();

}  // namespace ibid
