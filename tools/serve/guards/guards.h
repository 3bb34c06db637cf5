// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules that a request must pass before anything is answered, each by its name. The first that
// refuses decides. docs/serve.md says why there is each.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "tools/serve/guards/access.h"
#include "tools/serve/guards/http_limits.h"
#include "tools/serve/guards/raw_request.h"
#include "tools/serve/guards/refusal.h"

namespace ibid {

struct GuardInput {
  const RawRequest& request;
  const Access& access;
  const HttpLimits& limits;
};

struct Guard {
  std::string_view name;
  std::optional<Refusal> (*refuses)(const GuardInput&);
};

// In their order: first whether the bytes are one request at all, then what it may be, then who
// asks.
std::span<const Guard> all_guards();

// Of the first guard that refuses.
std::optional<Refusal> refused(const GuardInput& input);

// The length that the headers say; 0 if they say none. To be called for what has passed the guards.
std::size_t body_length(const RawRequest& request);

}  // namespace ibid
