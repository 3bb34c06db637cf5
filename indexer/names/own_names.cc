// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/own_names.h"

#include <array>

namespace ibid {
namespace {

constexpr std::array kOwnNames = std::to_array<OwnNames>({
#include "indexer/word_lists/own_names.inc"
});

}  // namespace

std::span<const OwnNames> own_names() { return kOwnNames; }

}  // namespace ibid
