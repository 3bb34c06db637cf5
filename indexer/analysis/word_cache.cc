// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/word_cache.h"

#include <cstring>

namespace ibid {
namespace {

constexpr std::size_t kFirstLines = 1 << 10;

}  // namespace

std::uint32_t WordCache::learn(std::string_view spelling, Key key, const Word& word) {
  if ((words_ + 1) * std::size_t{2} > lines_.size()) grow();
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
