// SPDX-License-Identifier: GPL-2.0-or-later
//
// The postlist table of one state of an index, read without Xapian: posting lists, document lengths
// by windows, and what queries ask about each word. indexer/glass/posting_reader.h says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/glass/posting_reader.h"
#include "indexer/glass/table_reader.h"
#include "indexer/glass/value_reader.h"
#include "search/index/recent_answers.h"

namespace ibid {

// Documents are scored one window at a time (0 to kWindow - 1, and so on), so that the data of each
// fits in the processor's cache.
inline constexpr std::uint32_t kWindow = 2048;

// Thread: one object, one thread. Throws what glass::TableReader throws.
class IndexPostings {
 public:
  // The file, tree and state of the postlist table.
  IndexPostings(const std::string& path, const glass::TableRoot& root, std::uint32_t revision)
      : table_(path, root, revision) {}
  IndexPostings(const IndexPostings&) = delete;
  IndexPostings& operator=(const IndexPostings&) = delete;

  // The reader is valid for this object's lifetime.
  glass::PostingReader open(std::string_view term);
  // Likewise.
  glass::ValueReader values(std::uint32_t slot) { return {table_, slot}; }
  // How many documents have the term; 0 if the index does not hold it.
  std::uint32_t frequency(std::string_view term) { return known(term).frequency; }
  bool has_terms_beginning(std::string_view prefix);
  // The first term that is not before `term`, which is not empty; nothing if there is none.
  std::optional<std::string> first_term_from(std::string_view term);
  // Returns the key's metadata, or empty if there is none.
  std::string metadata(std::string_view key);
  // Lengths in words of the kWindow documents from `first` on, which is a multiple of kWindow: 0
  // for documents that do not exist, kLongDocument for that length and more. 2 bytes a document
  // take half as many cache lines as 4. Owner: this object.
  const std::uint16_t* lengths(std::uint32_t first);
  static constexpr std::uint16_t kLongDocument = 0xFFFF;
  // The length of a document for which lengths() gave kLongDocument.
  std::uint32_t long_length(std::uint32_t docid) const { return long_lengths_.at(docid); }

 private:
  // A term that was looked up; with its list, if that is short.
  struct KnownTerm {
    std::uint32_t frequency = 0;
    std::shared_ptr<const std::string> list;  // null: a long one
  };
  struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  const KnownTerm& known(std::string_view term);
  void read_lengths(std::uint32_t first);

  glass::TableReader table_;
  glass::TableCursor cursor_;
  // A query asks for each of its terms several times, and words come again. A list takes a tenth of
  // the leaf that it is in.
  std::unordered_map<std::string, KnownTerm, HashText, std::equal_to<>> known_;
  std::size_t known_bytes_ = 0;
  RecentAnswers<bool> beginnings_;
  std::vector<std::unique_ptr<std::uint16_t[]>> lengths_;  // by window
  std::map<std::uint32_t, std::uint32_t> long_lengths_;
  std::optional<glass::PostingReader> length_reader_;
};

}  // namespace ibid
