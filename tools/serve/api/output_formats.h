// SPDX-License-Identifier: GPL-2.0-or-later
//
// The media types of files that leave as downloads.
#pragma once

#include <memory>
#include <string_view>

#include "search/audit/render_audit.h"
#include "search/export/export_format.h"
#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/parameters.h"

namespace ibid {

struct AuditFormat {
  std::unique_ptr<AuditRenderer> (*make)();
  const char* content_type;
  const char* file;
};

// "format" of an audit: json and jsonl are lines, the others files.
const AuditFormat& asked_audit_format(Parameters& parameters);

// The response to an export, without its body. `file`: its name without extension. JSON and text
// are no downloads.
HttpResponse export_head(const HttpRequest& request, ExportFormat format, std::string_view file);

}  // namespace ibid
