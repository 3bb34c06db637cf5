// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_service.h"

#include <new>
#include <utility>

#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_files.h"
#include "tools/serve/page/page_words.h"

namespace ibid {

PageService::PageService(PageOptions options, PageRoutes routes)
    : options_(std::move(options)), routes_(std::move(routes)) {}

const PageRoute* PageService::route_of(const std::string& path) const {
  const PageRoute* longest = nullptr;
  for (const PageRoute& route : routes_) {
    const bool below = route.path.size() > 1 && route.path.ends_with('/');
    if (path != route.path && !(below && path.starts_with(route.path))) continue;
    if (longest == nullptr || route.path.size() > longest->path.size()) longest = &route;
  }
  return longest;
}

HttpResponse PageService::answer_to(const PageVisit& visit) const {
  const PageRoute* route = route_of(visit.request().path);
  if (route == nullptr) return not_found_page(visit, visit.say(words::kNoSuchPage));
  if (visit.request().method == HttpMethod::kPost && !route->takes_post) {
    return not_allowed_page(visit, "GET, HEAD");
  }
  return route->make(visit);
}

HttpResponse PageService::answer(const HttpRequest& request) {
  if (std::optional<HttpResponse> file = file_response(request)) return *std::move(file);
  const PageVisit visit(request, options_);
  try {
    try {
      return answer_to(visit);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      return error_page(visit, error);
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // Not even the state of the index can be read: without a layout.
    HttpResponse response;
    response.status = 503;
    response.content_type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Retry-After", "5");
    response.body = visit.say(words::kNoAnswer) + "\n";
    return response;
  }
}

}  // namespace ibid
