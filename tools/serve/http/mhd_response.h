// SPDX-License-Identifier: GPL-2.0-or-later
//
// From an answer to libmicrohttpd's response, with the headers that guard a page.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "tools/serve/http/mhd_library.h"
#include "tools/serve/http/stream_body.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

// Of every answer: nothing inline, nothing from elsewhere, nothing embedded elsewhere, no CORS.
inline constexpr std::pair<const char*, const char*> kGuardHeaders[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
     "require-trusted-types-for 'script'"},
    {"X-Content-Type-Options", "nosniff"},
    // Not no-referrer: a browser would then send "Origin: null" with our own forms.
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

struct ResponseDeleter {
  void operator()(MHD_Response* response) const { mhd().destroy_response(response); }
};
using OwnedResponse = std::unique_ptr<MHD_Response, ResponseDeleter>;

// `stream`: where the body comes from; null if it is `answer.body`. Null if memory is short.
OwnedResponse make_response(HttpResponse answer, std::shared_ptr<StreamBody> stream);

}  // namespace ibid
