// SPDX-License-Identifier: GPL-2.0-or-later
//
// The style sheet, the script and the icon of all pages, compiled in (page.css, page.js, icon.svg).
// Each is asked for with a hash of its text, so a browser keeps it until it changes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

inline constexpr std::string_view kStyleFile = "/page.css";
inline constexpr std::string_view kScriptFile = "/page.js";
inline constexpr std::string_view kIconFile = "/icon.svg";

// "/page.css?v=3f9a12c40b77".
std::string file_address(std::string_view file);

// The file that the request asks for; nothing if it asks for none.
std::optional<HttpResponse> file_response(const HttpRequest& request);

}  // namespace ibid
