// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every renderer of search, with answers that have one text in every field from outside.
#pragma once

#include <vector>

#include "tests/support/hostile_texts.h"

namespace ibid::testing {

std::vector<TriedRenderer> all_renderers();

}  // namespace ibid::testing
