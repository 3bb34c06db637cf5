// SPDX-License-Identifier: GPL-2.0-or-later
//
// Full stops of abbreviations. Library-internal.
#pragma once

#include <string_view>

#include "corpus/sentences/words_at.h"

namespace ibid {

// True if the full stop belongs to an abbreviation or an initial, and the sentence goes on.
bool is_abbreviated(std::string_view text, const StopContext& at);

}  // namespace ibid
