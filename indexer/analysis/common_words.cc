// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/common_words.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

constexpr std::array kCommonWords = std::to_array<std::string_view>({
#include "indexer/word_lists/common_words.inc"
});
static_assert(std::is_sorted(kCommonWords.begin(), kCommonWords.end()));

}  // namespace

bool is_common_word(std::string_view surface) {
  return std::binary_search(kCommonWords.begin(), kCommonWords.end(), surface);
}

}  // namespace ibid
