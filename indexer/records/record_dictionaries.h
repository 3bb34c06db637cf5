// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files in dictionaries/, whose bytes CMake makes a source of. They are a part of the index
// format: what was packed with them is unpacked with the same bytes only. Library-internal.
#pragma once

#include <string_view>

namespace ibid {

extern const std::string_view kEnglishDictionary;
extern const std::string_view kKoreanDictionary;

}  // namespace ibid
