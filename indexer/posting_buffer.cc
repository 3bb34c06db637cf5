// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/posting_buffer.h"

#include <algorithm>

#include "indexer/glass/encoding.h"
#include "indexer/glass/postlist_writer.h"

namespace ibid {

using glass::append_varint;
using glass::kMaxVarint32Bytes;
using glass::put_varint;

void PostingBuffer::add(std::uint32_t docid, const IndexDocument& document, std::uint32_t length) {
  for (const TermEntry& entry : document.text_terms) add(docid, entry.id, entry.wdf);
  for (const TermEntry& entry : document.exact_terms) add(docid, entry.id, entry.wdf);
  append(lengths_, docid, length);
  for (const auto& [slot, value] : document.values) {
    scratch_.clear();
    glass::append_string(scratch_, value);
    append(values_[slot], docid, scratch_);
  }
}

void PostingBuffer::add(std::uint32_t docid, TermId term, std::uint32_t wdf) {
  if (term >= terms_.size()) terms_.resize(vocabulary_.size());
  List& list = terms_[term];
  if (list.docid == 0) ++terms_held_;
  append(list, docid, wdf);
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

std::uint64_t PostingBuffer::memory_bytes() const {
  return chains_.memory_bytes() + terms_.capacity() * sizeof(List);
}

void PostingBuffer::clear() {
  terms_ = {};
  values_.clear();
  lengths_ = {};
  terms_held_ = 0;
  chains_.clear();
}

std::vector<PostingBuffer::ListRef> PostingBuffer::lists() const {
  std::vector<ListRef> lists;
  for (const auto& [slot, list] : values_) lists.push_back({ListKind::kValues, slot});
  std::sort(lists.begin(), lists.end(), [](const ListRef& a, const ListRef& b) {
    return glass::value_chunk_key(a.number) < glass::value_chunk_key(b.number);
  });
  if (lengths_.docid != 0) lists.push_back({ListKind::kLengths, 0});
  std::vector<std::pair<std::uint64_t, TermId>> held;
  held.reserve(terms_held_);
  for (std::size_t id = 0; id < terms_.size(); ++id) {
    const auto term = static_cast<TermId>(id);
    if (terms_[id].docid != 0) held.emplace_back(vocabulary_.leading(term), term);
  }
  std::sort(held.begin(), held.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : vocabulary_.less(a.second, b.second);
  });
  lists.reserve(lists.size() + held.size());
  for (const auto& [leading, id] : held) lists.push_back({ListKind::kTerm, id});
  return lists;
}

std::uint32_t PostingBuffer::fill(ListRef list, std::string& key, std::string& bytes) const {
  key.assign(1, static_cast<char>(list.kind));
  if (list.kind == ListKind::kValues) key += glass::value_chunk_key(list.number);
  if (list.kind == ListKind::kTerm) key += vocabulary_.term(list.number);
  const List& found = find(list);
  bytes.clear();
  chains_.append_to(bytes, found.bytes);
  return found.docid;
}

const PostingBuffer::List& PostingBuffer::find(ListRef list) const {
  if (list.kind == ListKind::kValues) return values_.at(list.number);
  return list.kind == ListKind::kLengths ? lengths_ : terms_[list.number];
}

}  // namespace ibid
