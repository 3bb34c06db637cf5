// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/feed_key.h"

#include <fmt/core.h>
#include <nettle/hmac.h>

#include <array>
#include <cstdint>

#include "tools/serve/guards/access.h"
#include "tools/serve/guards/request_text.h"

namespace ibid {
namespace {

constexpr std::size_t kMostFields = 16;

void add(hmac_sha256_ctx& hmac, std::string_view text) {
  // With the NUL that no field has, so that no two lists of fields are one text.
  const std::string ended(std::string(text) + '\0');
  hmac_sha256_update(&hmac, ended.size(), reinterpret_cast<const std::uint8_t*>(ended.data()));
}

}  // namespace

std::string feed_key(std::string_view token, const HttpFields& fields) {
  if (token.empty()) return {};
  hmac_sha256_ctx hmac;
  hmac_sha256_set_key(&hmac, token.size(), reinterpret_cast<const std::uint8_t*>(token.data()));
  add(hmac, "ibid feed");
  for (const auto& [name, value] : fields) {
    if (name == kFeedKeyField || name == "format") continue;
    add(hmac, name);
    add(hmac, value);
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE / 2> digest{};
  hmac_sha256_digest(&hmac, digest.size(), digest.data());
  std::string out;
  for (const std::uint8_t byte : digest) out += fmt::format("{:02x}", byte);
  return out;
}

bool has_feed_key(std::string_view target, std::string_view token) {
  if (target.substr(0, target.find('?')) != kFeedPath || token.empty()) return false;
  HttpFields fields;
  if (!add_fields(query_of_target(target), kMostFields, fields)) return false;
  std::string_view given;
  for (const auto& [name, value] : fields) {
    if (name != kFeedKeyField) continue;
    if (!given.empty()) return false;
    given = value;
  }
  return is_token(given, feed_key(token, fields));
}

}  // namespace ibid
