// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of the API are those of the commands, byte for byte; its documents hold the same
// objects and keep to openapi.json, as python3-jsonschema reads it.
#include <filesystem>
#include <fstream>
#include <optional>

#include "tests/support/run_ibid.h"
#include "tests/tools/serve/api/ask_api.h"
#include "tools/serve/api/api_service.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using testing::body_of;
using testing::get;
using testing::Json;
using testing::post;

class ApiCommands : public CliTest {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "reports");
    for (const auto& entry : fs::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
      fs::copy(entry.path(), folder_ / "reports");
    }
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
    index_.emplace(path("index"));
    service_ = make_api_service({&*index_});
    for (const char* query : {"India", "인도"}) {
      ids_.push_back(hits(query)[0]["passage"]["permalink"]);
    }
  }

  Json hits(const std::string& query) {
    return Json::parse(body_of(service_->answer(get("/v1/search?q=" + query))))["hits"];
  }

  // Each address in English and Korean, with the command that gives the same lines.
  struct Case {
    std::string url;
    std::vector<std::string> command;
  };
  std::vector<Case> cases() const {
    std::vector<Case> out;
    for (const std::string& permalink : ids_) {
      const std::string id = permalink.substr(0, permalink.find('@'));
      const std::string report = id.substr(0, id.find('#'));
      out.push_back({"/v1/passages/" + id, {"show", id}});
      out.push_back(
          {"/v1/passages/" + permalink + "?around=3", {"show", "--context", "3", permalink}});
      out.push_back({"/v1/reports/" + report, {"show", report}});
      out.push_back({"/v1/reports/" + report + "?all=true", {"show", "--all", report}});
      out.push_back({"/v1/reports/" + report + "?why=true", {"show", "--why", report}});
      out.push_back({"/v1/similar?id=" + id + "&explain=true", {"similar", "--explain", id}});
      out.push_back({"/v1/resolve?permalink=" + permalink, {"resolve", permalink}});
      out.push_back({"/v1/cite?id=" + permalink + "&format=json", {"cite", permalink}});
      out.push_back({"/v1/export?id=" + id, {"cite", id}});
    }
    for (const char* words : {"India S-400", "인도 무기", "\"no limits\"", "russia 러시아"}) {
      const std::string q = words;
      out.push_back({"/v1/search?q=" + q, {"search", q}});
      out.push_back(
          {"/v1/search?q=" + q + "&limit=50&sort=date&explain=1&selectors=1&facets=source,date",
           {"search", "-n", "50", "--sort", "date", "--explain", "--selectors", "--facets",
            "source,date", q}});
      out.push_back({"/v1/search?q=" + q + "&literal=1&offset=3",
                     {"search", "--literal", "--offset", "3", q}});
      out.push_back({"/v1/reports?q=" + q, {"list", q}});
      out.push_back({"/v1/sources?q=" + q + "&sort=date&limit=5",
                     {"sources", "--sort", "date", "-n", "5", q}});
      out.push_back({"/v1/quotes?q=" + q, {"verify-quote", q}});
      out.push_back({"/v1/claims?q=" + q + "&limit=2", {"check", "--text", "--limit", "2", q}});
      out.push_back({"/v1/audit?q=" + q, {"audit", q}});
      out.push_back({"/v1/export?q=" + q, {"export", q}});
      out.push_back(
          {"/v1/export?q=" + q + "&what=citations", {"export", "--what", "citations", q}});
    }
    out.push_back({"/v1/reports", {"list"}});
    out.push_back({"/v1/sources", {"sources"}});
    out.push_back({"/v1/sources/go-public-news-eng-7730195527486610293-0-0",
                   {"source", "go-public-news-eng-7730195527486610293-0-0"}});
    out.push_back({"/v1/audit?citations_expected=true", {"audit", "--citations-expected"}});
    out.push_back({"/v1/export?all=true", {"export", "--all"}});
    out.push_back({"/v1/export?all=true&what=sources", {"export", "--all", "--what", "sources"}});
    out.push_back({"/v1/export?all=true&fields=source,permalink&what=citations",
                   {"export", "--all", "--what", "citations", "--fields", "source,permalink"}});
    out.push_back({"/v1/info", {"info"}});
    return out;
  }

  // The same for the lines.
  static HttpRequest lines_of(std::string url) {
    const std::size_t format = url.find("format=json");
    if (format == std::string::npos) return get(url, {{"accept", "application/jsonl"}});
    return get(url.insert(format + 11, "l"));
  }
  // The test has no ibid-read beside it, and the command has.
  static std::string without_reader(std::string lines) {
    const std::size_t at = lines.find(",\"reader\":\"");
    if (lines.starts_with("{\"type\":\"info\"")) lines.resize(at);
    return lines;
  }

  std::optional<ServedIndex> index_;
  std::unique_ptr<HttpService> service_;
  std::vector<std::string> ids_;  // permalinks
};

TEST_F(ApiCommands, GiveTheSameLines) {
  std::size_t lines = 0;
  for (Case& one : cases()) {
    one.command.insert(one.command.begin() + 1, {"--format", "jsonl"});
    const RunResult command = run(one.command);
    EXPECT_NE(command.exit_code, 2) << one.url << command.err;
    const HttpResponse response = service_->answer(lines_of(one.url));
    const std::string body = without_reader(body_of(response));
    if (command.out.empty()) {
      EXPECT_EQ(response.status, 404) << one.url;
      continue;
    }
    EXPECT_EQ(body, without_reader(command.out)) << one.url;
    lines += split_lines(body).size();
  }
  EXPECT_GT(lines, 1000U);
}

// What is asked for as lines, and as a document, holds the same objects in the same order.
TEST_F(ApiCommands, DocumentsHoldTheObjectsOfTheLines) {
  for (const Case& one : cases()) {
    const std::string lines = body_of(service_->answer(lines_of(one.url)));
    const Json document = Json::parse(body_of(service_->answer(get(one.url))));
    std::string again;
    for (const auto& [name, value] : document.items()) {
      if (one.url.starts_with("/v1/passages/") && name == "resolution") continue;
      if (!value.is_array()) again += value.dump() + "\n";
      if (!value.is_array()) continue;
      for (const Json& element : value) again += element.dump() + "\n";
    }
    std::string wanted;
    for (const Json& line : parse_lines(lines)) wanted += line.dump() + "\n";
    if (document.contains("detail")) continue;  // a problem
    EXPECT_EQ(again, wanted) << one.url;
  }
}

TEST_F(ApiCommands, KeepToTheirSchemas) {
  std::ofstream out(path("answers.jsonl"));
  std::vector<std::string> urls = {"/v1/openapi.json", "/v1/search?q=", "/v1/search?q=AND",
                                   "/v1/reports/none", "/v1/search?q=a&generation=99"};
  for (const Case& one : cases()) urls.push_back(one.url);
  for (const std::string& url : urls) {
    const HttpResponse response = service_->answer(get(url));
    const Json answer = Json::parse(body_of(response));
    out << Json{{"url", url}, {"status", response.status}, {"answer", answer}} << '\n';
  }
  out.close();
  const std::string check =
      "/usr/bin/python3 -W ignore " IBID_SOURCE_DIR
      "/tests/tools/serve/api/check_answers.py " IBID_SOURCE_DIR "/tools/serve/api/openapi.json ";
  EXPECT_EQ(std::system((check + path("answers.jsonl")).c_str()), 0);
  // The check does refuse wrong answers.
  write("bad.jsonl",
        "{\"url\":\"/v1/info\",\"status\":200,\"answer\":{\"info\":{\"type\":\"info\"}}}\n");
  EXPECT_NE(std::system((check + path("bad.jsonl") + " >/dev/null").c_str()), 0);
}

TEST_F(ApiCommands, AnswerPostedLinesAsTheCommandsAnswerFiles) {
  const std::string claims = "India ordered the S-400\n인도는 무기를 샀다\n\nnothing of the kind\n";
  write("claims.txt", claims);
  EXPECT_EQ(body_of(service_->answer(post("/v1/claims?format=jsonl", claims, "text/plain"))),
            run({"check", "--format", "jsonl", "claims.txt"}).out);
  EXPECT_EQ(body_of(service_->answer(post("/v1/quotes?format=jsonl", claims, "text/plain"))),
            run({"verify-quote", "--format", "jsonl", "--file", "claims.txt"}).out);
  EXPECT_EQ(body_of(service_->answer(post("/v1/claims?format=csv", claims, "text/plain"))),
            run({"check", "--format", "csv", "claims.txt"}).out);
}

TEST_F(ApiCommands, GiveTheSameFiles) {
  for (const char* format : {"csv", "tsv", "csl-json", "bibtex", "ris", "markdown", "text"}) {
    const std::string url = "/v1/export?q=인도&format=" + std::string(format);
    EXPECT_EQ(body_of(service_->answer(get(url))), run({"export", "--format", format, "인도"}).out)
        << format;
  }
  for (const char* format : {"csv", "junit"}) {
    EXPECT_EQ(
        body_of(service_->answer(get("/v1/audit?format=" + std::string(format)))).size() > 100,
        true)
        << format;
  }
  ASSERT_EQ(run({"bundle", ids_[0], "-o", "a.zip"}).exit_code, 0);
  std::ifstream in(path("a.zip"), std::ios::binary);
  const std::string zip{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  EXPECT_EQ(body_of(service_->answer(get("/v1/bundle?id=" + ids_[0]))), zip);
}

}  // namespace
}  // namespace ibid
