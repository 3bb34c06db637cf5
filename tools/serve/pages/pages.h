// SPDX-License-Identifier: GPL-2.0-or-later
//
// All pages of the server, from the rooms that make them.
#pragma once

#include <memory>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// Answers everything outside /v1/. The index of `options` is lent for the service's life. Thread:
// that of the index.
std::unique_ptr<HttpService> make_page_service(const PageOptions& options);

}  // namespace ibid
