// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages of PDF files as pictures: drawn by ibid-read, which the kernel confines, and kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "corpus/reader_process/reader_pool.h"
#include "search/passages/stored_passage.h"

namespace ibid {

// A larger file is not read to draw a page of it.
inline constexpr std::uint64_t kMostDrawnFileBytes = std::uint64_t{64} << 20;

// Why there is no picture.
struct NoPicture {
  enum class Why : std::uint8_t {
    kNoPage,   // the report has no such page
    kChanged,  // the file is not the one that was indexed, or is gone
    kLarge,    // more than kMostDrawnFileBytes
    kFailed,   // its page cannot be drawn, or ibid-read cannot
  };
  Why why = Why::kFailed;
};

// Thread: safe. Drawing is for threads that may be kept waiting: some seconds at most.
class PagePictures {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{24} << 20;  // kept

  PagePictures();

  // The page of the report's file as PNG: of the very bytes that were indexed. `page`: in the file,
  // from 0. Throws NoPicture.
  std::shared_ptr<const std::string> png(const ReportInfo& report, std::uint32_t page);

 private:
  using Key = std::pair<std::string, std::uint32_t>;  // SHA-256 of the file, page
  struct Kept {
    Key key;
    std::shared_ptr<const std::string> png;  // empty: it cannot be drawn
  };
  std::shared_ptr<const std::string> find(const Key& key);
  void keep(const Key& key, std::shared_ptr<const std::string> png);
  std::string drawn(const ReportInfo& report, std::uint32_t page);

  ReaderPool readers_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the latest first; guarded by mutex_, as the following
  std::map<Key, std::list<Kept>::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace ibid
