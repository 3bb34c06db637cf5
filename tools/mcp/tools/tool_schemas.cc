// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/tool_schemas.h"

#include <stdexcept>
#include <string>
#include <vector>

#include "tools/serve/api/openapi.h"

namespace ibid {
namespace {

constexpr std::string_view kReference = "$ref";
constexpr std::string_view kOfApi = "#/components/schemas/";

Json count_schema(std::string_view description) {
  return {{"type", "integer"}, {"minimum", 0}, {"description", description}};
}

Json bytes_schema() {
  return {{"type", "integer"},
          {"minimum", kLeastResultBytes},
          {"maximum", kMostResultBytes},
          {"default", kResultBytes},
          {"description",
           "The most that an answer may take. What does not fit is on the next page; if one thing "
           "alone is larger, its longest texts are shortened, and the answer says which."}};
}

// docs/mcp.md describes it.
Json page_schema() {
  return {{"type", "object"},
          {"properties",
           {{"matches", count_schema("All there are, on this page or not.")},
            {"matches_exact", {{"type", "boolean"}}},
            {"offset", count_schema("How many come before this page.")},
            {"returned", count_schema("How many are on this page.")},
            {"next_offset", count_schema("Of the next page; missing on the last.")},
            {"shortened",
             {{"type", "array"},
              {"items", {{"type", "string"}}},
              {"description", "Texts and lists that are not whole here, as JSON pointers."}}}}},
          {"required", {"matches", "matches_exact", "offset", "returned"}}};
}

// "#/components/schemas/hit" -> "#/$defs/hit", everywhere; adds the names to `used`.
void move_references(Json& schema, std::vector<std::string>& used) {
  if (schema.is_object()) {
    for (auto& [key, value] : schema.items()) {
      if (key == kReference && value.is_string()) {
        const std::string name = value.get<std::string>().substr(kOfApi.size());
        value = "#/$defs/" + name;
        used.push_back(name);
      } else {
        move_references(value, used);
      }
    }
  } else if (schema.is_array()) {
    for (Json& value : schema) move_references(value, used);
  }
}

// What is said in words beside `citations`.
void add_attribution(Json& schema) {
  const auto properties = schema.find("properties");
  if (properties == schema.end() || !properties->contains("citations")) return;
  if ((*properties)["citations"].value("type", "") != "array") return;  // a count
  (*properties)["attribution"] = {{"type", "string"}};
}

}  // namespace

ToolSchemas::ToolSchemas() : api_(Json::parse(openapi_text())) {}

const Json& ToolSchemas::operation(const Tool& tool) const {
  const Json& path = api_.at("paths").at(std::string(tool.address));
  return path.at(tool.body.empty() ? "get" : "post");
}

const Json& ToolSchemas::resolved(const Json& reference) const {
  const auto name = reference.find(kReference);
  if (name == reference.end()) return reference;
  return api_.at(Json::json_pointer(name->get_ref<const std::string&>().substr(1)));
}

const Json& ToolSchemas::parameter(const Tool& tool, std::string_view name) const {
  if (name == "{id}") name = "id";
  for (const Json& reference : operation(tool).at("parameters")) {
    const Json& parameter = resolved(reference);
    if (parameter.at("name") == name) return parameter;
  }
  throw std::logic_error("openapi.json has no parameter " + std::string(name));
}

Json ToolSchemas::input(const Tool& tool) const {
  Json properties = Json::object();
  Json required = Json::array();
  if (!tool.body.empty()) {
    properties[std::string(tool.body)] = api_.at("components").at("schemas").at("Texts");
    required.push_back(tool.body);
  }
  for (const ToolArgument& argument : tool.arguments) {
    const Json& parameter = this->parameter(tool, argument.parameter);
    Json schema = parameter.at("schema");
    if (schema.value("maximum", 0.0) > 9e15) schema.erase("maximum");  // no number of JavaScript
    schema["description"] = argument.description.empty() ? parameter.at("description")
                                                         : Json(std::string(argument.description));
    if (parameter.value("required", false)) {
      required.push_back(argument.name);
      if (schema.value("type", "") == "array") schema["minItems"] = 1;
    }
    properties[std::string(argument.name)] = std::move(schema);
  }
  if (tool.pages != Tool::Pages::kOfAnswer && tool.pages != Tool::Pages::kOne) {
    properties["offset"] = count_schema("How many to leave out: the next_offset of a page.");
  }
  properties["max_bytes"] = bytes_schema();
  Json out = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  out["additionalProperties"] = false;
  return out;
}

Json ToolSchemas::definitions(const Json& schema) const {
  std::vector<std::string> names;
  Json moved = schema;
  move_references(moved, names);
  Json out = Json::object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (out.contains(names[i])) continue;
    Json definition = api_.at("components").at("schemas").at(names[i]);
    add_attribution(definition);
    std::vector<std::string> inner;
    move_references(definition, inner);
    out[names[i]] = std::move(definition);
    names.insert(names.end(), inner.begin(), inner.end());
  }
  return out;
}

Json ToolSchemas::output(const Tool& tool) const {
  Json schema = api_.at("components").at("schemas").at(std::string(tool.answer));
  const bool as_text = tool.pages == Tool::Pages::kOfNames;
  if (as_text) schema = schema.at("anyOf").at(0);  // the others have `fields`, which no tool has
  Json definitions = this->definitions(schema);
  std::vector<std::string> used;
  move_references(schema, used);
  schema["properties"]["page"] = page_schema();
  if (as_text) {
    schema["properties"]["text"] = {{"type", "string"}};
    schema["required"] = Json::array();
  }
  schema["required"].push_back("page");
  schema["$defs"] = std::move(definitions);
  return schema;
}

}  // namespace ibid
