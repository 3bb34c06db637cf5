// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is said of a whole answer: how much of it is here, how to go on, and, if nothing was found,
// what was searched. Text of reports and of the question is quoted as in element_words.h.
#pragma once

#include <string>

#include "search/render/json_sink.h"
#include "tools/mcp/tools/tool_table.h"

namespace ibid {

// `page`: docs/mcp.md.
std::string page_words(const Tool& tool, const Json& document, const Json& page);

// Of the members of an answer that come once.
std::string document_words(const Json& document);

}  // namespace ibid
