// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/word_cache.h"

#include <cstring>
#include <functional>

namespace ibid {
namespace {

constexpr std::size_t kFirstLines = 1 << 10;

std::uint32_t key_of(std::string_view spelling) {
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(spelling));
  return hash == 0 ? 1 : hash;
}

}  // namespace

std::size_t WordCache::slot_of(std::string_view spelling, std::uint32_t key) const {
  const std::size_t mask = lines_.size() - 1;
  std::size_t at = key & mask;
  for (; lines_[at].key != 0; at = (at + 1) & mask) {
    const Known& known = lines_[at];
    if (known.key == key && known.size == spelling.size() &&
        std::memcmp(known.spelling, spelling.data(), spelling.size()) == 0) {
      break;
    }
  }
  return at;
}

const WordCache::Known* WordCache::find(std::string_view spelling) const {
  if (lines_.empty()) return nullptr;
  const Known& known = lines_[slot_of(spelling, key_of(spelling))];
  return known.key == 0 ? nullptr : &known;
}

std::uint32_t WordCache::learn(std::string_view spelling, const Word& word) {
  if ((words_ + 1) * std::size_t{2} > lines_.size()) grow();
  const std::uint32_t key = key_of(spelling);
  Known& known = lines_[slot_of(spelling, key)];
  known.hash = word.hash;
  known.number = words_++;
  known.key = key;
  known.size = static_cast<std::uint8_t>(spelling.size());
  known.weightiness = word.weightiness;
  known.hangul = word.hangul;
  known.capitals = word.capitals;
  std::memcpy(known.spelling, spelling.data(), spelling.size());
  return known.number;
}

void WordCache::grow() {
  LargeVector<Known> lines(lines_.empty() ? kFirstLines : lines_.size() * 2);
  lines.swap(lines_);
  for (const Known& known : lines) {
    if (known.key == 0) continue;
    lines_[slot_of({known.spelling, known.size}, known.key)] = known;
  }
}

void WordCache::forget() {
  LargeVector<Known>().swap(lines_);
  words_ = 0;
  ++generation_;
}

}  // namespace ibid
