// SPDX-License-Identifier: GPL-2.0-or-later
//
// The hash that names files and texts.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// Returns the SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace ibid
