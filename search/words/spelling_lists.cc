// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/spelling_lists.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "corpus/text/edit_distance.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 20U;

std::uint64_t bit_of(char32_t letter) { return std::uint64_t{1} << (letter & 63U); }

}  // namespace

SpellingShape shape_of(std::string_view word) {
  SpellingShape shape;
  const bool ascii = std::all_of(word.begin(), word.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) {
    for (const char c : word) shape.bits |= bit_of(static_cast<unsigned char>(c));
    shape.letters = word.size();
    return shape;
  }
  const std::u32string letters = letters_of(word);
  for (const char32_t c : letters) shape.bits |= bit_of(c);
  shape.letters = letters.size();
  return shape;
}

bool may_be_near(const SpellingShape& a, const SpellingShape& b, std::size_t edits) {
  const std::size_t longer = std::max(a.letters, b.letters);
  if (longer - std::min(a.letters, b.letters) > edits) return false;
  return static_cast<std::size_t>(std::popcount(a.bits ^ b.bits)) <= 2 * edits;
}

void SpellingList::add(std::string_view word) {
  const SpellingShape shape = shape_of(word);
  Entry entry;
  entry.bits = shape.bits;
  entry.begin = static_cast<std::uint32_t>(texts_.size());
  entry.size = static_cast<std::uint16_t>(word.size());
  entry.letters = static_cast<std::uint16_t>(shape.letters);
  entries_.push_back(entry);
  texts_ += word;
}

std::uint64_t SpellingList::memory_bytes() const {
  return entries_.capacity() * sizeof(Entry) + texts_.capacity();
}

const SpellingList& SpellingLists::beginning(const IndexView& index, const std::string& prefix,
                                             std::size_t kind) {
  const auto known = lists_.find(prefix);
  if (known != lists_.end()) return known->second;
  if (bytes_ > kMostBytes) {
    lists_.clear();
    bytes_ = 0;
  }
  SpellingList list;
  std::size_t scanned = 0;
  statistics(index).each_term(prefix, prefix, [&](const std::string& term) {
    list.add(std::string_view(term).substr(kind));
    return ++scanned < kMaxExpansionScan;
  });
  bytes_ += list.memory_bytes() + prefix.size();
  return lists_.emplace(prefix, std::move(list)).first->second;
}

SpellingLists& spelling_lists(const IndexView& index) {
  std::shared_ptr<SpellingLists>& lists = index.derived->spellings;
  if (!lists) lists = std::make_shared<SpellingLists>();
  return *lists;
}

}  // namespace ibid
