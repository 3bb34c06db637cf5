// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/mcp_endpoint.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "tools/mcp/messages/mcp_message.h"
#include "tools/mcp/messages/mcp_reply.h"
#include "tools/mcp/messages/revision.h"
#include "tools/mcp/session/mcp_session.h"
#include "tools/mcp/tools/mcp_tools.h"
#include "tools/serve/questions/problem.h"
#include "tools/serve/questions/text_questions.h"
#include "tools/serve/site/mcp_headers.h"

namespace ibid {
namespace {

HttpResponse refused(HttpProblem::Kind kind, const char* why) {
  HttpProblem problem{.kind = kind, .detail = why};
  if (kind == HttpProblem::Kind::kMethodNotAllowed) problem.allow = "POST";
  return problem_response(problem);
}

// Up to 2025-11-25 an error of a method is an answer like others.
int status_of(McpReply::Kind kind, bool has_handshake) {
  switch (kind) {
    case McpReply::Kind::kNone:
      return 202;
    case McpReply::Kind::kRefused:
      return 400;
    case McpReply::Kind::kUnknownMethod:
      return has_handshake ? 200 : 404;
    case McpReply::Kind::kResult:
    case McpReply::Kind::kError:
      break;
  }
  return 200;
}

HttpResponse response_of(McpReply reply, bool has_handshake) {
  HttpResponse out;
  out.status = status_of(reply.kind, has_handshake);
  if (reply.text.empty()) return out;
  out.content_type = "application/json";
  out.headers.emplace_back("Cache-Control", "no-store");
  out.body = std::move(reply.text);
  return out;
}

class McpEndpoint final : public HttpService {
 public:
  explicit McpEndpoint(AskApi ask) : tools_(std::move(ask)) {}

  HttpResponse answer(const HttpRequest& request) override {
    if (request.method != HttpMethod::kPost) {
      return refused(HttpProblem::Kind::kMethodNotAllowed,
                     "messages of the Model Context Protocol are sent by POST; nothing is sent "
                     "without being asked for");
    }
    if (media_type(request) != "application/json") {
      return refused(HttpProblem::Kind::kUnsupportedBody, "Content-Type is not application/json");
    }
    auto read = read_message(request.body);
    if (const auto* bad = std::get_if<BadMessage>(&read)) {
      return response_of(error_reply(bad->id, bad->error), true);
    }
    const auto& message = std::get<McpMessage>(read);
    return response_of(reply_to(request, message), !said_revision(message));
  }

 private:
  McpReply reply_to(const HttpRequest& request, const McpMessage& message) {
    if (message.kind != McpMessage::Kind::kRequest) return {};
    try {
      check_mcp_headers(request, message);
    } catch (const McpError& error) {
      return error_reply(message.id, error);
    }
    return McpSession(tools_, Handshake::kAssumed).answer(message);
  }

  McpTools tools_;
};

}  // namespace

std::unique_ptr<HttpService> make_mcp_endpoint(AskApi ask) {
  return std::make_unique<McpEndpoint>(std::move(ask));
}

bool is_mcp_long(const HttpRequest& request) {
  // A letter of ASCII that is written as an escape may hide a name.
  constexpr std::array<std::string_view, 4> kLong = {"\"audit\"", "\"check_claims\"",
                                                     "\"verify_quote\"", "\\u00"};
  return std::ranges::any_of(
      kLong, [&](std::string_view name) { return request.body.find(name) != std::string::npos; });
}

}  // namespace ibid
