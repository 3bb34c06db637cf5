// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files in dictionaries/, which CMake turns into a source file. They are part of the index
// format: records packed with them can be unpacked only with the same bytes. Library-internal.
#pragma once

#include <string_view>

namespace ibid {

extern const std::string_view kEnglishDictionary;
extern const std::string_view kKoreanDictionary;

}  // namespace ibid
