// SPDX-License-Identifier: GPL-2.0-or-later
//
// The arguments of a tool -> a question to the API, and which part of the answer is wanted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "search/render/json_sink.h"
#include "tools/mcp/tools/tool_schemas.h"
#include "tools/mcp/tools/tool_table.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

// Why a tool gives no answer: one sentence for a model, which may ask again. Not escaped.
class ToolError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ToolCall {
  const Tool* tool = nullptr;
  HttpRequest request;       // to the API
  std::uint64_t offset = 0;  // things to leave out
  std::uint64_t texts = 0;   // in the question; those of this page are in the request
  std::size_t max_bytes = kResultBytes;
};

// Of one page: each is a search of its own, or several.
inline constexpr std::uint64_t kTextsOfPage = 50;

// `arguments`: any JSON object. A member that is null counts as if it were not there. Throws
// ToolError for one that the tool does not have or that is not of its type, and for one missing.
ToolCall tool_call(const Tool& tool, const Json& arguments, const ToolSchemas& schemas);

// A sentence of the API about its parameter, with the name that the tool has for it.
std::string in_words_of(const Tool& tool, const std::string& parameter, std::string sentence);

}  // namespace ibid
