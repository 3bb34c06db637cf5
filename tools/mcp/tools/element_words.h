// SPDX-License-Identifier: GPL-2.0-or-later
//
// An object of an answer in a few lines for a model: what it says, who says it, where. Text of
// reports is always a JSON string on the line of its field, so it can neither begin a line nor end
// its quotation marks; control and bidirectional characters in it are escapes that can be read.
#pragma once

#include <string>
#include <string_view>

#include "search/render/json_sink.h"

namespace ibid {

// `value`: any object of docs/output-format.md, by its `type`; nothing is said of a type that has
// no words. Ends in a line end.
std::string element_words(const Json& value);

// "cites no source", or how many sources `citations` names.
std::string attribution_words(const Json& citations);

// `text` in quotation marks.
std::string in_quotes(const Json& text);

}  // namespace ibid
