// SPDX-License-Identifier: GPL-2.0-or-later
//
// Full stops of dotted Korean dates. Library-internal.
#pragma once

#include <string_view>

#include "corpus/sentences/words_at.h"

namespace ibid {

// True if the full stop after a number belongs to a date ("2024. 6. 27.", "’24. 9. 5.", "9. 5."),
// and the date or its sentence goes on.
bool is_date_stop(std::string_view text, const StopContext& at);

}  // namespace ibid
