// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that an assistant can ask: tools that it calls, and resources that a person attaches. Over
// any transport, and without any.
#pragma once

#include <functional>
#include <string_view>
#include <utility>

#include "search/render/json_sink.h"
#include "tools/mcp/tools/index_api.h"
#include "tools/mcp/tools/tool_call.h"
#include "tools/mcp/tools/tool_schemas.h"

namespace ibid {

// Whether an answer is still wanted; asked now and then by long work.
using StillWanted = std::function<bool()>;

// Thread: one at a time.
class McpTools {
 public:
  explicit McpTools(AskApi ask) : ask_(std::move(ask)) {}

  // {"tools":[…]}, always in the same order and with the same bytes.
  Json list() const;
  // The result of a tool; one that cannot answer says so in its result. Throws McpError if there is
  // no such tool, or if `arguments` is no object.
  Json call(std::string_view name, const Json& arguments, const StillWanted& wanted);

  // Reports, a page at a time. Throws McpError for a cursor that is none of ours.
  Json resources(const Json& cursor);
  static Json resource_templates();
  // Throws McpError{kResourceNotFound}, with the `uri`.
  Json read(std::string_view uri);

 private:
  Json called(const ToolCall& call, const StillWanted& wanted);
  Json cited_text(const ToolCall& call, HttpResponse response);

  AskApi ask_;
  ToolSchemas schemas_;
};

}  // namespace ibid
