// SPDX-License-Identifier: GPL-2.0-or-later
//
// What this process gives up before it looks at the first file. Each guard stands alone: where the
// kernel lacks one, the others hold.
#pragma once

#include <cstdint>

#include "corpus/reader_process/reader_protocol.h"

namespace ibid {

// Bounds memory to `memory_bytes` of addresses (0: not), closes all files but the standard streams,
// and forbids: writing and, where there is Landlock, reading files other than data that libraries
// read by name; the network; other programs and processes; signals to others; core dumps. Once,
// before any thread is started. Returns what holds.
ReaderGuards enter_sandbox(std::uint64_t memory_bytes);

// Parts of it, by what the kernel offers.

// seccomp: only system calls that reading and thinking need; all others fail with EPERM. False if
// the kernel has no seccomp.
bool allow_few_system_calls();

// Landlock: only what data libraries read by name may be opened, for reading. Returns the version
// of the kernel's interface; 0 if it has none.
std::uint32_t allow_few_folders();

}  // namespace ibid
