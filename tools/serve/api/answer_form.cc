// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/answer_form.h"

#include <fmt/core.h>

#include <memory>
#include <utility>

namespace ibid {
namespace {

constexpr std::size_t kFirstBytes = std::size_t{64} * 1024;

}  // namespace

AnswerForm asked_form(const HttpRequest& request) {
  const std::string_view format = request.field("format").value_or("");
  if (!format.empty()) return format == "jsonl" ? AnswerForm::kLines : AnswerForm::kDocument;
  const std::string_view accept = request.header("accept");
  const bool lines = accept.find(kJsonLinesType) != std::string_view::npos ||
                     accept.find("application/x-ndjson") != std::string_view::npos;
  return lines ? AnswerForm::kLines : AnswerForm::kDocument;
}

HttpResponse lines_head(const HttpRequest& request) {
  HttpResponse out;
  out.content_type = asked_form(request) == AnswerForm::kLines ? kJsonLinesType : kJsonType;
  out.headers.emplace_back("Vary", "Accept");
  return out;
}

HttpResponse lines_response(const HttpRequest& request, const DocumentShape& shape,
                            std::string lines) {
  HttpResponse out = lines_head(request);
  const bool as_lines = asked_form(request) == AnswerForm::kLines;
  out.body = as_lines ? std::move(lines) : json_document(shape, lines);
  return out;
}

HttpResponse file_response(std::string_view content_type, std::string_view name, std::string body) {
  HttpResponse out;
  out.content_type = content_type;
  out.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  out.body = std::move(body);
  return out;
}

NextPiece in_form(const HttpRequest& request, const DocumentShape& shape, NextPiece next) {
  if (asked_form(request) == AnswerForm::kLines) return next;
  const auto document = std::make_shared<JsonDocument>(shape);
  return [document, next = std::move(next), lines = std::string()](std::string& out) mutable {
    lines.clear();
    const bool more = next(lines);
    document->add(lines, out);
    if (!more) document->finish(out);
    return more;
  };
}

HttpResponse pieces_response(HttpResponse response, NextPiece next) {
  while (response.body.size() < kFirstBytes) {
    if (!next(response.body)) return response;
  }
  response.more = std::move(next);
  return response;
}

}  // namespace ibid
