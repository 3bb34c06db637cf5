// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/problem.h"

#include <array>
#include <utility>

#include "corpus/text/code_points.h"
#include "search/query/query.h"
#include "search/render/json_lines.h"

namespace ibid {
namespace {

struct KindRow {
  int status;
  const char* name;
  const char* title;
};

// In the order of HttpProblem::Kind.
constexpr std::array<KindRow, 11> kKinds = {{
    {400, "bad-parameter", "A parameter cannot be used"},
    {400, "bad-query", "The query cannot be understood"},
    {400, "bad-body", "The body of the request cannot be used"},
    {404, "unknown-id", "The index does not hold this"},
    {404, "not-found", "There is nothing at this address"},
    {405, "method-not-allowed", "This address does not take this method"},
    {409, "generation-changed", "The index has changed"},
    {413, "too-large", "The request asks for too much at once"},
    {415, "unsupported-body", "A body of this type is not read"},
    {500, "internal", "The server failed"},
    {503, "index-unavailable", "The index cannot be read now"},
}};

const KindRow& row_of(HttpProblem::Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

// The bytes of `width` characters from character number `column`, counted from 1.
ByteRange range_of(std::string_view query, const QueryError& error) {
  ByteRange range;
  std::size_t at = 0;
  for (std::size_t n = 1; n < error.column() && at < query.size(); ++n) next_code_point(query, at);
  range.begin = at;
  for (std::size_t n = 0; n < error.width() && at < query.size(); ++n) next_code_point(query, at);
  range.end = at;
  return range;
}

HttpProblem::Kind kind_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
      return HttpProblem::Kind::kBadParameter;
    case ErrorKind::kQuery:
      return HttpProblem::Kind::kBadQuery;
    case ErrorKind::kInput:  // aliases.toml of the index
    case ErrorKind::kIndex:
    case ErrorKind::kLocked:
      return HttpProblem::Kind::kIndexUnavailable;
    case ErrorKind::kSystem:
      break;
  }
  return HttpProblem::Kind::kInternal;
}

}  // namespace

int HttpProblem::status() const { return row_of(kind).status; }
std::string_view HttpProblem::name() const { return row_of(kind).name; }
std::string_view HttpProblem::title() const { return row_of(kind).title; }

HttpProblem problem_of(const std::exception& error, std::string_view query) {
  if (const auto* known = dynamic_cast<const ProblemError*>(&error)) return known->problem();
  HttpProblem out;
  out.detail = error.what();
  if (const auto* of_query = dynamic_cast<const QueryError*>(&error)) {
    out.range = range_of(query, *of_query);
    out.parameter = "q";
  }
  if (const auto* ours = dynamic_cast<const Error*>(&error)) out.kind = kind_of(ours->kind());
  return out;
}

HttpResponse problem_response(const HttpProblem& problem) {
  Json json = {{"type", "tag:ibid,2026:" + std::string(problem.name())},
               {"title", problem.title()},
               {"status", problem.status()},
               {"detail", problem.detail}};
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  if (problem.range) json["range"] = json_range(*problem.range);
  if (problem.generation) json["generation"] = *problem.generation;
  HttpResponse response;
  response.status = problem.status();
  response.content_type = "application/problem+json";
  response.body = dump_json_line(json);
  if (!problem.allow.empty()) response.headers.emplace_back("Allow", problem.allow);
  if (problem.kind == HttpProblem::Kind::kIndexUnavailable) {
    response.headers.emplace_back("Retry-After", "2");
  }
  return response;
}

}  // namespace ibid
