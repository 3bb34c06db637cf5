// SPDX-License-Identifier: GPL-2.0-or-later
//
// Memory for large tables that are read all over. It asks the system for large pages, without which
// most reads would also miss the processor's table of pages (TLB). Freed memory goes back to the
// system at once; on the heap it would lie among memory still in use. Library-internal.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace ibid {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20;  // bytes; x86-64 and most of ARM

// `bytes` is a multiple of kLargePage; so is the address returned. Throws std::bad_alloc.
inline void* map_large_pages(std::size_t bytes) {
  // Enough to hold an aligned block; the rest before and after it is given back.
  const std::size_t mapped = bytes + kLargePage;
  void* const map =
      ::mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (map == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(map);
  const std::size_t before = (0 - reinterpret_cast<std::uintptr_t>(map)) % kLargePage;
  if (before != 0) ::munmap(begin, before);
  ::munmap(begin + before + bytes, kLargePage - before);
  ::madvise(begin + before, bytes, MADV_HUGEPAGE);  // a hint: a refusal does no harm
  return begin + before;
}

// An allocator that puts blocks of a large page or more on large pages, if the system has them.
template <class T>
struct LargePages {
  using value_type = T;
  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor): rebinding

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    return static_cast<T*>(bytes < kLargePage ? ::operator new(bytes)
                                              : map_large_pages(whole_pages(bytes)));
  }
  void deallocate(T* block, std::size_t count) noexcept {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kLargePage) {
      ::operator delete(block);
    } else {
      ::munmap(block, whole_pages(bytes));
    }
  }
  static std::size_t whole_pages(std::size_t bytes) {
    return (bytes + kLargePage - 1) / kLargePage * kLargePage;
  }
  bool operator==(const LargePages&) const = default;
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace ibid
