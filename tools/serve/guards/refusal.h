// SPDX-License-Identifier: GPL-2.0-or-later
//
// An answer that the server gives itself: an error with its reason in both languages, never with a
// word of the request in it; or a way to elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "tools/serve/guards/http_limits.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

struct Refusal {
  int status = 400;
  std::string_view english, korean;  // a sentence each; of static storage
  HttpFields headers;
  std::string next = {};  // where a browser goes on from the page by itself; empty: nowhere
};

// Who reads the answer.
enum class Reader : bool { kProgram, kPerson };
// A target below /v1/ is a program's, and /mcp an assistant's.
Reader reader_of(std::string_view target);

// application/problem+json (RFC 9457) for programs, a page for persons.
HttpResponse refusal_answer(const Refusal& refusal, Reader reader);

// "Not Found"; "Error" for a status that has no name here.
std::string_view reason_of(int status);

}  // namespace ibid
