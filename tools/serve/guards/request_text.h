// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the target of a request ("/a%20b?q=c") and the body of a form to text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// "%EC%9D%B8" -> "인". Nothing if an escape is cut or has other digits, or if the result has a NUL
// or is not UTF-8.
enum class Plus : bool { kIsPlus, kIsSpace };
std::optional<std::string> unescape(std::string_view text, Plus plus);

// The path before the "?", decoded. Nothing also if a segment is "." or "..", or if it has control
// characters.
std::optional<std::string> path_of(std::string_view target);

// Adds the fields of "a=1&b=2" to `fields`. False if one cannot be decoded, or if `fields` would
// have more than `most`.
bool add_fields(std::string_view text, std::size_t most, HttpFields& fields);

// What follows the "?"; empty if nothing does.
std::string_view query_of_target(std::string_view target);

}  // namespace ibid
