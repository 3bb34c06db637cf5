// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/posting_buffer.h"

#include "indexer/glass/encoding.h"
#include "indexer/system/fetch_soon.h"

namespace ibid {

using glass::append_varint;
using glass::kMaxVarint32Bytes;
using glass::put_varint;

void PostingBuffer::add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length) {
  if (first_docid_ == 0) first_docid_ = docid;
  for (const TermEntry& entry : document.text_terms) add(docid, entry.id, entry.wdf);
  for (const TermEntry& entry : document.exact_terms) {
    if (entry.id == TermEntry::kUnnumbered) {
      add_unnumbered(docid, entry.term);
    } else {
      add(docid, entry.id, entry.wdf);
    }
  }
  if (!document.words.empty() && words_.size() < vocabulary_.words().size()) {
    words_.resize(vocabulary_.words().size());
  }
  // Most lists are not in the processor's cache: it may fetch the next ones early, first the list,
  // then its end.
  constexpr std::size_t kListAhead = 12, kEndAhead = 6;
  const auto list_of = [&](std::size_t i) { return &words_[document.words[i].id]; };
  const std::size_t count = document.words.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kListAhead < count) fetch_soon(list_of(i + kListAhead));
    if (i + kEndAhead < count) chains_.expect(list_of(i + kEndAhead)->bytes);
    append(*list_of(i), docid, document.words[i].times);
  }
  append(lengths_, docid, length);
  for (const auto& [slot, value] : document.values) {
    scratch_.clear();
    glass::append_string(scratch_, value);
    append(values_[slot], docid, scratch_);
  }
}

void PostingBuffer::add(std::uint32_t docid, TermId term, std::uint32_t wdf) {
  if (term >= terms_.size()) terms_.resize(vocabulary_.size());
  append(terms_[term], docid, wdf);
}

void PostingBuffer::append(List& list, std::uint32_t docid, std::uint32_t number) {
  constexpr std::size_t kMost = 2 * kMaxVarint32Bytes;
  const std::uint32_t gap = docid - list.docid;
  list.docid = docid;
  if (char* const begin = chains_.room(list.bytes, kMost)) {
    const char* const end = put_varint(put_varint(begin, gap), number);
    ByteChains::advance(list.bytes, static_cast<std::size_t>(end - begin));
    return;
  }
  char bytes[kMost];
  const char* const end = put_varint(put_varint(bytes, gap), number);
  chains_.append(list.bytes, bytes, static_cast<std::size_t>(end - bytes));
}

void PostingBuffer::append(List& list, std::uint32_t docid, const std::string& rest) {
  char bytes[kMaxVarint32Bytes];
  const char* const end = put_varint(bytes, docid - list.docid);
  list.docid = docid;
  chains_.append(list.bytes, bytes, static_cast<std::size_t>(end - bytes));
  chains_.append(list.bytes, rest.data(), rest.size());
}

void PostingBuffer::add_unnumbered(std::uint32_t docid, std::string_view term) {
  unnumbered_.push_back(
      {leading_bytes(term), static_cast<std::uint32_t>(unnumbered_terms_.size()), docid});
  unnumbered_terms_.push_back(static_cast<char>(term.size()));
  unnumbered_terms_.insert(unnumbered_terms_.end(), term.begin(), term.end());
}

std::uint64_t PostingBuffer::posting_bytes() const {
  return unnumbered_.capacity() * sizeof(Unnumbered) + unnumbered_terms_.capacity() +
         chains_.memory_bytes();
}

std::uint64_t PostingBuffer::memory_bytes() const {
  return posting_bytes() + (terms_.capacity() + words_.capacity()) * sizeof(List);
}

void PostingBuffer::clear() {
  terms_ = {};
  words_ = {};
  unnumbered_ = {};
  unnumbered_terms_ = {};
  values_.clear();
  lengths_ = {};
  first_docid_ = 0;
  chains_.clear();
}

}  // namespace ibid
