// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which of the formats that are written as text a file is. Library-internal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/extract/tell_format.h"

namespace ibid {

// The start of a file, for looking at its ASCII characters: without a byte-order mark; of UTF-16
// one byte a character, "?" for those outside ASCII. At most `most` bytes.
std::string ascii_start(std::string_view bytes, std::size_t most);

// Each takes an ascii_start() and `extension`, what follows the last "." of the file's name in
// lower case; tell_mail() also all `bytes`, for further messages. Returns nothing if it is not of
// that kind.
std::optional<FormatGuess> tell_markup(std::string_view start, std::string_view extension);
std::optional<FormatGuess> tell_mail(std::string_view start, std::string_view extension,
                                     std::string_view bytes);
// `whole`: `start` is all of the file.
std::optional<FormatGuess> tell_json(std::string_view start, std::string_view extension,
                                     bool whole);

// Names of files in which something that looks like markup or data may be quoted.
bool is_text_extension(std::string_view extension);

}  // namespace ibid
