// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/value_reader.h"

#include "corpus/error.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/postlist_writer.h"

namespace ibid::glass {
namespace {

[[noreturn]] void fail_damaged() {
  throw Error(ErrorKind::kIndex,
              "a list of values is invalid; the index is damaged: run `ibid index --rebuild`");
}

}  // namespace

ValueReader::ValueReader(TableReader& table, std::uint32_t slot)
    : table_(table), chunk_key_(value_chunk_key(slot)) {}

std::string_view ValueReader::value(std::uint32_t docid) {
  const bool is_behind = docid_ == 0 || docid < docid_;
  // In this chunk or a later one.
  if (is_behind && !go_to_chunk(docid)) return {};
  while (docid_ < docid) {
    if (at_ != end_) {
      docid_ += read_varint(at_, end_) + 1;
      read_entry();
      continue;
    }
    const std::uint64_t last = docid_;
    if (!go_to_chunk(docid)) return {};
    if (docid_ <= last) {  // the same one: it ends before the document
      docid_ = 0;
      return {};
    }
  }
  return docid_ == docid ? value_ : std::string_view();
}

// The last chunk that does not begin behind the document. False: there is none.
bool ValueReader::go_to_chunk(std::uint32_t docid) {
  docid_ = 0;
  std::string key = chunk_key_;
  append_sortable(key, docid);
  if (!table_.find(key, cursor_) || !cursor_.key().starts_with(chunk_key_)) return false;
  if (cursor_.deflated()) fail_damaged();
  docid_ = read_sortable(cursor_.key().substr(chunk_key_.size()));
  at_ = cursor_.tag().data();
  end_ = at_ + cursor_.tag().size();
  if (docid_ == 0) fail_damaged();
  read_entry();
  return true;
}

void ValueReader::read_entry() {
  const std::uint64_t size = read_varint(at_, end_);
  if (size > static_cast<std::uint64_t>(end_ - at_)) fail_damaged();
  value_ = {at_, static_cast<std::size_t>(size)};
  at_ += size;
}

}  // namespace ibid::glass
