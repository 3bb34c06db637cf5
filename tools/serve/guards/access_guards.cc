// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/access_guards.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tools/serve/guards/feed_key.h"
#include "tools/serve/guards/request_text.h"

namespace ibid {
namespace {

using Refused = std::optional<Refusal>;

constexpr std::string_view kTokenField = "token";

const Refusal kForeign = {403,
                          "This server answers only what asks for it by its own address.",
                          "이 서버는 자신의 주소로 온 요청에만 응답합니다.",
                          {}};

bool is_ours(std::string_view host, const Access& access) {
  return std::ranges::any_of(access.hosts,
                             [&](const std::string& ours) { return is_header(host, ours); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool bearer_is_right(const RawRequest& request, const Access& access) {
  constexpr std::string_view kScheme = "bearer ";
  const auto given = values_of(request, "authorization");
  return given.size() == 1 && given[0].size() > kScheme.size() &&
         is_header(given[0].substr(0, kScheme.size()), kScheme) &&
         is_token(trimmed(given[0].substr(kScheme.size())), access.token);
}

bool cookie_is_right(const RawRequest& request, const Access& access) {
  for (std::string_view cookies : values_of(request, "cookie")) {
    while (!cookies.empty()) {
      const std::string_view pair = cookies.substr(0, cookies.find(';'));
      cookies.remove_prefix(std::min(cookies.size(), pair.size() + 1));
      const std::size_t equals = pair.find('=');
      if (equals != std::string_view::npos && trimmed(pair.substr(0, equals)) == access.cookie &&
          is_token(trimmed(pair.substr(equals + 1)), access.token)) {
        return true;
      }
    }
  }
  return false;
}

// The target without its tokens, and whether one of them is right.
struct Stripped {
  std::string target;
  bool is_right = false;
};

Stripped without_token(std::string_view target, const Access& access) {
  Stripped out{std::string(target.substr(0, target.find('?'))), false};
  std::string_view query = query_of_target(target);
  char separator = '?';
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.substr(0, pair.find('=')) == kTokenField) {
      const std::size_t value = std::min(pair.size(), kTokenField.size() + 1);
      out.is_right = out.is_right || is_token(pair.substr(value), access.token);
    } else {
      out.target += separator;
      out.target += pair;
      separator = '&';
    }
  }
  return out;
}

// A cookie of SameSite=Strict is not sent where a redirect that began on another site ends, such as
// that of a link in a mail. A page of ours that goes on by itself is no other site.
Refusal to_cookie(const std::string& target, const GuardInput& input) {
  const Access& access = input.access;
  std::string cookie =
      fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict", access.cookie, access.token);
  if (access.cookie_seconds > 0) cookie += fmt::format("; Max-Age={}", access.cookie_seconds);
  Refusal out{303,
              "This page is elsewhere.",
              "페이지가 다른 주소에 있습니다.",
              {{"Location", target}, {"Set-Cookie", cookie}}};
  const auto sites = values_of(input.request, "sec-fetch-site");
  if (sites.size() == 1 && sites[0] != "none" && sites[0] != "same-origin") {
    out.status = 200;
    out.headers.erase(out.headers.begin());
    out.next = target;
  }
  return out;
}

}  // namespace

Refused our_host(const GuardInput& input) {
  const auto hosts = values_of(input.request, "host");
  if (hosts.size() != 1) {
    return Refusal{400,
                   "A request has one Host header.",
                   "요청에는 Host 헤더가 하나 있어야 합니다.",
                   {{"Connection", "close"}}};
  }
  if (!is_ours(hosts[0], input.access)) return kForeign;
  return {};
}

Refused our_origin(const GuardInput& input) {
  constexpr std::string_view kScheme = "http://";
  const auto origins = values_of(input.request, "origin");
  if (origins.empty()) return {};
  if (origins.size() > 1) return kForeign;
  if (origins[0].starts_with(kScheme) && is_ours(origins[0].substr(kScheme.size()), input.access)) {
    return {};
  }
  const auto sites = values_of(input.request, "sec-fetch-site");
  if (origins[0] == "null" && sites.size() == 1 && sites[0] == "same-origin") return {};
  return kForeign;
}

Refused no_foreign_site(const GuardInput& input) {
  const RawRequest& request = input.request;
  const auto sites = values_of(request, "sec-fetch-site");
  if (sites.empty()) return {};
  if (sites.size() == 1 && (sites[0] == "same-origin" || sites[0] == "none")) return {};
  const auto modes = values_of(request, "sec-fetch-mode");
  const auto destinations = values_of(request, "sec-fetch-dest");
  const bool is_link = sites.size() == 1 && modes.size() == 1 && modes[0] == "navigate" &&
                       destinations.size() == 1 && destinations[0] == "document";
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (is_link && reads && reader_of(request.target) == Reader::kPerson) return {};
  return kForeign;
}

Refused has_token(const GuardInput& input) {
  const Access& access = input.access;
  if (access.token.empty()) return {};
  const Stripped stripped = without_token(input.request.target, access);
  if (stripped.is_right && input.request.method != "POST") return to_cookie(stripped.target, input);
  if (bearer_is_right(input.request, access) || cookie_is_right(input.request, access)) return {};
  if (input.request.method != "POST" && has_feed_key(input.request.target, access.token)) return {};
  return Refusal{
      401,
      "This address needs the token: open it once with ?token=TOKEN at its end. The link that ibid "
      "serve prints has it, or else the file of --token-file. Programs send it as Authorization: "
      "Bearer.",
      "토큰이 필요합니다. 주소 끝에 ?token=토큰을 붙여 한 번 여십시오. 토큰은 ibid serve가 출력한 "
      "링크나 --token-file 파일에 있습니다. 프로그램은 Authorization: Bearer로 보냅니다.",
      {{"WWW-Authenticate", "Bearer realm=\"ibid\""}}};
}

}  // namespace ibid
