// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers that name something and count nothing: "Resolution 2397", "Flight 370", 결의 1874호,
// 112번.
#pragma once

#include <string_view>

#include "indexer/quantities/quantity.h"

namespace ibid {

// `quantity` was read in `text`, whose words are as they are written.
bool names_something(std::string_view text, const Quantity& quantity);

}  // namespace ibid
