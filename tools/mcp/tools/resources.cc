// SPDX-License-Identifier: GPL-2.0-or-later
//
// Resources: a passage, a report, a source, in words. Source: MCP 2025-11-25 and 2026-07-28,
// "Resources".
#include <fmt/core.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "tools/mcp/messages/mcp_error.h"
#include "tools/mcp/tools/answer_parts.h"
#include "tools/mcp/tools/answer_words.h"
#include "tools/mcp/tools/element_words.h"
#include "tools/mcp/tools/mcp_tools.h"
#include "tools/mcp/tools/shorten.h"
#include "tools/mcp/tools/tool_result.h"

namespace ibid {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} * 1024;
constexpr std::size_t kListed = 100;  // reports of one page
constexpr std::string_view kScheme = "ibid://";

struct ResourceKind {
  std::string_view name;  // in the URI
  std::string_view variable, title, description;
  std::string_view address;  // of the API; its id follows
  std::string_view tool;     // that shows all of a long one
};

constexpr std::array<ResourceKind, 3> kKinds = {{
    {"passage", "+permalink", "A passage", "One passage of a report, by its permalink.",
     "/v1/passages/", "show"},
    {"report", "id", "A report", "A report from beginning to end, by its id.", "/v1/reports/",
     "outline"},
    {"source", "id", "A source", "One source: who cites it, and what for, by its id.",
     "/v1/sources/", "source"},
}};

// "%23" -> "#"; other bytes stay. Nothing for an escape that is cut, and for NUL.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      unsigned char byte = 0;
      const std::string_view digits = text.substr(i + 1, 2);
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
      if (error != std::errc() || digits.size() != 2 || end != digits.data() + 2) return {};
      c = static_cast<char>(byte);
      i += 2;
    }
    if (c == '\0') return {};
    out += c;
  }
  return out;
}

McpError not_found(std::string_view uri, const std::string& why) {
  return {McpFault::kResourceNotFound, why, McpError::Of::kMethod, {{"uri", uri}}};
}

struct Named {
  const ResourceKind& kind;
  std::string id;
};

Named named(std::string_view uri) {
  if (uri.starts_with(kScheme)) {
    const std::string_view rest = uri.substr(kScheme.size());
    for (const ResourceKind& kind : kKinds) {
      if (!rest.starts_with(kind.name) || rest.substr(kind.name.size(), 1) != "/") continue;
      auto id = decoded(rest.substr(kind.name.size() + 1));
      if (id && !id->empty() && is_utf8(*id)) return {kind, *std::move(id)};
    }
  }
  throw not_found(uri,
                  "no such resource; there are ibid://passage/PERMALINK, ibid://report/ID and "
                  "ibid://source/ID");
}

std::string words_of(AnswerParts& parts, const ResourceKind& kind) {
  std::string out = document_words(parts.document);
  std::uint64_t told = 0;
  for (AnswerParts::Element& element : parts.elements) {
    std::vector<std::string> cut;
    if (told == 0) shorten(element.value, kReadBytes / 2, "", cut);
    const std::string words = element_words(element.value);
    if (told > 0 && out.size() + words.size() > kReadBytes) break;
    out += words;
    if (!cut.empty()) out += "  shortened, as it is long\n";
    ++told;
  }
  if (told < parts.count) {
    out += fmt::format("And {} more: the tool {} has them, from offset {} on.\n",
                       parts.count - told, kind.tool, told);
  }
  return out;
}

// "100", as the last page gave it.
std::optional<std::uint64_t> offset_of(const Json& cursor) {
  if (cursor.is_null()) return 0;
  if (!cursor.is_string()) return {};
  const auto& text = cursor.get_ref<const std::string&>();
  std::uint64_t out = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out);
  if (error != std::errc() || stop != end || out == 0) return {};
  return out;
}

[[noreturn]] void fail(const HttpResponse& response) {
  throw McpError(McpFault::kInternal, Json::parse(response.body).value("detail", ""));
}

}  // namespace

Json McpTools::resources(const Json& cursor) {
  const auto offset = offset_of(cursor);
  HttpRequest request;
  request.path = "/v1/reports";
  HttpResponse response = ask_(request);
  if (response.status != 200) fail(response);
  const AnswerParts parts =
      read_answer(response, offset.value_or(0), kReadBytes, [] { return true; });
  if (!offset || (*offset > 0 && *offset >= parts.count)) {
    throw McpError(McpFault::kInvalidParams, "cursor is none that a page of this list gave");
  }
  Json list = Json::array();
  for (const AnswerParts::Element& element : parts.elements) {
    if (list.size() == kListed) break;
    const Json& report = element.value.at("report");
    const std::string id = report.at("id").get<std::string>();
    Json resource = {{"uri", resource_uri("report", id)}, {"name", id}};
    if (report.at("title") != "") resource["title"] = report.at("title");
    resource["mimeType"] = "text/plain";
    list.push_back(std::move(resource));
  }
  const std::uint64_t next = *offset + list.size();
  Json out = {{"resources", std::move(list)}};
  if (next < parts.count) out["nextCursor"] = std::to_string(next);
  return out;
}

Json McpTools::resource_templates() {
  Json list = Json::array();
  for (const ResourceKind& kind : kKinds) {
    list.push_back({{"uriTemplate", fmt::format("ibid://{}/{{{}}}", kind.name, kind.variable)},
                    {"name", kind.name},
                    {"title", kind.title},
                    {"description", kind.description},
                    {"mimeType", "text/plain"}});
  }
  return {{"resourceTemplates", std::move(list)}};
}

Json McpTools::read(std::string_view uri) {
  const Named asked = named(uri);
  HttpRequest request;
  request.path = std::string(asked.kind.address) + asked.id;
  if (asked.kind.name == "passage") request.query.emplace_back("around", "0");
  HttpResponse response = ask_(request);
  if (response.status == 503 || response.status == 500) fail(response);
  if (response.status != 200) {
    const bool gone = response.content_type == "application/json";
    throw not_found(uri, gone ? "the passage of this permalink is no longer there; the tool "
                                "resolve says more"
                              : Json::parse(response.body).value("detail", ""));
  }
  AnswerParts parts = read_answer(response, 0, kReadBytes, [] { return true; });
  return {{"contents", Json::array({{{"uri", uri},
                                     {"mimeType", "text/plain"},
                                     {"text", words_of(parts, asked.kind)}}})}};
}

}  // namespace ibid
