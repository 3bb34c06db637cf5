// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who is cited: the largest sources, when they are cited, and which of them together.
#pragma once

#include "tools/serve/audit_pages/audit_view.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// With a query, of the passages that match; which are cited together is that of the whole index.
void write_sources(HtmlWriter& html, const PageVisit& visit, const AuditView& view);

}  // namespace ibid
