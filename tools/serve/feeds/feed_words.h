// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a feed says in words of its own.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::words {

inline constexpr Wording kFeedOf{"ibid: {0}", "ibid 검색: {0}"};

}  // namespace ibid::words
