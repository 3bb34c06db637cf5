// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/tools/index_api.h"

#include <exception>
#include <memory>
#include <new>

#include "tools/serve/api/api_service.h"
#include "tools/serve/questions/problem.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {
namespace {

struct OpenedApi {
  explicit OpenedApi(const std::string& index_dir) : index(index_dir) {}
  ServedIndex index;
  std::unique_ptr<HttpService> service;

  HttpResponse answer(const HttpRequest& request) {
    try {
      if (!service) service = make_api_service({&index});
      return service->answer(request);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      return problem_response(problem_of(error, ""));
    }
  }
};

}  // namespace

AskApi api_of_index(const std::string& index_dir) {
  const auto api = std::make_shared<OpenedApi>(index_dir);
  return [api](const HttpRequest& request) { return api->answer(request); };
}

}  // namespace ibid
