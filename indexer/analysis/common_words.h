// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of daily talk, in English and Korean: too frequent in the language to say much about a
// subject, even if a collection of reports has few of them, which makes them look rare.
#pragma once

#include <string_view>

namespace ibid {

// `surface`: folded, as FormKind::kSurface is. Stop words are not among them.
bool is_common_word(std::string_view surface);

}  // namespace ibid
