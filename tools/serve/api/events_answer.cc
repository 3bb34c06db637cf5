// SPDX-License-Identifier: GPL-2.0-or-later
//
// The beginning of a stream of events; what follows is HttpServices::news.
#include "tools/serve/api/api_context.h"

namespace ibid {

MadeAnswer events_answer(ApiContext&, ApiQuestion& question) {
  question.parameters.finish();
  MadeAnswer out;
  out.response.content_type = "text/event-stream";
  out.response.headers = {{"Cache-Control", "no-store"},
                          {"X-Accel-Buffering", "no"}};  // of a proxy before us (nginx)
  out.response.follows = true;
  return out;
}

}  // namespace ibid
