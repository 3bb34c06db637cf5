// SPDX-License-Identifier: GPL-2.0-or-later
//
// From libmicrohttpd's connection to values.
#pragma once

#include <microhttpd.h>

#include <string_view>

#include "tools/serve/guards/raw_request.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

// The parts of the request line as libmicrohttpd hands them over: pointers into its buffer.
struct RequestLine {
  const char* method = nullptr;
  const char* target_at = nullptr;  // where it was; overwritten since
  std::string_view target;          // a copy
  const char* version = nullptr;
};

// To be called when the handler is first called for a request.
RawRequest read_request(MHD_Connection* connection, const RequestLine& line);

// The headers that a service may see: not those of the connection, and none that says who asks.
HttpFields service_headers(const RawRequest& request);

}  // namespace ibid
