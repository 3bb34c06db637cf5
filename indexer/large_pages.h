// SPDX-License-Identifier: GPL-2.0-or-later
//
// Memory for large tables that are read all over: asks the system for large pages, without which
// most reads would also miss the processor's table of pages (TLB). Library-internal.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace ibid {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20;  // bytes; x86-64 and most of ARM

// An allocator whose blocks of a large page and more lie on large pages where the system has them.
template <class T>
struct LargePages {
  using value_type = T;
  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor): rebinding

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kLargePage) return static_cast<T*>(::operator new(bytes));
    void* block = std::aligned_alloc(kLargePage, (bytes + kLargePage - 1) / kLargePage * kLargePage);
    if (block == nullptr) throw std::bad_alloc();
    ::madvise(block, bytes, MADV_HUGEPAGE);  // a hint: nothing is lost where it is refused
    return static_cast<T*>(block);
  }
  void deallocate(T* block, std::size_t count) noexcept {
    if (count * sizeof(T) < kLargePage) {
      ::operator delete(block);
    } else {
      std::free(block);
    }
  }
  bool operator==(const LargePages&) const = default;
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace ibid
