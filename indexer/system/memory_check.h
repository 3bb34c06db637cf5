// SPDX-License-Identifier: GPL-2.0-or-later
//
// If there is no memory for the first tables of these libraries, ICU 72 waits for itself or reads
// through a null pointer, and zstd 1.5.4 writes through one. So memory is tried before they are
// called. Library-internal.
#pragma once

#include <cstddef>
#include <new>

namespace ibid {

// Throws std::bad_alloc if that many bytes are not available now; they are free again afterwards.
inline void expect_memory(std::size_t bytes) {
  void* const volatile room = ::operator new(bytes);
  ::operator delete(room);
}

}  // namespace ibid
