// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index_postings.h"

#include <algorithm>

#include "indexer/glass/encoding.h"
#include "indexer/glass/format.h"

namespace ibid {
namespace {

constexpr std::size_t kMostKept = 4096;  // answers

}  // namespace

std::uint32_t IndexPostings::frequency(const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  if (frequencies_.size() >= kMostKept) frequencies_.clear();
  return frequencies_[term] = open(term).frequency();
}

bool IndexPostings::has_terms_beginning(const std::string& prefix) {
  const auto known = beginnings_.find(prefix);
  if (known != beginnings_.end()) return known->second;
  if (beginnings_.size() >= kMostKept) beginnings_.clear();
  std::string key;
  glass::append_sortstr_open(key, prefix);
  bool found = table_.find(key, place_);
  if (found && place_.key() != key) found = table_.next(place_) && place_.key().starts_with(key);
  return beginnings_[prefix] = found;
}

std::string IndexPostings::metadata(std::string_view key) {
  const std::string whole = std::string(glass::kMetadataPrefix).append(key);
  if (!table_.find(whole, place_) || place_.key() != whole) return "";
  return std::string(place_.tag());
}

const std::uint32_t* IndexPostings::lengths(std::uint32_t first) {
  const std::size_t window = first / kWindow;
  if (window >= lengths_.size()) lengths_.resize(window + 1);
  std::unique_ptr<std::uint32_t[]>& known = lengths_[window];
  if (known != nullptr) return known.get();
  auto read = std::make_unique<std::uint32_t[]>(kWindow);
  // Readers go forward only.
  if (!length_reader_ || length_reader_->docid() > std::max(first, 1U)) {
    length_reader_.emplace(glass::PostingReader::lengths(table_));
  }
  length_reader_->skip_to(first);
  length_reader_->take_below(
      std::uint64_t{first} + kWindow,
      [&](std::uint32_t docid, std::uint32_t length) { read[docid - first] = length; });
  known = std::move(read);
  return known.get();
}

}  // namespace ibid
