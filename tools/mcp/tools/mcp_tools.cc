// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/mcp_tools.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/error.h"
#include "search/passages/similar.h"
#include "search/render/wording.h"
#include "tools/mcp/messages/mcp_error.h"
#include "tools/mcp/tools/answer_parts.h"
#include "tools/mcp/tools/tool_result.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

constexpr const char* kProblem = "application/problem+json";
constexpr const char* kJson = "application/json";

Json listed(const Tool& tool, const ToolSchemas& schemas) {
  return {{"name", tool.name},
          {"title", tool.title},
          {"description", tool.description},
          {"inputSchema", schemas.input(tool)},
          {"outputSchema", schemas.output(tool)},
          {"annotations",
           {{"readOnlyHint", true},
            {"destructiveHint", false},
            {"idempotentHint", true},
            {"openWorldHint", false}}}};
}

[[noreturn]] void refuse(const Tool& tool, const HttpResponse& response) {
  const Json problem = Json::parse(response.body);
  throw ToolError(
      in_words_of(tool, problem.value("parameter", ""), problem.at("detail").get<std::string>()));
}

// As the API has read it.
std::uint64_t limit_of(const HttpRequest& request) {
  const std::string text(request.field("limit").value_or(""));
  return text.empty() ? SimilarOptions().limit : std::stoull(text);
}

// The line of a text is its number in the whole question.
void number_texts(std::uint64_t offset, AnswerParts& parts) {
  for (AnswerParts::Element& element : parts.elements) {
    const auto line = element.value.find("line");
    if (line != element.value.end()) *line = line->get<std::uint64_t>() + offset;
  }
}

bool has_next_page(const HttpResponse& response) {
  return std::ranges::any_of(response.headers,
                             [](const auto& header) { return header.first == "Link"; });
}

// Of a search, its own; of others, by their texts or elements.
PageFacts facts_of(const ToolCall& call, const AnswerParts& parts, bool has_next) {
  PageFacts out{call.offset, call.texts == 0 ? parts.count : call.texts};
  const std::uint64_t read = parts.elements.size();
  if (call.tool->pages != Tool::Pages::kOfAnswer) {
    out.more = read > 0 && call.offset + read < out.matches;
    // Similar passages end at their limit, whatever comes after.
    const auto about = parts.document.find("similar_to");
    if (about != parts.document.end()) out.exact = parts.count < limit_of(call.request);
    return out;
  }
  const Json& end = parts.document.at("end");
  out.matches = end.at("matches").get<std::uint64_t>();
  out.exact = end.at("matches_exact").get<bool>();
  out.more = read > 0 && (has_next || read < parts.count);
  return out;
}

}  // namespace

Json McpTools::list() const {
  Json tools = Json::array();
  for (const Tool& tool : all_tools()) tools.push_back(listed(tool, schemas_));
  return {{"tools", std::move(tools)}};
}

Json McpTools::call(std::string_view name, const Json& arguments, const StillWanted& wanted) {
  const Tool* const tool = find_tool(name);
  if (tool == nullptr) {
    throw McpError(McpFault::kInvalidParams,
                   fmt::format("there is no tool \"{}\"", quoted_excerpt(name)));
  }
  if (!arguments.is_object()) {
    throw McpError(McpFault::kInvalidParams, "arguments is not an object");
  }
  try {
    return called(tool_call(*tool, arguments, schemas_), wanted);
  } catch (const ToolError& error) {
    return error_result(error.what());
  }
}

Json McpTools::called(const ToolCall& call, const StillWanted& wanted) {
  HttpResponse response = ask_(call.request);
  if (response.content_type == kProblem) refuse(*call.tool, response);
  if (response.content_type != kJson) return cited_text(call, std::move(response));
  const bool by_elements = call.tool->pages == Tool::Pages::kOfElements;
  const bool has_next = has_next_page(response);
  try {
    AnswerParts parts =
        read_answer(response, by_elements ? call.offset : 0, call.max_bytes, wanted);
    if (call.texts > 0) number_texts(call.offset, parts);
    const PageFacts facts = facts_of(call, parts, has_next);
    return tool_result(call, std::move(parts), facts);
  } catch (const Error& error) {  // while the rest of the answer was made
    throw ToolError(in_words_of(*call.tool, "q", problem_of(error, "").detail));
  }
}

// As many of the things as fit, together: a bibliography has a work once.
Json McpTools::cited_text(const ToolCall& call, HttpResponse response) {
  const auto is_name = [](const auto& field) { return field.first == "id"; };
  HttpFields names, others;
  std::ranges::partition_copy(call.request.query, std::back_inserter(names),
                              std::back_inserter(others), is_name);
  const std::uint64_t matches = names.size();
  names.erase(names.begin(),
              names.begin() + static_cast<std::ptrdiff_t>(std::min(call.offset, matches)));
  if (names.empty()) {
    throw ToolError(
        fmt::format("offset {} is beyond the {} named", call.offset, counted(matches, "passage")));
  }
  if (call.offset > 0) response.content_type.clear();  // it has those left out, too
  while (true) {
    if (response.content_type.empty()) {
      HttpRequest request = call.request;
      request.query = others;
      request.query.insert(request.query.end(), names.begin(), names.end());
      response = ask_(request);
      if (response.content_type == kProblem) refuse(*call.tool, response);
    }
    Json out = text_result(call, response.body, names.size(), matches);
    if (!out.is_null()) return out;
    if (names.size() == 1) {
      throw ToolError(
          fmt::format("one citation alone does not fit into {} bytes; ask again with "
                      "a larger max_bytes",
                      call.max_bytes));
    }
    names.resize((names.size() + 1) / 2);
    response.content_type.clear();
  }
}

}  // namespace ibid
