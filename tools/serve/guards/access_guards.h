// SPDX-License-Identifier: GPL-2.0-or-later
//
// Those guards that ask who asks: a page of another site that a browser shows, a name that leads
// here only since a minute ago (DNS rebinding), another user of the machine.
#pragma once

#include <optional>

#include "tools/serve/guards/guards.h"

namespace ibid {

// "Host:" is there once and names us.
std::optional<Refusal> our_host(const GuardInput& input);
// "Origin:", if it is sent, names us. A form of ours is "null" to a browser that hides referrers,
// which then says by Sec-Fetch-Site that it is ours.
std::optional<Refusal> our_origin(const GuardInput& input);
// "Sec-Fetch-Site:" is no other site, but for a link to one of our pages.
std::optional<Refusal> no_foreign_site(const GuardInput& input);
// The token is in the cookie or in "Authorization: Bearer", or the address of a feed has its key. A
// token in the query of a GET is answered by the cookie, and by a redirect to the address without
// it.
std::optional<Refusal> has_token(const GuardInput& input);

}  // namespace ibid
