// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whom tools ask: the API (docs/api.md), as a function and without a server.
#pragma once

#include <functional>
#include <string>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// Puts a question to the API. Must not throw anything but std::bad_alloc: an error is a response.
using AskApi = std::function<HttpResponse(const HttpRequest&)>;

// Of the index in that folder, which is opened by the first question: an assistant starts its
// servers long before it needs them, and the index may not be there yet. Thread: one at a time.
AskApi api_of_index(const std::string& index_dir);

}  // namespace ibid
