// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/messages/mcp_reply.h"

#include "search/render/json_text.h"

namespace ibid {
namespace {

McpReply::Kind kind_of(const McpError& error) {
  if (error.of() == McpError::Of::kEnvelope) return McpReply::Kind::kRefused;
  return error.fault() == McpFault::kUnknownMethod ? McpReply::Kind::kUnknownMethod
                                                   : McpReply::Kind::kError;
}

}  // namespace

McpReply result_reply(const Json& id, const Json& result) {
  McpReply out{McpReply::Kind::kResult};
  out.text = "{\"jsonrpc\":\"2.0\",\"id\":";
  append_json(out.text, id);
  out.text += ",\"result\":";
  append_json(out.text, result);
  out.text += '}';
  return out;
}

McpReply error_reply(const Json& id, const McpError& error) {
  Json json = {{"jsonrpc", "2.0"}};
  if (!id.is_null()) json["id"] = id;
  json["error"] = {{"code", static_cast<std::int32_t>(error.fault())}, {"message", error.what()}};
  if (!error.data().is_null()) json["error"]["data"] = error.data();
  McpReply out{kind_of(error)};
  append_json(out.text, json);
  return out;
}

}  // namespace ibid
