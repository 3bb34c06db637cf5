// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two encodings that make any bytes lines of ASCII (RFC 2045, section 6). What is not of the
// encoding is skipped or stays as it is, as mail programs do.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

std::string base64_decoded(std::string_view text);
std::string quoted_printable_decoded(std::string_view text);
// "=41" with `sign` "=", "%41" with "%"; the rest stays.
std::string hex_decoded(std::string_view text, char sign);

}  // namespace ibid
