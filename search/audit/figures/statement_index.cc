// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/statement_index.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace ibid {
namespace {

// Values that are at most kMostApart times each other are in the same class or in neighbours.
int class_of(double value) {
  constexpr double kBase = 1.6;
  static_assert(kBase > kMostApart);
  return static_cast<int>(std::floor(std::log(value) / std::log(kBase)));
}

// Two lists with one key are rare, and only make more statements to look at: each is compared.
std::uint64_t key_of(std::uint32_t measure, int value_class, std::uint32_t word) {
  std::uint64_t key = (std::uint64_t{measure} << 32U | word) * 0x9E3779B97F4A7C15U;
  key ^= key >> 29U;
  key += static_cast<std::uint64_t>(static_cast<std::int64_t>(value_class));
  key *= 0xBF58476D1CE4E5B9U;
  key ^= key >> 32U;
  return key == 0 ? 1 : key;
}

}  // namespace

// The statements of one slot, the last one first.
class StatementIndex::Cursor {
 public:
  Cursor(const std::vector<std::uint32_t>& chunks, const Slot& slot)
      : chunks_(&chunks), chunk_(slot.chunk), left_(slot.used) {}

  std::uint32_t statement() const { return (*chunks_)[chunk_ + left_]; }
  // False at the end.
  bool next() {
    if (--left_ > 0) return true;
    chunk_ = (*chunks_)[chunk_];
    if (chunk_ == 0) return false;
    left_ = (*chunks_)[chunk_ - 1];
    return true;
  }

 private:
  const std::vector<std::uint32_t>* chunks_;
  std::uint32_t chunk_, left_;
};

const StatementIndex::Slot* StatementIndex::find(std::uint64_t key) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at];
    if (slots_[at].key == 0) return nullptr;
  }
}

StatementIndex::Slot& StatementIndex::slot_of(std::uint64_t key) {
  if (slots_.size() * 2 <= keys_ * 3) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  if (slots_[at].key == 0) ++keys_;
  slots_[at].key = key;
  return slots_[at];
}

void StatementIndex::put(std::uint64_t key, std::uint32_t statement) {
  Slot& slot = slot_of(key);
  if (slot.used == slot.room) {
    const std::uint32_t before = slot.chunk;
    slot.room = static_cast<std::uint16_t>(std::clamp(slot.room * 2, 1, int{kLongest}));
    slot.used = 0;
    chunks_.push_back(slot.room);
    slot.chunk = static_cast<std::uint32_t>(chunks_.size());
    chunks_.push_back(before);
    chunks_.resize(chunks_.size() + slot.room);
  }
  chunks_[slot.chunk + ++slot.used] = statement;
}

void StatementIndex::grow() {
  constexpr std::size_t kFirst = 1024;
  std::vector<Slot> old(std::max(kFirst, slots_.size() * 2));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    std::size_t at = slot.key & mask;
    while (slots_[at].key != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void StatementIndex::add_next() {
  const auto index = static_cast<std::uint32_t>(size_++);
  const auto& statement = list_[index];
  if (statement.value <= 0) return;  // near to nothing
  const int value_class = class_of(statement.value);
  for (const std::uint32_t word : list_.words(statement.nearby)) {
    put(key_of(statement.measure, value_class, word), index);
  }
}

void StatementIndex::near(const FigureStatementRef& statement, WordNumbers& numbers,
                          const std::function<Next(const FigureStatementRef&)>& take) const {
  const auto& own = statement.statement();
  if (own.value <= 0) return;
  const int value_class = class_of(own.value);
  std::vector<Cursor> lists;
  for (const std::uint32_t word : rarest_words(statement, numbers)) {
    for (const int other_class : {value_class - 1, value_class, value_class + 1}) {
      const Slot* slot = find(key_of(own.measure, other_class, word));
      if (slot != nullptr) lists.emplace_back(chunks_, *slot);
    }
  }
  std::size_t compared = 0;
  while (!lists.empty()) {
    // The last kMostCompared statements that are left, each once.
    std::uint32_t last = 0;
    for (const Cursor& list : lists) last = std::max(last, list.statement());
    std::bitset<kMostCompared> sharing;  // last, last - 1 …
    std::erase_if(lists, [&](Cursor& list) {
      while (last - list.statement() < kMostCompared) {
        sharing.set(last - list.statement());
        if (!list.next()) return true;
      }
      return false;
    });
    for (std::size_t i = 0; i < kMostCompared; ++i) {
      if (!sharing[i]) continue;
      if (compared++ == kMostCompared) return;
      const FigureStatementRef other{&list_, last - i};
      if (are_near(statement, other) && take(other) == Next::kStop) return;
    }
  }
}

std::size_t StatementIndex::memory_bytes() const {
  return chunks_.capacity() * sizeof(std::uint32_t) + slots_.capacity() * sizeof(Slot);
}

}  // namespace ibid
