// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/messages/mcp_message.h"

#include <fmt/core.h>

#include <utility>

namespace ibid {
namespace {

struct TooDeep {};

McpError refused(McpFault fault, const std::string& why) {
  return {fault, why, McpError::Of::kEnvelope};
}

// Throws McpError for what is no JSON, or too much of it.
Json json_of(std::string_view text) {
  if (text.size() > kMostMessageBytes) {
    throw refused(McpFault::kInvalidRequest,
                  fmt::format("a message has at most {} bytes", kMostMessageBytes));
  }
  const auto expect_flat = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kMostMessageDepth) throw TooDeep();
    return true;
  };
  try {
    return Json::parse(text, expect_flat);
  } catch (const TooDeep&) {
    throw refused(McpFault::kInvalidRequest,
                  fmt::format("a message is nested at most {} deep", kMostMessageDepth));
  } catch (const Json::parse_error& error) {
    throw refused(McpFault::kNotJson,
                  fmt::format("this is not JSON in UTF-8, from byte {} on", error.byte));
  } catch (const Json::exception&) {  // a number that no type holds
    throw refused(McpFault::kNotJson, "this JSON has a number that cannot be read");
  }
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

void check_head(const Json& json) {
  const auto version = json.find("jsonrpc");
  if (version == json.end() || *version != "2.0") {
    throw refused(McpFault::kInvalidRequest, "jsonrpc is not \"2.0\"");
  }
  const auto id = json.find("id");
  if (id != json.end() && !is_id(*id)) {
    throw refused(McpFault::kInvalidRequest, "id is neither a string nor an integer");
  }
  if (id != json.end() && id->is_string() &&
      id->get_ref<const std::string&>().size() > kMostMessageIdBytes) {
    throw refused(McpFault::kInvalidRequest,
                  fmt::format("id has more than {} bytes", kMostMessageIdBytes));
  }
}

// `json`: an object with a good head.
McpMessage message_of(Json& json) {
  McpMessage out;
  const auto method = json.find("method");
  if (method == json.end()) {
    if (!json.contains("result") && !json.contains("error")) {
      throw refused(McpFault::kInvalidRequest, "method is missing");
    }
    out.kind = McpMessage::Kind::kResponse;
    return out;
  }
  if (!method->is_string()) throw refused(McpFault::kInvalidRequest, "method is not a string");
  out.method = method->get<std::string>();
  const auto id = json.find("id");
  if (id == json.end()) {
    out.kind = McpMessage::Kind::kNotification;
  } else {
    out.id = *id;
  }
  const auto params = json.find("params");
  if (params == json.end()) return out;
  if (!params->is_object()) throw refused(McpFault::kInvalidParams, "params is not an object");
  out.params = std::move(*params);
  return out;
}

}  // namespace

std::variant<McpMessage, BadMessage> read_message(std::string_view text) {
  Json id;
  try {
    Json json = json_of(text);
    if (json.is_array()) {
      throw refused(McpFault::kInvalidRequest,
                    "this is an array; send each message by itself, not as a batch");
    }
    if (!json.is_object()) throw refused(McpFault::kInvalidRequest, "a message is a JSON object");
    if (const auto given = json.find("id"); given != json.end() && is_id(*given)) id = *given;
    check_head(json);
    return message_of(json);
  } catch (const McpError& error) {
    return BadMessage{error, std::move(id)};
  }
}

}  // namespace ibid
