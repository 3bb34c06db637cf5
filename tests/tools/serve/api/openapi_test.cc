// SPDX-License-Identifier: GPL-2.0-or-later
//
// openapi.json says what the service does: every address and parameter is in it, and the reverse.
#include <map>
#include <set>
#include <sstream>

#include "tests/tools/serve/api/api_fixture.h"

namespace ibid {
namespace {

using testing::ApiTest;
using testing::get;
using testing::Json;

class OpenApi : public ApiTest {
 protected:
  OpenApi() : document_(json("/v1/openapi.json")) {}

  // What "$ref" leads to.
  const Json& resolved(const Json& value) const {
    const auto ref = value.find("$ref");
    if (ref == value.end()) return value;
    return document_.at(Json::json_pointer(ref->get<std::string>().substr(1)));
  }
  std::set<std::string> parameters(const Json& operation, const std::string& in) const {
    std::set<std::string> names;
    for (const Json& one : operation["parameters"]) {
      const Json& parameter = resolved(one);
      if (parameter["in"] != in) continue;
      EXPECT_TRUE(names.insert(parameter["name"]).second) << parameter;
      EXPECT_FALSE(parameter.value("description", "").empty()) << parameter;
    }
    return names;
  }

  Json document_;
};

TEST_F(OpenApi, HasEachAddressAndNoOther) {
  std::map<std::string, std::set<std::string>> theirs, ours;
  for (const auto& [path, operations] : document_["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) theirs[path].insert(method);
  }
  for (const auto& [path, posts] : api_addresses()) {
    ours[std::string(path)] =
        posts ? std::set<std::string>{"get", "post"} : std::set<std::string>{"get"};
  }
  EXPECT_EQ(theirs, ours);
  EXPECT_EQ(document_["openapi"], "3.1.0");
}

TEST_F(OpenApi, NamesEachOperationOnceAndDeclaresItsPath) {
  std::set<std::string> ids;
  for (const auto& [path, operations] : document_["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) {
      EXPECT_TRUE(ids.insert(operation["operationId"]).second) << operation["operationId"];
      const std::set<std::string> wanted = path.find("{id}") != std::string::npos
                                               ? std::set<std::string>{"id"}
                                               : std::set<std::string>{};
      EXPECT_EQ(parameters(operation, "path"), wanted) << path;
      for (const auto& [status, response] : operation["responses"].items()) {
        EXPECT_FALSE(resolved(response)["description"].get<std::string>().empty());
      }
    }
  }
}

// The service names all parameters of an address when it refuses another.
TEST_F(OpenApi, HasEachParameterAndNoOther) {
  // What a question needs before its other parameters are read.
  const std::map<std::string, std::string> needed = {
      {"/v1/search", "q=a"},
      {"/v1/similar", "id=pact%232.1"},
      {"/v1/resolve", "permalink=pact#2.1@3f9a12c40b77"},
      {"/v1/quotes", "q=a"},
      {"/v1/claims", "q=a"},
      {"/v1/export", "all=true"},
      {"/v1/cite", "id=pact#2.1"},
      {"/v1/bundle", "id=pact#2.1"},
  };
  for (const auto& [path, operations] : document_["paths"].items()) {
    std::string url = path;
    if (const auto at = url.find("{id}"); at != std::string::npos) url.replace(at, 4, "pact#2.1");
    const auto with = needed.find(path);
    const std::string query = with == needed.end() ? "" : with->second + "&";
    url += "?" + (path == "/v1/similar" ? "id=pact#2.1&" : query) + "zz=1";
    const std::string said = problem(url);
    ASSERT_THAT(said, ::testing::StartsWith("400 bad-parameter zz: there is no parameter")) << url;
    std::set<std::string> ours;
    std::string list = said.substr(said.find("here; there ") + 12);
    if (list != "is none") {
      std::istringstream words(list.substr(4));  // "are a, b"
      for (std::string word; std::getline(words, word, ',');) {
        ours.insert(word.substr(word.front() == ' ' ? 1 : 0));
      }
    }
    EXPECT_EQ(parameters(operations["get"], "query"), ours) << path;
    if (!operations.contains("post")) continue;
    std::set<std::string> posted = ours;
    posted.erase("q");
    EXPECT_EQ(parameters(operations["post"], "query"), posted) << path;
  }
}

TEST_F(OpenApi, LeadsNowhereButIntoItself) {
  std::vector<const Json*> left = {&document_};
  std::size_t references = 0;
  while (!left.empty()) {
    const Json& value = *left.back();
    left.pop_back();
    if (value.is_object() && value.contains("$ref") && value["$ref"].is_string()) {
      EXPECT_NO_THROW(resolved(value)) << value;
      ++references;
    }
    if (value.is_structured()) {
      for (const Json& inner : value) left.push_back(&inner);
    }
  }
  EXPECT_GT(references, 100U);
}

}  // namespace
}  // namespace ibid
