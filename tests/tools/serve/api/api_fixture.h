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

#include "tests/support/test_index.h"
#include "tests/tools/serve/api/ask_api.h"
#include "tools/serve/api/api_service.h"

namespace ibid::testing {

class ApiTest : public ::testing::Test {
 protected:
  ApiTest() {
    test_.write("pact.txt",
                report_with("Russia Pact",
                            {"Russia and North Korea signed a defense pact with \"no limits\" "
                             "(source: go-public-web-eng-12-0-0).",
                             "India bought the S-400 for $5.43 billion in 2018."}));
    test_.write("협정.txt",
                report_with("러시아 협정", {"러시아와 북한은 국방 협정을 체결했다 (출처: "
                                            "go-public-news-kor-N7-0-0).",
                                            "인도는 S-400을 2,401억 달러에 샀다."}));
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
