// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/guards.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "corpus/text/code_points.h"
#include "tools/serve/guards/access_guards.h"
#include "tools/serve/guards/request_text.h"

namespace ibid {
namespace {

using Refused = std::optional<Refusal>;

const Refusal kMalformed = {400,
                            "This is not a well-formed HTTP request.",
                            "올바른 HTTP 요청이 아닙니다.",
                            {{"Connection", "close"}}};
const Refusal kBadAddress = {
    400,
    "The address cannot be read: in it, a percent sign is written %25, and what is escaped is "
    "UTF-8.",
    "주소를 읽을 수 없습니다. 백분율 기호는 %25로 쓰고, 이스케이프된 글자는 UTF-8이어야 합니다.",
    {}};

bool is_token_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_http_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

Refused one_plain_head(const GuardInput& in) {
  if (!in.request.is_plain || !is_http_token(in.request.method)) return kMalformed;
  return {};
}

Refused known_version(const GuardInput& in) {
  if (in.request.version == "HTTP/1.1" || in.request.version == "HTTP/1.0") return {};
  return Refusal{505, "This server speaks HTTP/1.1.", "이 서버는 HTTP/1.1만 지원합니다.", {}};
}

Refused short_target(const GuardInput& in) {
  if (in.request.target.size() <= in.limits.target_bytes) return {};
  return Refusal{414, "The address is too long.", "주소가 너무 깁니다.", {}};
}

// A "//" at the beginning or a "\" would name another host in a redirect.
Refused target_is_path(const GuardInput& in) {
  const std::string_view target = in.request.target;
  const auto is_bad = [](char c) {
    return (c >= 0 && c <= ' ') || c == '\x7f' || c == '#' || c == '\\';
  };
  if (!target.starts_with('/') || target.starts_with("//") ||
      std::any_of(target.begin(), target.end(), is_bad)) {
    return kMalformed;
  }
  return {};
}

Refused few_headers(const GuardInput& in) {
  std::size_t bytes = 0;
  for (const auto& [name, value] : in.request.headers) bytes += name.size() + value.size() + 4;
  if (in.request.headers.size() <= in.limits.header_fields && bytes <= in.limits.header_bytes) {
    return {};
  }
  return Refusal{431, "The headers of the request are too large.", "요청 헤더가 너무 큽니다.", {}};
}

Refused headers_are_text(const GuardInput& in) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; };
  for (const auto& [name, value] : in.request.headers) {
    if (!is_http_token(name) || std::any_of(value.begin(), value.end(), is_control) ||
        !is_utf8(value)) {
      return kMalformed;
    }
  }
  return {};
}

// Where the body ends must be said once, in one way: what two readers of a connection see
// differently smuggles a request past one of them.
Refused framed_once(const GuardInput& in) {
  const auto lengths = values_of(in.request, "content-length");
  const auto codings = values_of(in.request, "transfer-encoding");
  if (lengths.size() > 1 || codings.size() > 1 || (!lengths.empty() && !codings.empty())) {
    return kMalformed;
  }
  if (!codings.empty()) {
    return Refusal{411,
                   "A body needs its Content-Length.",
                   "본문에는 Content-Length가 필요합니다.",
                   {{"Connection", "close"}}};
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (lengths.empty()) return {};
  if (lengths[0].empty() || !std::all_of(lengths[0].begin(), lengths[0].end(), is_digit)) {
    return kMalformed;
  }
  return {};
}

Refused small_body(const GuardInput& in) {
  if (body_length(in.request) <= in.limits.body_bytes) return {};
  return Refusal{413,
                 "The body of the request is too large.",
                 "요청 본문이 너무 큽니다.",
                 {{"Connection", "close"}}};
}

Refused known_method(const GuardInput& in) {
  const std::string_view method = in.request.method;
  if (method != "GET" && method != "HEAD" && method != "POST") {
    return Refusal{405,
                   "Only GET, HEAD and POST are answered.",
                   "GET, HEAD, POST 요청만 처리합니다.",
                   {{"Allow", "GET, HEAD, POST"}}};
  }
  if (method != "POST" && body_length(in.request) > 0) return kMalformed;
  return {};
}

Refused readable_target(const GuardInput& in) {
  HttpFields fields;
  if (!path_of(in.request.target) ||
      !add_fields(query_of_target(in.request.target), in.limits.form_fields, fields)) {
    return kBadAddress;
  }
  return {};
}

constexpr auto kGuards = std::to_array<Guard>({
    {"one plain head", one_plain_head},
    {"known version", known_version},
    {"short target", short_target},
    {"target is a path", target_is_path},
    {"few headers", few_headers},
    {"headers are text", headers_are_text},
    {"framed once", framed_once},
    {"small body", small_body},
    {"known method", known_method},
    {"readable target", readable_target},
    {"our host", our_host},
    {"our origin", our_origin},
    {"no foreign site", no_foreign_site},
    {"token", has_token},
});

}  // namespace

std::span<const Guard> all_guards() { return kGuards; }

std::optional<Refusal> refused(const GuardInput& input) {
  for (const Guard& guard : kGuards) {
    if (auto refusal = guard.refuses(input)) return refusal;
  }
  return {};
}

std::size_t body_length(const RawRequest& request) {
  const auto lengths = values_of(request, "content-length");
  if (lengths.empty()) return 0;
  std::size_t length = 0;
  const char* end = lengths[0].data() + lengths[0].size();
  const auto [at, error] = std::from_chars(lengths[0].data(), end, length);
  return error == std::errc() && at == end ? length : SIZE_MAX;
}

}  // namespace ibid
