// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/documents/vocabulary.h"

#include <bit>
#include <cstring>

namespace ibid {
namespace {

constexpr std::size_t kFirstSlots = 1 << 12;
constexpr std::size_t kBlockBytes = 1 << 18;  // more than a term has: schema::kMaxTermBytes

}  // namespace

std::uint64_t leading_bytes(std::string_view term) {
  std::uint64_t leading = 0;
  if (term.size() >= sizeof leading) {
    std::memcpy(&leading, term.data(), sizeof leading);
  } else {
    std::memcpy(&leading, term.data(), term.size());
  }
  if constexpr (std::endian::native == std::endian::little) leading = __builtin_bswap64(leading);
  return leading;
}

Vocabulary::Vocabulary() : slots_(kFirstSlots) {}

bool Vocabulary::is(const Entry& entry, std::uint64_t leading, std::string_view term) const {
  return entry.leading == leading && entry.size == term.size() &&
         (term.size() <= sizeof leading || std::memcmp(entry.bytes, term.data(), term.size()) == 0);
}

TermId Vocabulary::id_of(std::string_view term, Hash hash) {
  const std::uint64_t leading = leading_bytes(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && is(entries_[slot.number - 1], leading, term)) return slot.number - 1;
  }
  const auto id = static_cast<TermId>(entries_.size());
  entries_.push_back({leading, keep(term), static_cast<std::uint32_t>(term.size())});
  slots_[at] = {hash, id + 1};
  if (entries_.size() * 2 > slots_.size()) grow();
  return id;
}

const char* Vocabulary::keep(std::string_view term) {
  if (block_free_ < term.size()) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    block_free_ = kBlockBytes;
  }
  char* to = blocks_.back().get() + (kBlockBytes - block_free_);
  std::memcpy(to, term.data(), term.size());
  block_free_ -= term.size();
  return to;
}

void Vocabulary::grow() {
  LargeVector<Slot> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

std::uint64_t Vocabulary::memory_bytes() const {
  return entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(Slot) +
         blocks_.size() * kBlockBytes + words_.memory_bytes();
}

void Vocabulary::clear() {
  entries_ = {};
  slots_ = LargeVector<Slot>(kFirstSlots);
  blocks_.clear();
  block_free_ = 0;
  words_.clear();
  ++generation_;
}

}  // namespace ibid
