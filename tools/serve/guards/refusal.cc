// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/refusal.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "search/render/escape_markup.h"

namespace ibid {
namespace {

constexpr auto kReasons = std::to_array<std::pair<int, std::string_view>>({
    {200, "OK"},
    {303, "See Other"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
});

std::string refresh(const std::string& next) {
  if (next.empty()) return "";
  const std::string place = escape_html(next);
  return fmt::format(
      "<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n<p><a href=\"{0}\">ibid</a></p>\n",
      place);
}

// A browser sends no cookie with a link from another site, whatever the user did before; a link of
// our own page is not foreign.
std::string again_link(int status) {
  if (status != 401) return "";
  return "<p><a href=\"\">Open this page again</a> · "
         "<a href=\"\" lang=\"ko\">이 페이지 다시 열기</a></p>\n";
}

}  // namespace

std::string_view reason_of(int status) {
  const auto found = std::ranges::find(kReasons, status, &decltype(kReasons)::value_type::first);
  return found == kReasons.end() ? "Error" : found->second;
}

Reader reader_of(std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  return path.starts_with("/v1/") || path == "/v1" || path == "/mcp" ? Reader::kProgram
                                                                     : Reader::kPerson;
}

HttpResponse refusal_answer(const Refusal& refusal, Reader reader) {
  HttpResponse out;
  out.status = refusal.status;
  out.headers = refusal.headers;
  out.headers.emplace_back("Cache-Control", "no-store");
  const std::string_view reason = reason_of(refusal.status);
  if (reader == Reader::kProgram) {
    out.content_type = "application/problem+json";
    out.body = fmt::format(
        "{{\"type\":\"about:blank\",\"title\":\"{}\",\"status\":{},\"detail\":\"{}\"}}\n", reason,
        refusal.status, refusal.english);
  } else {
    out.content_type = "text/html; charset=utf-8";
    out.body = fmt::format(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>{1} · ibid</title>\n"
        "<h1>{0} {1}</h1>\n<p>{2}</p>\n<p lang=\"ko\">{3}</p>\n{4}{5}</html>\n",
        refusal.status, reason, refusal.english, refusal.korean, again_link(refusal.status),
        refresh(refusal.next));
  }
  return out;
}

}  // namespace ibid
