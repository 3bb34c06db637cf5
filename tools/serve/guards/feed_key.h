// SPDX-License-Identifier: GPL-2.0-or-later
//
// The key that lets a feed reader in, which keeps no cookie and knows nothing but an address. It
// is made from the token, and opens one feed: whoever has the address cannot ask anything else, nor
// tell the token from it. Another token makes all of them void.
#pragma once

#include <string>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

inline constexpr char kFeedPath[] = "/feed";
inline constexpr char kFeedKeyField[] = "key";

// 32 hexadecimal digits: half of an HMAC-SHA-256 of all fields of the feed's address but its key
// and its format, in their order. Empty for an empty token.
std::string feed_key(std::string_view token, const HttpFields& fields);

// Whether the target of a request is the address of a feed with its key.
bool has_feed_key(std::string_view target, std::string_view token);

}  // namespace ibid
