// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where libraries below get no memory for their first tables, ICU 72 waits for itself or reads
// through a null pointer, and zstd 1.5.4 writes through one. So memory is asked for before they
// are called. Library-internal.
#pragma once

#include <cstddef>
#include <new>

namespace ibid {

// Throws std::bad_alloc where so many bytes cannot be had now; they are free again afterwards.
inline void expect_memory(std::size_t bytes) {
  void* const volatile room = ::operator new(bytes);
  ::operator delete(room);
}

}  // namespace ibid
