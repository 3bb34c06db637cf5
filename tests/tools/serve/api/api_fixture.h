// SPDX-License-Identifier: GPL-2.0-or-later
//
// A service over a small index in both languages.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "tests/support/pact_reports.h"
#include "tests/tools/serve/api/ask_api.h"
#include "tools/serve/api/api_service.h"

namespace ibid::testing {

class ApiTest : public ::testing::Test {
 protected:
  ApiTest() {
    write_pact_reports(test_);
    test_.update_all();
    index_.emplace(test_.index());
    service_ = make_api_service({&*index_});
  }

  HttpResponse ask(const HttpRequest& request) { return service_->answer(request); }
  HttpResponse ask(std::string_view url) { return ask(get(url)); }
  Json json(std::string_view url) { return Json::parse(body_of(ask(url))); }
  // "404 unknown-id id: …"
  std::string problem(const HttpRequest& request) {
    const HttpResponse response = ask(request);
    if (response.content_type != "application/problem+json") {
      return std::to_string(response.status) + " " + response.content_type;
    }
    const Json body = Json::parse(response.body);
    EXPECT_EQ(body["status"], response.status);
    return std::to_string(response.status) + " " +
           body["type"].get<std::string>().substr(std::string("tag:ibid,2026:").size()) + " " +
           body.value("parameter", "") + ": " + body["detail"].get<std::string>();
  }
  std::string problem(std::string_view url) { return problem(get(url)); }
  // Until file times of before are old enough to be told from new ones.
  static void wait_a_tick() { std::this_thread::sleep_for(std::chrono::milliseconds(120)); }

  TestIndex test_;
  std::optional<ServedIndex> index_;
  std::unique_ptr<HttpService> service_;
};

}  // namespace ibid::testing
