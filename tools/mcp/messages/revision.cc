// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/messages/revision.h"

#include <fmt/core.h>

#include <string>

namespace ibid {
namespace {

constexpr const char* kRevisionKey = "io.modelcontextprotocol/protocolVersion";
constexpr const char* kCapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
constexpr const char* kClientKey = "io.modelcontextprotocol/clientInfo";

const Json* meta_of(const McpMessage& message) {
  const auto meta = message.params.find("_meta");
  return meta == message.params.end() || !meta->is_object() ? nullptr : &*meta;
}

[[noreturn]] void refuse_meta(const std::string& why) {
  throw McpError(McpFault::kInvalidParams, why, McpError::Of::kEnvelope);
}

}  // namespace

std::string_view to_string(Revision revision) {
  switch (revision) {
    case Revision::k2025_06_18:
      return "2025-06-18";
    case Revision::k2025_11_25:
      return "2025-11-25";
    case Revision::k2026_07_28:
      break;
  }
  return "2026-07-28";
}

std::optional<Revision> revision_with_handshake(std::string_view text) {
  for (const Revision revision : {Revision::k2025_06_18, Revision::k2025_11_25}) {
    if (text == to_string(revision)) return revision;
  }
  return {};
}

std::optional<std::string_view> said_revision(const McpMessage& message) {
  const Json* const meta = meta_of(message);
  if (meta == nullptr) return {};
  const auto said = meta->find(kRevisionKey);
  if (said == meta->end() || !said->is_string()) return {};
  return said->get_ref<const std::string&>();
}

std::optional<Revision> revision_of(const McpMessage& message) {
  const Json* const meta = meta_of(message);
  if (meta == nullptr || !(meta->contains(kRevisionKey) || meta->contains(kCapabilitiesKey) ||
                           meta->contains(kClientKey))) {
    return {};
  }
  const auto said = said_revision(message);
  if (!said) refuse_meta(fmt::format("_meta lacks the string {}", kRevisionKey));
  constexpr Revision kSpoken = Revision::k2026_07_28;
  if (*said != to_string(kSpoken)) {
    throw McpError(McpFault::kUnsupportedRevision, "this revision of the protocol is not spoken",
                   McpError::Of::kEnvelope,
                   {{"supported", Json::array({to_string(kSpoken)})}, {"requested", *said}});
  }
  const auto capabilities = meta->find(kCapabilitiesKey);
  if (capabilities == meta->end() || !capabilities->is_object()) {
    refuse_meta(fmt::format("_meta lacks the object {}", kCapabilitiesKey));
  }
  const auto client = meta->find(kClientKey);
  if (client != meta->end() && !client->is_object()) {
    refuse_meta(fmt::format("{} in _meta is not an object", kClientKey));
  }
  return kSpoken;
}

}  // namespace ibid
