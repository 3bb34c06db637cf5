// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/byte_chains.h"

#include <algorithm>

namespace ibid {
namespace {

constexpr std::size_t kLine = 64;  // bytes of the processor's cache
constexpr std::uint32_t kLinkBytes = sizeof(std::uint32_t);
constexpr std::uint32_t kFirstSlice = 12 + kLinkBytes, kLargestSlice = 4096;

std::uint32_t slice_after(std::uint32_t slice) {
  return slice == 0 ? kFirstSlice : std::min(slice * 2, kLargestSlice);
}

}  // namespace

void ByteChains::append_across(Chain& chain, const char* bytes, std::size_t size) {
  while (size > 0) {
    if (chain.at == chain.end) next_slice(chain);
    const std::size_t part = std::min<std::size_t>(size, chain.end - chain.at);
    std::memcpy(at(chain.at), bytes, part);
    chain.at += static_cast<std::uint32_t>(part);
    bytes += part;
    size -= part;
  }
}

void ByteChains::next_slice(Chain& chain) {
  const std::uint32_t slice = slice_after(chain.slice);
  const std::uint32_t room = (kBlockBytes - (free_ & (kBlockBytes - 1))) & (kBlockBytes - 1);
  if (room < slice) {
    free_ = static_cast<std::uint32_t>(blocks_.size()) << kBlockBits;
    blocks_.emplace_back(kBlockBytes);
    if (free_ == 0) free_ = kLinkBytes;  // 0 means none
  }
  const std::uint32_t begin = free_;
  free_ += slice;
  if (chain.slice == 0) {
    chain.first = begin;
  } else {
    std::memcpy(at(chain.end), &begin, kLinkBytes);
  }
  chain.at = begin;
  chain.end = begin + slice - kLinkBytes;
  chain.slice = slice;
}

void ByteChains::append_to(std::string& out, const Chain& chain) const {
  std::uint32_t begin = chain.first;
  for (std::uint32_t slice = 0; begin != 0;) {
    slice = slice_after(slice);
    const std::uint32_t end = begin + slice - kLinkBytes;
    if (end == chain.end) {
      out.append(at(begin), chain.at - begin);
      return;
    }
    std::uint32_t next = 0;
    std::memcpy(&next, at(end), kLinkBytes);
    fetch_soon(at(next));
    fetch_soon(at(next) + kLine);
    out.append(at(begin), end - begin);
    begin = next;
  }
}

void ByteChains::clear() {
  blocks_.clear();
  free_ = 0;
}

}  // namespace ibid
