// SPDX-License-Identifier: GPL-2.0-or-later
//
// The postlist table of one state of an index, read without Xapian: posting lists, lengths in
// windows of documents, and what queries ask of each word. indexer/glass/posting_reader.h says why.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/glass/posting_reader.h"
#include "indexer/glass/table_reader.h"

namespace ibid {

// Documents are scored a window at a time, so that what is known of each lies in the processor's
// cache: 0 to kWindow - 1, and so on.
inline constexpr std::uint32_t kWindow = 2048;

// Thread: one object, one thread. Throws what glass::TableReader throws.
class IndexPostings {
 public:
  // Of the postlist table: its file, tree and state.
  IndexPostings(const std::string& path, const glass::TableRoot& root, std::uint32_t revision)
      : table_(path, root, revision) {}
  IndexPostings(const IndexPostings&) = delete;
  IndexPostings& operator=(const IndexPostings&) = delete;

  // Lent for this object's life.
  glass::PostingReader open(std::string_view term) { return {table_, term}; }
  // How many documents have the term; 0: the index does not hold it.
  std::uint32_t frequency(const std::string& term);
  bool has_terms_beginning(const std::string& prefix);
  // Of the key; empty: there is none.
  std::string metadata(std::string_view key);
  // Of the kWindow documents from `first` on, a multiple of kWindow; 0 for those there are not.
  // 4 bytes a document are kept. Lender: this object.
  const std::uint32_t* lengths(std::uint32_t first);

 private:
  glass::TableReader table_;
  glass::TablePlace place_;
  std::unordered_map<std::string, std::uint32_t>
      frequencies_;  // a query asks for each several times
  std::map<std::string, bool> beginnings_;
  std::vector<std::unique_ptr<std::uint32_t[]>> lengths_;  // by window
  std::optional<glass::PostingReader> length_reader_;
};

}  // namespace ibid
