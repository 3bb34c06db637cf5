// SPDX-License-Identifier: GPL-2.0-or-later
//
// All pages of the server, from the rooms that make them.
#pragma once

#include <memory>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

class AuditBoards;
class PagePictures;
// What the services of all threads share: each audit is made once, each picture drawn once. Thread:
// safe.
struct SharedByPages {
  std::shared_ptr<AuditBoards> boards;
  std::shared_ptr<PagePictures> pictures;
};
SharedByPages shared_by_pages();

// Answers everything outside /v1/. The index of `options` is lent for the service's life. Thread:
// that of the index. Without `shared`, all of it is of this service alone.
std::unique_ptr<HttpService> make_page_service(const PageOptions& options,
                                               SharedByPages shared = shared_by_pages());

// Whether the answer may take seconds: an audit, many claims or quotations.
bool is_page_long(const HttpRequest& request);
// Whether it is the picture of a page of a file.
bool is_page_picture(const HttpRequest& request);

}  // namespace ibid
