// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/posting_reader.h"

#include <bit>
#include <cstring>
#include <utility>

#include "corpus/error.h"
#include "indexer/glass/encoding.h"

namespace ibid::glass {
namespace {

std::string term_key(std::string_view term) {
  std::string key;
  append_sortstr_open(key, term);
  return key;
}

const signed char* bytes(const char* at) { return reinterpret_cast<const signed char*>(at); }

std::uint64_t read_number(const signed char*& at, const signed char* end) {
  const char* from = reinterpret_cast<const char*>(at);
  const std::uint64_t number = read_varint(from, reinterpret_cast<const char*>(end));
  at = bytes(from);
  return number;
}

}  // namespace

PostingReader::PostingReader(TableReader& table, std::string_view term)
    : PostingReader(table, term_key(term), term_key(term) + '\0', false) {}

PostingReader PostingReader::lengths(TableReader& table) {
  return {table, std::string(kLengthsKey), std::string(kLengthsKey), true};
}

PostingReader::PostingReader(TableReader& table, std::string first_key, std::string later_keys,
                             bool reads_once)
    : table_(table), later_keys_(std::move(later_keys)) {
  if (reads_once) cursor_.reads_once();
  if (!table_.find(first_key, cursor_) || cursor_.key() != first_key) return;
  if (cursor_.deflated()) fail_damaged();
  begin_list(cursor_.tag());
}

PostingReader::PostingReader(TableReader& table, std::shared_ptr<const std::string> list)
    : table_(table), list_(std::move(list)) {
  if (!list_->empty()) begin_list(*list_);
}

PostingReader::Found PostingReader::find(TableReader& table, std::string_view term,
                                         TableCursor& cursor) {
  const std::string key = term_key(term);
  if (!table.find(key, cursor) || cursor.key() != key) return {};
  if (cursor.deflated()) fail_damaged();
  const signed char* at = bytes(cursor.tag().data());
  const signed char* const end = at + cursor.tag().size();
  Found found{read_frequency(cursor.tag(), at), {}};
  read_number(at, end);  // the sum of wdf
  read_number(at, end);  // the first docid
  if (at != end && *at == '1') found.list = cursor.tag();
  return found;
}

// `at`: the start of the list.
std::uint32_t PostingReader::read_frequency(std::string_view list, const signed char*& at) {
  const std::uint64_t frequency = read_number(at, bytes(list.data()) + list.size());
  if (frequency > UINT32_MAX) fail_damaged();
  return static_cast<std::uint32_t>(frequency);
}

void PostingReader::begin_list(std::string_view list) {
  const signed char* at = bytes(list.data());
  const signed char* const end = at + list.size();
  frequency_ = read_frequency(list, at);
  read_number(at, end);  // the sum of wdf
  const std::uint64_t first = read_number(at, end) + 1;
  begin_chunk(first, at, end);
}

void PostingReader::begin_chunk(std::uint64_t first, const signed char* at,
                                const signed char* end) {
  if (at == end || (*at != '0' && *at != '1')) fail_damaged();
  is_last_chunk_ = *at++ == '1';
  const std::uint64_t span = read_number(at, end);
  const std::uint64_t wdf = read_number(at, end);
  if (span >= kEnd || first + span >= kEnd || wdf > UINT32_MAX) fail_damaged();
  docid_ = first;
  last_ = first + span;
  wdf_ = static_cast<std::uint32_t>(wdf);
  at_ = at;
  end_ = end;
}

void PostingReader::Entry::take_long_numbers(const signed char* end) {
  const std::uint64_t gap = read_number(next_at, end);
  const std::uint64_t times = read_number(next_at, end);
  if (gap >= kEnd || times > UINT32_MAX) fail_damaged();
  docid += gap + 1;
  wdf = static_cast<std::uint32_t>(times);
}

void PostingReader::next_chunk() {
  if (is_last_chunk_) {
    docid_ = kEnd;
    return;
  }
  if (!table_.next(cursor_)) fail_damaged();
  begin_later_chunk();
}

void PostingReader::begin_later_chunk() {
  const std::string_view key = cursor_.key();
  if (!key.starts_with(later_keys_) || cursor_.deflated()) fail_damaged();
  const std::uint64_t before = last_;
  const signed char* const tag = bytes(cursor_.tag().data());
  begin_chunk(read_sortable(key.substr(later_keys_.size())), tag, tag + cursor_.tag().size());
  if (docid_ <= before) fail_damaged();
}

void PostingReader::skip_to(std::uint64_t docid) {
  if (docid > last_ && docid_ != kEnd) {
    if (is_last_chunk_ || docid >= kEnd) {
      docid_ = kEnd;
    } else {
      skip_to_chunk(static_cast<std::uint32_t>(docid));
    }
  }
  while (docid_ < docid) {
    pass_short_entries(docid);
    advance();
  }
}

// Skips entries before `docid`, four at a time, as long as all their numbers have one byte. Leaves
// at least one of them for advance().
void PostingReader::pass_short_entries(std::uint64_t docid) {
  constexpr std::uint64_t kLongBits = 0x8080808080808080, kGaps = 0x00FF00FF00FF00FF,
                          kAddLanes = 0x0001000100010001;
  constexpr unsigned kTopLane = 48;
  constexpr std::ptrdiff_t kBytes = 8;
  while (end_ - at_ >= kBytes) {
    const std::uint64_t four = eight_bytes(at_);
    if ((four & kLongBits) != 0) break;
    const std::uint64_t passed = docid_ + ((four & kGaps) * kAddLanes >> kTopLane) + 4;
    if (passed >= docid) break;
    docid_ = passed;
    at_ += kBytes;
  }
}

// Goes to the last chunk that begins at or before `docid`, which is past the present chunk; if that
// is the present one, to the next.
void PostingReader::skip_to_chunk(std::uint32_t docid) {
  std::string key = later_keys_;
  append_sortable(key, docid);
  const std::string present(cursor_.key());
  if (!table_.find(key, cursor_)) fail_damaged();
  if (cursor_.key() == present) return next_chunk();
  begin_later_chunk();
}

void PostingReader::fail_damaged() {
  throw Error(
      ErrorKind::kIndex,
      "a list of postings cannot be read; the index is damaged: run `ibid index --rebuild`");
}

}  // namespace ibid::glass
