// SPDX-License-Identifier: GPL-2.0-or-later
//
// The description of this API for programs, compiled in from openapi.json.
#include <string>
#include <string_view>

#include "ibid_version.h"
#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/api/openapi.h"

namespace ibid {
namespace {

constexpr std::string_view kOpenApi =
#include "tools/serve/api/openapi.inc"
    ;

}  // namespace

std::string_view openapi_text() { return kOpenApi; }

MadeAnswer openapi_answer(ApiContext& /*context*/, ApiQuestion& asked) {
  asked.parameters.finish();
  MadeAnswer out;
  out.response.content_type = kJsonType;
  out.response.body = kOpenApi;
  return out;
}

}  // namespace ibid
