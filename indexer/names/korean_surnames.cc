// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/korean_surnames.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

struct Surname {
  std::string_view latin;
  std::u32string_view korean;
};

constexpr std::array kSurnames = std::to_array<Surname>({
#include "indexer/word_lists/korean_surnames.inc"
});

}  // namespace

std::u32string_view korean_surname(std::string_view latin) {
  const auto found = std::find_if(kSurnames.begin(), kSurnames.end(),
                                  [&](const Surname& name) { return name.latin == latin; });
  return found == kSurnames.end() ? std::u32string_view() : found->korean;
}

}  // namespace ibid
