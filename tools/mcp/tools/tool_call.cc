// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/tool_call.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "search/render/json_text.h"
#include "search/render/wording.h"
#include "tools/serve/questions/limits.h"

namespace ibid {
namespace {

constexpr const char* kOffset = "offset";
constexpr const char* kMaxBytes = "max_bytes";

std::vector<std::string_view> names_of(const Tool& tool) {
  std::vector<std::string_view> out;
  if (!tool.body.empty()) out.push_back(tool.body);
  for (const ToolArgument& argument : tool.arguments) out.push_back(argument.name);
  const bool has_offset = std::ranges::find(out, kOffset) != out.end();
  if (!has_offset && tool.pages != Tool::Pages::kOne) out.emplace_back(kOffset);
  out.emplace_back(kMaxBytes);
  return out;
}

std::string text_of(std::string_view name, const Json& value) {
  const auto& text = value.get_ref<const std::string&>();
  if (text.find('\0') != std::string::npos) {
    throw ToolError(fmt::format("{} has a NUL character", name));
  }
  return text;
}

// 5 and 5.0, as in JSON Schema.
std::optional<std::uint64_t> whole_number(const Json& value) {
  if (value.is_number_unsigned() || (value.is_number_integer() && value >= 0)) {
    return value.get<std::uint64_t>();
  }
  if (!value.is_number_float()) return {};
  const auto number = value.get<double>();
  if (!(number >= 0 && number <= 9e15) || std::floor(number) != number) return {};
  return static_cast<std::uint64_t>(number);
}

std::uint64_t number_between(std::string_view name, const Json& value, std::uint64_t least,
                             std::uint64_t most) {
  const auto number = whole_number(value);
  if (!number || *number < least || *number > most) {
    throw ToolError(fmt::format("{} is not a whole number from {} to {}", name, least, most));
  }
  return *number;
}

// One value as a parameter of the API.
std::string parameter_text(std::string_view name, const Json& value, const Json& schema) {
  const std::string type = schema.value("type", "string");
  if (type == "integer") {
    if (const auto number = whole_number(value)) return std::to_string(*number);
    throw ToolError(fmt::format("{} is not a whole number, 0 or more", name));
  }
  if (type == "boolean") {
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    throw ToolError(fmt::format("{} is neither true nor false", name));
  }
  if (value.is_string()) return text_of(name, value);
  throw ToolError(fmt::format("{} is not a string", name));
}

void expect_one_of(std::string_view name, const std::string& word, const Json& schema) {
  const auto words = schema.find("enum");
  if (words == schema.end() || std::ranges::find(*words, Json(word)) != words->end()) return;
  throw ToolError(fmt::format("{}: \"{}\" is not one of {}", name, quoted_excerpt(word),
                              fmt::join(words->get<std::vector<std::string>>(), ", ")));
}

void add_list(const ToolArgument& argument, const Json& value, const Json& parameter,
              HttpFields& query) {
  if (!value.is_array()) throw ToolError(fmt::format("{} is not an array", argument.name));
  if (value.size() > kMostNamed) {
    throw ToolError(fmt::format("{} has more than {} elements", argument.name, kMostNamed));
  }
  const Json& items = parameter.at("schema").at("items");
  for (const Json& item : value) {
    const std::string text = parameter_text(argument.name, item, items);
    expect_one_of(argument.name, text, items);
    query.emplace_back(argument.parameter, text);
  }
}

void add_argument(const ToolArgument& argument, const Json& value, const Json& parameter,
                  HttpRequest& request) {
  const Json& schema = parameter.at("schema");
  if (schema.value("type", "") == "array") {
    add_list(argument, value, parameter, request.query);
    return;
  }
  const std::string text = parameter_text(argument.name, value, schema);
  expect_one_of(argument.name, text, schema);
  const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (parameter.value("required", false) && blank) {
    throw ToolError(fmt::format("{} is empty", argument.name));
  }
  if (argument.parameter == "{id}") {
    request.path.replace(request.path.find("{id}"), 4, text);
  } else {
    request.query.emplace_back(argument.parameter, text);
  }
}

// The texts of the page as the API takes them; it checks each. Returns how many there are in all.
std::uint64_t add_body(const Tool& tool, const Json& texts, std::uint64_t offset,
                       HttpRequest& request) {
  if (!texts.is_array() || texts.empty()) {
    throw ToolError(fmt::format("{} is not an array with at least one text", tool.body));
  }
  if (texts.size() > kMostTexts) {
    throw ToolError(fmt::format("{} has more than {} texts", tool.body, kMostTexts));
  }
  if (offset >= texts.size()) {
    throw ToolError(
        fmt::format("offset {} is beyond the {} {}", offset, texts.size(), tool.things));
  }
  Json page = Json::array();
  const std::uint64_t end = std::min<std::uint64_t>(texts.size(), offset + kTextsOfPage);
  for (std::uint64_t i = offset; i < end; ++i) page.push_back(texts[i]);
  request.method = HttpMethod::kPost;
  request.headers.emplace_back("content-type", "application/json");
  append_json(request.body, Json{{std::string(tool.body), page}});
  return texts.size();
}

void expect_known(const Tool& tool, const Json& arguments) {
  const auto names = names_of(tool);
  for (const auto& [name, value] : arguments.items()) {
    if (std::ranges::find(names, name) != names.end()) continue;
    throw ToolError(fmt::format("{} has no argument \"{}\"; it has {}", tool.name,
                                quoted_excerpt(name), fmt::join(names, ", ")));
  }
}

}  // namespace

ToolCall tool_call(const Tool& tool, const Json& arguments, const ToolSchemas& schemas) {
  expect_known(tool, arguments);
  const auto given = [&](std::string_view name) -> const Json* {
    const auto value = arguments.find(std::string(name));
    return value == arguments.end() || value->is_null() ? nullptr : &*value;
  };
  ToolCall out;
  out.tool = &tool;
  out.request.path = tool.address;
  if (const Json* const value = given(kMaxBytes)) {
    out.max_bytes = number_between(kMaxBytes, *value, kLeastResultBytes, kMostResultBytes);
  }
  if (const Json* const value = given(kOffset)) {
    out.offset = number_between(kOffset, *value, 0, UINT32_MAX);
  }
  if (!tool.body.empty()) {
    const Json* const texts = given(tool.body);
    if (texts == nullptr) throw ToolError(fmt::format("{} is missing", tool.body));
    out.texts = add_body(tool, *texts, out.offset, out.request);
  }
  for (const ToolArgument& argument : tool.arguments) {
    const Json& parameter = schemas.parameter(tool, argument.parameter);
    if (const Json* const value = given(argument.name)) {
      add_argument(argument, *value, parameter, out.request);
    } else if (parameter.value("required", false)) {
      throw ToolError(fmt::format("{} is missing", argument.name));
    }
  }
  return out;
}

std::string in_words_of(const Tool& tool, const std::string& parameter, std::string sentence) {
  for (const ToolArgument& argument : tool.arguments) {
    if (argument.parameter != parameter || !sentence.starts_with(parameter)) continue;
    const char next = sentence.size() > parameter.size() ? sentence[parameter.size()] : ' ';
    if (next == ' ' || next == ':') sentence.replace(0, parameter.size(), argument.name);
  }
  return sentence;
}

}  // namespace ibid
