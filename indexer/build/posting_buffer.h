// SPDX-License-Identifier: GPL-2.0-or-later
//
// Inverts documents in memory: a list of documents for each term, or for each word with its terms.
// The buffer becomes a run (posting_run.h): all lists in the order of their keys, with the lists of
// words merged into those of their terms.
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
#include <string_view>

#include "indexer/build/byte_chains.h"
#include "indexer/documents/index_document.h"
#include "indexer/documents/vocabulary.h"
#include "indexer/system/fetch_soon.h"
#include "indexer/system/large_pages.h"

namespace ibid {

enum class ListKind : char { kValues = 1, kLengths = 2, kTerm = 3 };

// Thread: one writer; readers in any number while nobody writes.
class PostingBuffer {
 public:
  explicit PostingBuffer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // `docid` ascends from call to call, also across clear(). `length`: the sum of all wdf.
  void add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length);
  // Adds one more term of that document, numbered in the vocabulary. A term is always added with
  // its number, or always without.
  void add(std::uint32_t docid, TermId term, std::uint32_t wdf);

  bool empty() const { return first_docid_ == 0; }
  // Without the constant memory per known term and word.
  std::uint64_t posting_bytes() const;
  std::uint64_t memory_bytes() const;
  void clear();

  // A list that nothing was added to has no docid.
  struct List {
    ByteChains::Chain bytes;
    std::uint32_t docid = 0;  // the last one
  };
  const Vocabulary& vocabulary() const { return vocabulary_; }
  // A document that has a term without a number.
  struct Unnumbered {
    std::uint64_t leading = 0;  // leading_bytes() of the term
    std::uint32_t at = 0;       // of its size, one byte, and its bytes
    std::uint32_t docid = 0;
  };
  const LargeVector<Unnumbered>& unnumbered() const { return unnumbered_; }  // in order of docids
  std::string_view term(const Unnumbered& posting) const {  // lender: this object, until clear()
    const char* const at = unnumbered_terms_.data() + posting.at;
    return {at + 1, static_cast<unsigned char>(*at)};
  }
  // term() of the posting comes soon.
  void expect(const Unnumbered& posting) const {
    fetch_soon(unnumbered_terms_.data() + posting.at);
  }
  const LargeVector<List>& terms() const { return terms_; }  // by TermId
  // By WordId: gap, times. Each is part of the lists of all terms of the word.
  const LargeVector<List>& words() const { return words_; }
  const std::map<std::uint32_t, List>& values() const { return values_; }  // by slot
  const List& lengths() const { return lengths_; }
  std::uint32_t first_docid() const { return first_docid_; }
  void append_to(std::string& out, const List& list) const { chains_.append_to(out, list.bytes); }
  // append_to() of the list comes soon.
  void expect(const List& list) const { chains_.expect_reading(list.bytes); }

 private:
  void append(List& list, std::uint32_t docid, std::uint32_t number);
  void append(List& list, std::uint32_t docid, const std::string& rest);

  const Vocabulary& vocabulary_;
  void add_unnumbered(std::uint32_t docid, std::string_view term);

  LargeVector<List> terms_, words_;
  LargeVector<Unnumbered> unnumbered_;
  LargeVector<char> unnumbered_terms_;
  std::map<std::uint32_t, List> values_;
  List lengths_;
  std::uint32_t first_docid_ = 0;
  ByteChains chains_;
  std::string scratch_;
};

}  // namespace ibid
