// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many byte strings that grow at the same time, in one arena. Each is a chain of slices that double
// in size, so that a string of five bytes takes sixteen and a long string wastes little.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "indexer/system/fetch_soon.h"
#include "indexer/system/large_pages.h"

namespace ibid {

// Thread: one writer; readers (append_to) in any number while nobody writes.
class ByteChains {
 public:
  struct Chain {
    std::uint32_t first = 0;  // begin of its first slice; an arena offset, 0 if there is none
    std::uint32_t at = 0;     // of the next byte
    std::uint32_t end = 0;    // of the slice's bytes; a link follows
    std::uint32_t slice = 0;  // bytes of the last slice
  };
  static constexpr std::uint64_t kMostBytes = std::uint64_t{3} << 30;  // of the arena

  // Returns where `size` bytes can be written in one piece, to be followed by advance(); null if
  // only append() can write them.
  char* room(Chain& chain, std::size_t size) {
    return chain.end - chain.at >= size ? at(chain.at) : nullptr;
  }
  static void advance(Chain& chain, std::size_t size) {
    chain.at += static_cast<std::uint32_t>(size);
  }

  // The chain grows soon: the processor may begin to fetch its end.
  void expect(const Chain& chain) const {
    if (chain.slice != 0) fetch_soon(at(chain.at));
  }

  // The chain is read soon.
  void expect_reading(const Chain& chain) const {
    if (chain.first != 0) fetch_soon(at(chain.first));
  }

  // Range: memory_bytes() below kMostBytes before the call.
  void append(Chain& chain, const char* bytes, std::size_t size) {
    if (chain.end - chain.at >= size) {
      std::memcpy(at(chain.at), bytes, size);
      chain.at += static_cast<std::uint32_t>(size);
    } else {
      append_across(chain, bytes, size);
    }
  }

  void append_to(std::string& out, const Chain& chain) const;

  // What the chains take; up to a block more is allocated.
  std::uint64_t memory_bytes() const { return blocks_.empty() ? 0 : free_; }
  void clear();

 private:
  static constexpr unsigned kBlockBits = 21;  // a large page
  static constexpr std::uint32_t kBlockBytes = 1U << kBlockBits;

  char* at(std::uint32_t offset) {
    return blocks_[offset >> kBlockBits].data() + (offset & (kBlockBytes - 1));
  }
  const char* at(std::uint32_t offset) const {
    return blocks_[offset >> kBlockBits].data() + (offset & (kBlockBytes - 1));
  }
  void append_across(Chain& chain, const char* bytes, std::size_t size);
  void next_slice(Chain& chain);

  std::vector<LargeVector<char>> blocks_;
  std::uint32_t free_ = 0;  // begin of the next slice; if a block begins there: in a new block
};

}  // namespace ibid
