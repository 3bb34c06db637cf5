// SPDX-License-Identifier: GPL-2.0-or-later
//
// What was found of a quotation, a claim, a permalink, of attribution; as in element_words.h.
#pragma once

#include <string>

#include "search/render/json_sink.h"

namespace ibid {

std::string verdict_words(const Json& value);

}  // namespace ibid
