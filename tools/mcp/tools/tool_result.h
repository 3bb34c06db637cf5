// SPDX-License-Identifier: GPL-2.0-or-later
//
// The result of a tool: as much of an answer as `max_bytes` hold, once as objects, for programs,
// and once in words, for models that see only text. Source: MCP 2025-11-25 and 2026-07-28, "Tools".
#pragma once

#include <cstdint>
#include <string>

#include "search/render/json_sink.h"
#include "tools/mcp/tools/answer_parts.h"
#include "tools/mcp/tools/tool_call.h"

namespace ibid {

// What is known of the pages of an answer besides its elements.
struct PageFacts {
  std::uint64_t offset = 0;  // of the first element
  std::uint64_t matches = 0;
  bool exact = true;
  bool more = false;  // after the last element that was read
};

// Throws ToolError if not even the beginning of the first element fits.
Json tool_result(const ToolCall& call, AnswerParts parts, const PageFacts& facts);

// Of an answer that is one text for some of the things that were named: `returned` of them.
// Nothing (null) if it does not fit.
Json text_result(const ToolCall& call, const std::string& text, std::uint64_t returned,
                 std::uint64_t matches);

// isError: a sentence that a model can act on.
Json error_result(const std::string& sentence);

// "ibid://passage/harbour-pact#2.1@3f9a12c40b77"
std::string resource_uri(std::string_view kind, std::string_view id);

}  // namespace ibid
