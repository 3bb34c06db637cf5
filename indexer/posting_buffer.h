// SPDX-License-Identifier: GPL-2.0-or-later
//
// Inverts documents in memory: for each term the documents that hold it. What it holds becomes a
// run (posting_run.h): all lists, in the order of their keys.
//
// Key of a list: a ListKind, then the term, or glass::value_chunk_key(slot), or nothing.
// Lists, docids ascending; all numbers varints, gaps from the docid before (from 0 at first):
//   kTerm     gap, wdf
//   kValues   gap, size, bytes of the value
//   kLengths  gap, length (the sum of the document's wdf)
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/byte_chains.h"
#include "indexer/index_sink.h"
#include "indexer/large_pages.h"
#include "indexer/vocabulary.h"

namespace ibid {

enum class ListKind : char { kValues = 1, kLengths = 2, kTerm = 3 };

// Thread: one writer; readers in any number while nobody writes.
class PostingBuffer {
 public:
  explicit PostingBuffer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // `docid` ascends from call to call, also over clear(). `length`: the sum of all wdf.
  void add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length);
  // One more term of that document.
  void add(std::uint32_t docid, TermId term, std::uint32_t wdf);

  bool empty() const { return terms_held_ == 0 && lengths_.bytes.first == 0; }
  std::uint64_t memory_bytes() const;
  void clear();

  // The lists of a run, in the order of their keys.
  struct ListRef {
    ListKind kind = ListKind::kTerm;
    std::uint32_t number = 0;  // TermId or slot
  };
  std::vector<ListRef> lists() const;
  // Returns the last docid of the list.
  std::uint32_t fill(ListRef list, std::string& key, std::string& bytes) const;

 private:
  struct List {
    ByteChains::Chain bytes;
    std::uint32_t docid = 0;  // the last one
  };

  const List& find(ListRef list) const;
  void append(List& list, std::uint32_t docid, std::uint32_t number);
  void append(List& list, std::uint32_t docid, const std::string& rest);

  const Vocabulary& vocabulary_;
  LargeVector<List> terms_;               // by TermId
  std::map<std::uint32_t, List> values_;  // by slot
  List lengths_;
  std::size_t terms_held_ = 0;
  ByteChains chains_;
  std::string scratch_;
};

}  // namespace ibid
