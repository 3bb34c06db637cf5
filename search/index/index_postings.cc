// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_postings.h"

#include <algorithm>

#include "indexer/glass/encoding.h"
#include "indexer/glass/format.h"

namespace ibid {

glass::PostingReader IndexPostings::open(std::string_view term) {
  const KnownTerm& found = known(term);
  if (found.list == nullptr) return {table_, term};
  return {table_, found.list};
}

const IndexPostings::KnownTerm& IndexPostings::known(std::string_view term) {
  constexpr std::size_t kMostBytes = std::size_t{8} << 20, kBytesOfEntry = 200;
  if (const auto found = known_.find(term); found != known_.end()) return found->second;
  const auto read = glass::PostingReader::find(table_, term, cursor_);
  KnownTerm made{read.frequency, nullptr};
  if (read.frequency == 0 || !read.list.empty()) {
    made.list = std::make_shared<const std::string>(read.list);
  }
  if (known_bytes_ > kMostBytes) {
    known_.clear();
    known_bytes_ = 0;
  }
  known_bytes_ += kBytesOfEntry + term.size() + read.list.size();
  return known_.try_emplace(std::string(term), std::move(made)).first->second;
}

bool IndexPostings::has_terms_beginning(std::string_view prefix) {
  return beginnings_.get(prefix, [this](std::string_view begin) {
    std::string key;
    glass::append_sortstr_open(key, begin);
    const bool found = table_.find(key, cursor_);
    if (!found || cursor_.key() == key) return found;
    return table_.next(cursor_) && cursor_.key().starts_with(key);
  });
}

std::optional<std::string> IndexPostings::first_term_from(std::string_view term) {
  std::string key;
  glass::append_sortstr_open(key, term);
  bool there = !table_.find(key, cursor_) || cursor_.key() == key || table_.next(cursor_);
  // Further parts of a term's list have a NUL behind the term.
  while (there && cursor_.key().find('\0') != std::string_view::npos) there = table_.next(cursor_);
  if (!there || cursor_.key() < key) return std::nullopt;
  return std::string(cursor_.key());
}

std::string IndexPostings::metadata(std::string_view key) {
  const std::string whole = std::string(glass::kMetadataPrefix).append(key);
  if (!table_.find(whole, cursor_) || cursor_.key() != whole) return "";
  return std::string(cursor_.tag());
}

const std::uint16_t* IndexPostings::lengths(std::uint32_t first) {
  const std::size_t window = first / kWindow;
  if (window >= lengths_.size()) lengths_.resize(window + 1);
  if (lengths_[window] == nullptr) read_lengths(first);
  // The following window is usually read next, at unpredictable offsets: prefetch all of it.
  if (window + 1 < lengths_.size() && lengths_[window + 1] != nullptr) {
    constexpr std::size_t kCacheLine = 64;  // bytes
    const std::uint16_t* const next = lengths_[window + 1].get();
    for (std::size_t at = 0; at < kWindow; at += kCacheLine / sizeof *next) {
      __builtin_prefetch(next + at);
    }
  }
  return lengths_[window].get();
}

void IndexPostings::read_lengths(std::uint32_t first) {
  auto read = std::make_unique<std::uint16_t[]>(kWindow);
  // Readers go forward only.
  if (!length_reader_ || length_reader_->docid() > std::max(first, 1U)) {
    length_reader_.emplace(glass::PostingReader::lengths(table_));
  }
  try {
    length_reader_->skip_to(first);
    length_reader_->take_lengths_below(
        std::uint64_t{first} + kWindow, [&](std::uint32_t docid, std::uint32_t length) {
          if (length >= kLongDocument) long_lengths_[docid] = length;
          read[docid - first] =
              static_cast<std::uint16_t>(std::min<std::uint32_t>(length, kLongDocument));
        });
  } catch (...) {
    length_reader_.reset();  // its position is undefined now
    throw;
  }
  lengths_[first / kWindow] = std::move(read);
}

}  // namespace ibid
