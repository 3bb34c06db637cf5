// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/session/mcp_session.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "ibid_version.h"
#include "search/render/wording.h"
#include "tools/mcp/session/instructions.h"

namespace ibid {
namespace {

enum class Era : std::uint8_t { kBoth, kHandshake, kNone };

struct MethodRow {
  std::string_view name;
  Era era = Era::kBoth;  // which one knows it
  bool cached = false;   // its result says how long it holds
};

constexpr std::array<MethodRow, 8> kMethods = {{
    {"initialize", Era::kHandshake},
    {"ping", Era::kHandshake},
    {"server/discover", Era::kNone, true},
    {"tools/list", Era::kBoth, true},
    {"tools/call"},
    {"resources/list", Era::kBoth, true},
    {"resources/templates/list", Era::kBoth, true},
    {"resources/read", Era::kBoth, true},
}};

const MethodRow& method_named(const std::string& name) {
  const auto found = std::ranges::find(kMethods, name, &MethodRow::name);
  if (found != kMethods.end()) return *found;
  throw McpError(McpFault::kUnknownMethod,
                 fmt::format("there is no method \"{}\"", quoted_excerpt(name)));
}

Json server_info() { return {{"name", "ibid"}, {"title", "ibid"}, {"version", kVersion}}; }

Json capabilities() { return {{"tools", Json::object()}, {"resources", Json::object()}}; }

Json member(const Json& params, const char* name) {
  const auto found = params.find(name);
  return found == params.end() ? Json() : *found;
}

std::string needed_text(const Json& params, const char* name) {
  const Json value = member(params, name);
  if (!value.is_string()) {
    throw McpError(McpFault::kInvalidParams, fmt::format("params has no string \"{}\"", name));
  }
  return value.get<std::string>();
}

// Of a list that is one page.
void expect_no_cursor(const Json& params) {
  if (member(params, "cursor").is_null()) return;
  throw McpError(McpFault::kInvalidParams, "cursor is none that a page of this list gave");
}

// What every result has since 2026-07-28. Lists are the same until another version of ibid is
// installed; what is read changes with the index.
void complete(Json& result, const MethodRow& method) {
  constexpr std::uint64_t kHour = 3'600'000;
  result["resultType"] = "complete";
  if (method.cached) {
    const bool of_index = method.name == "resources/list" || method.name == "resources/read";
    result["ttlMs"] = of_index ? 0 : kHour;
    result["cacheScope"] = of_index ? "private" : "public";
  }
  result["_meta"] = {{"io.modelcontextprotocol/serverInfo", server_info()}};
}

// As the revision has it.
McpError in_revision(const McpError& error, Revision revision) {
  if (error.fault() != McpFault::kResourceNotFound || has_handshake(revision)) return error;
  return {McpFault::kInvalidParams, error.what(), error.of(), error.data()};
}

}  // namespace

McpReply McpSession::receive(std::string_view text, const StillWanted& wanted) {
  const auto read = read_message(text);
  if (const auto* bad = std::get_if<BadMessage>(&read)) return error_reply(bad->id, bad->error);
  return answer(std::get<McpMessage>(read), wanted);
}

McpReply McpSession::answer(const McpMessage& message, const StillWanted& wanted) {
  if (message.kind != McpMessage::Kind::kRequest) return {};
  try {
    return result_reply(message.id, result(message, wanted));
  } catch (const McpError& error) {
    return error_reply(message.id, error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return error_reply(message.id, McpError(McpFault::kInternal, error.what()));
  }
}

// Whether a request may be answered at all, and how.
Revision McpSession::revision_of_request(const McpMessage& message) const {
  if (const auto said = revision_of(message)) return *said;
  const MethodRow& method = method_named(message.method);
  const bool early = message.method == "initialize" || message.method == "ping";
  if (method.era == Era::kNone || (handshake_ == Handshake::kNeeded && !initialized_ && !early)) {
    throw McpError(McpFault::kInvalidParams,
                   "send initialize first (2025-11-25), or say the revision in _meta of each "
                   "request (2026-07-28)",
                   McpError::Of::kEnvelope);
  }
  return Revision::k2025_11_25;
}

Json McpSession::result(const McpMessage& message, const StillWanted& wanted) {
  const Revision revision = revision_of_request(message);
  const MethodRow& method = method_named(message.method);
  const Era other = has_handshake(revision) ? Era::kNone : Era::kHandshake;
  if (method.era == other) {
    throw McpError(McpFault::kUnknownMethod,
                   fmt::format("{} has no method {}", to_string(revision), method.name));
  }
  try {
    const Json& params = message.params;
    Json out = Json::object();
    if (method.name == "initialize") out = initialize(params);
    if (method.name == "server/discover") out = discover();
    if (method.name == "tools/call") out = call(params, wanted);
    if (method.name == "resources/list") out = tools_.resources(member(params, "cursor"));
    if (method.name == "resources/read") out = tools_.read(needed_text(params, "uri"));
    if (method.name == "tools/list" || method.name == "resources/templates/list") {
      expect_no_cursor(params);
      out = method.name == "tools/list" ? tools_.list() : McpTools::resource_templates();
    }
    if (!has_handshake(revision)) complete(out, method);
    return out;
  } catch (const McpError& error) {
    throw in_revision(error, revision);
  }
}

Json McpSession::initialize(const Json& params) {
  const auto asked = revision_with_handshake(needed_text(params, "protocolVersion"));
  initialized_ = true;
  return {{"protocolVersion", to_string(asked.value_or(Revision::k2025_11_25))},
          {"capabilities", capabilities()},
          {"serverInfo", server_info()},
          {"instructions", kInstructions}};
}

Json McpSession::discover() const {
  return {{"supportedVersions", Json::array({to_string(Revision::k2026_07_28)})},
          {"capabilities", capabilities()},
          {"instructions", kInstructions}};
}

Json McpSession::call(const Json& params, const StillWanted& wanted) {
  const std::string name = needed_text(params, "name");
  Json arguments = member(params, "arguments");
  if (arguments.is_null()) arguments = Json::object();
  return tools_.call(name, arguments, wanted);
}

}  // namespace ibid
