// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/api_service.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tools/serve/api/answer_form.h"
#include "tools/serve/api/api_context.h"
#include "tools/serve/questions/answer_cache.h"
#include "tools/serve/questions/problem.h"

namespace ibid {
namespace {

struct Route {
  std::string_view path;  // with a final "/": of {id}
  MadeAnswer (*answer)(ApiContext&, ApiQuestion&);
  bool posts = false;
  bool is_long = false;
  bool follows = false;  // see HttpResponse
};

constexpr std::array<Route, 17> kRoutes = {{
    {"/v1/search", search_answer},
    {"/v1/passages/", passage_answer},
    {"/v1/reports", reports_answer},
    {"/v1/reports/", report_answer},
    {"/v1/sources", sources_answer},
    {"/v1/sources/", source_answer},
    {"/v1/similar", similar_answer},
    {"/v1/resolve", resolve_answer},
    {"/v1/quotes", quotes_answer, true},
    {"/v1/claims", claims_answer, true, true},
    {"/v1/audit", audit_answer, false, true},
    {"/v1/export", export_answer, false, true},
    {"/v1/cite", cite_answer},
    {"/v1/bundle", bundle_answer, false, true},
    {"/v1/info", info_answer},
    {"/v1/events", events_answer, false, false, true},
    {"/v1/openapi.json", openapi_answer},
}};

const Route* route_of(const std::string& path) {
  const auto fits = [&](const Route& route) {
    if (!route.path.ends_with('/')) return path == route.path;
    return path.size() > route.path.size() && path.starts_with(route.path);
  };
  const auto found = std::ranges::find_if(kRoutes, fits);
  return found == kRoutes.end() ? nullptr : &*found;
}

class ApiService final : public HttpService {
 public:
  explicit ApiService(const ApiOptions& options) : context_{*options.index, {}} {}

  HttpResponse answer(const HttpRequest& request) override {
    try {
      return routed(request);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      return problem_response(problem_of(error, request.field("q").value_or("")));
    }
  }

 private:
  HttpResponse routed(const HttpRequest& request) {
    const Route* const route = route_of(request.path);
    if (route == nullptr) {
      throw ProblemError({.kind = HttpProblem::Kind::kNotFound,
                          .detail = "there is nothing here; /v1/openapi.json lists all addresses"});
    }
    const bool post = request.method == HttpMethod::kPost;
    if (post && !route->posts) {
      throw ProblemError({.kind = HttpProblem::Kind::kMethodNotAllowed,
                          .detail = "this address takes GET only",
                          .allow = "GET, HEAD"});
    }
    const auto make = [&] {
      std::string_view id(request.path);
      id.remove_prefix(std::min(route->path.size(), id.size()));
      ApiQuestion question{request, id};
      return route->answer(context_, question);
    };
    if (post || route->follows) return make().response;
    const bool lines = asked_form(request) == AnswerForm::kLines;
    return cache_.answer(request, lines ? "jsonl" : "json", make);
  }

  ApiContext context_;
  AnswerCache cache_;
};

}  // namespace

std::unique_ptr<HttpService> make_api_service(const ApiOptions& options) {
  return std::make_unique<ApiService>(options);
}

bool is_api_long(const HttpRequest& request) {
  const Route* const route = route_of(request.path);
  if (route == nullptr) return false;
  return route->is_long || (route->posts && request.method == HttpMethod::kPost);
}

std::vector<ApiAddress> api_addresses() {
  static const std::array<std::string, 3> kWithId = {"/v1/passages/{id}", "/v1/reports/{id}",
                                                     "/v1/sources/{id}"};
  std::vector<ApiAddress> out;
  for (const Route& route : kRoutes) {
    std::string_view path = route.path;
    for (const std::string& with : kWithId) {
      if (path.ends_with('/') && with.starts_with(path)) path = with;
    }
    out.push_back({path, route.posts});
  }
  return out;
}

}  // namespace ibid
