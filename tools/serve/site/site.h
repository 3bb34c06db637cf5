// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that `ibid serve` answers: the API below /v1/, assistants at /mcp, pages elsewhere.
#pragma once

#include <functional>
#include <string>

#include "tools/serve/messages/http_message.h"

namespace ibid {

// With this a feed reader that keeps no cookie is let in: PageOptions::feed_key.
using FeedKey = std::function<std::string(const HttpFields& fields)>;

// Services over the index in that folder. Throws Error{kIndex} if there is none, so that a server
// does not start in vain.
HttpServices site_services(const std::string& index_dir, FeedKey feed_key = {});

}  // namespace ibid
