// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of daily talk, in English and Korean: too frequent in the language to say much of a
// subject, even where a collection of reports has few of them and so makes them look rare.
#pragma once

#include <string_view>

namespace ibid {

// `surface`: folded, as Form kSurface is. Stop words are not among them.
bool is_common_word(std::string_view surface);

}  // namespace ibid
