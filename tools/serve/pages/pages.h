// SPDX-License-Identifier: GPL-2.0-or-later
//
// All pages of the server, from the rooms that make them.
#pragma once

#include <memory>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

class AuditBoards;
// Audits that the services of all threads share: each is made once. Thread: safe.
std::shared_ptr<AuditBoards> make_audit_boards();

// Answers everything outside /v1/. The index of `options` is lent for the service's life. Thread:
// that of the index. `boards`: nullptr: of this service alone.
std::unique_ptr<HttpService> make_page_service(const PageOptions& options,
                                               std::shared_ptr<AuditBoards> boards = nullptr);

// Whether the answer may take seconds: an audit, many claims or quotations.
bool is_page_long(const HttpRequest& request);

}  // namespace ibid
