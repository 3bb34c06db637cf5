// SPDX-License-Identifier: GPL-2.0-or-later
//
// ZIP archives in memory, for files that tests make: DOCX, HWPX, ODT, EPUB, and archives that lie.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid::testing {

// Name and content of each part, in order.
using ZipParts = std::vector<std::pair<std::string, std::string>>;

// Throws std::runtime_error if libzip refuses.
std::string zip_of(const ZipParts& parts);
// The same with parts as they are, not packed.
std::string stored_zip_of(const ZipParts& parts);
// `part` is encrypted by AES-256 with the password "password".
std::string zip_with_encrypted(const ZipParts& parts, std::string_view part);

// Overwrites each `from` in `bytes` by `to`, of the same length: two parts of one name, another
// size.
std::string with_replaced(std::string bytes, std::string_view from, std::string_view to);

}  // namespace ibid::testing
