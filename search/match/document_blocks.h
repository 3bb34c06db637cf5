// SPDX-License-Identifier: GPL-2.0-or-later
//
// The documents of an index, in blocks that threads take one by one when they rank together.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "search/index/index_postings.h"

namespace ibid {

// Blocks of whole windows, in one part for each thread. A thread whose part is finished goes on in
// later parts, never in earlier ones: readers of lists only go forward. So any part except the
// first may be left entirely to other threads; the first is for the thread that always runs.
class DocumentBlocks {
 public:
  struct Block {
    std::uint64_t begin, end;  // documents; `end` is the first one after the block
  };

  DocumentBlocks(Xapian::docid last, std::size_t parts) : parts_(parts) {
    const std::uint64_t windows = std::uint64_t{last} / kWindow + 1;
    const std::size_t blocks_at_least = parts == 1 ? 1 : parts * kBlocksOfPart;
    block_ = (windows / blocks_at_least + 1) * kWindow;
    const std::uint64_t blocks = windows * kWindow / block_ + 1;
    for (std::size_t i = 0; i < parts; ++i) {
      parts_[i].next = blocks * i / parts;
      parts_[i].end = blocks * (i + 1) / parts;
    }
  }

  // The next block for a thread that has reached `part`, which may increase. Thread: safe.
  std::optional<Block> take(std::size_t& part) {
    for (; part < parts_.size(); ++part) {
      const std::uint64_t begin = parts_[part].next++ * block_;
      if (begin < std::min(parts_[part].end * block_, kEnd)) {
        return Block{begin, std::min(begin + block_, kEnd)};
      }
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kBlocksOfPart = 6;
  static constexpr std::uint64_t kEnd = glass::PostingReader::kEnd;
  struct Part {
    std::atomic<std::uint64_t> next{0};
    std::uint64_t end = 0;
  };
  std::vector<Part> parts_;
  std::uint64_t block_ = 0;  // documents
};

}  // namespace ibid
