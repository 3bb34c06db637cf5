// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers that a browser saves and never shows.
#pragma once

#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// `content_type`: with its charset. `file_name`: any text; what a file system would not take is
// replaced. With an ETag of the body: what has not changed is not sent again.
HttpResponse download(std::string_view content_type, std::string_view file_name, std::string body);

// The value of Content-Disposition: RFC 6266, with the name in ASCII and as it is.
std::string attachment(std::string_view file_name);

}  // namespace ibid
