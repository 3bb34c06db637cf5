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
#include <vector>

#include "indexer/glass/posting_reader.h"
#include "indexer/glass/table_reader.h"
#include "search/index/recent_answers.h"

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
  std::uint32_t frequency(std::string_view term);
  bool has_terms_beginning(std::string_view prefix);
  // Of the key; empty: there is none.
  std::string metadata(std::string_view key);
  // In words, of the kWindow documents from `first` on, a multiple of kWindow; 0 for those there
  // are not, kLongDocument for that many and more. 2 bytes a document are kept: half as many lines
  // of the processor's cache. Lender: this object.
  const std::uint16_t* lengths(std::uint32_t first);
  static constexpr std::uint16_t kLongDocument = 0xFFFF;
  // Of a document that lengths() has given kLongDocument for.
  std::uint32_t long_length(std::uint32_t docid) const { return long_lengths_.at(docid); }

 private:
  void read_lengths(std::uint32_t first);

  glass::TableReader table_;
  glass::TableCursor place_;
  RecentAnswers<std::uint32_t> frequencies_;  // a query asks for each several times
  RecentAnswers<bool> beginnings_;
  std::vector<std::unique_ptr<std::uint16_t[]>> lengths_;  // by window
  std::map<std::uint32_t, std::uint32_t> long_lengths_;
  std::optional<glass::PostingReader> length_reader_;
};

}  // namespace ibid
