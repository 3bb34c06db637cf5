// SPDX-License-Identifier: GPL-2.0-or-later
//
// openapi.json: the questions of the API and the objects of its answers, for whoever describes them
// in another protocol.
#pragma once

#include <string_view>

namespace ibid {

// One JSON document, compiled in.
std::string_view openapi_text();

}  // namespace ibid
