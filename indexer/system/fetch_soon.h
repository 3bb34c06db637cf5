// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tells the processor which memory is read or written soon, so that it may fetch it meanwhile. Large
// tables are in no cache: a read that waits takes a hundred times as long as one that does not.
#pragma once

namespace ibid {

inline void fetch_soon(const void* at) {
  __builtin_prefetch(at);
  // Without a side effect, g++ takes a function with nothing but a prefetch for one that does
  // nothing, and drops calls of it.
  asm volatile("" : : "r"(at));
}

}  // namespace ibid
