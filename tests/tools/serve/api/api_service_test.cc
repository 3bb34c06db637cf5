// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/api_service.h"

#include <set>

#include "tests/tools/serve/api/api_fixture.h"

namespace ibid {
namespace {

using testing::ApiTest;
using testing::body_of;
using testing::get;
using ::testing::HasSubstr;
using testing::header_of;
using testing::Json;
using testing::post;
using ::testing::StartsWith;

TEST_F(ApiTest, SearchesInBothLanguages) {
  for (const char* query : {"pact", "협정", "협정 pact"}) {
    const HttpResponse response = ask("/v1/search?q=" + std::string(query));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "application/json");
    const Json answer = Json::parse(response.body);
    EXPECT_EQ(answer["query"]["query"], query);
    EXPECT_FALSE(answer["hits"].empty());
    EXPECT_EQ(answer["end"]["returned"], answer["hits"].size());
  }
  EXPECT_TRUE(json("/v1/search?q=nothingofthekind")["hits"].empty());
}

TEST_F(ApiTest, GivesLinesToWhoAsksForThem) {
  for (const auto& request :
       {get("/v1/search?q=pact", {{"accept", "application/jsonl"}}),
        get("/v1/search?q=pact", {{"accept", "text/html, application/x-ndjson;q=0.5"}}),
        get("/v1/search?q=pact&format=jsonl")}) {
    const HttpResponse response = ask(request);
    EXPECT_EQ(response.content_type, "application/jsonl");
    EXPECT_THAT(response.body, StartsWith("{\"type\":\"query\""));
  }
  const HttpResponse document =
      ask(get("/v1/search?q=pact&format=json", {{"accept", "application/jsonl"}}));
  EXPECT_EQ(document.content_type, "application/json");
  EXPECT_EQ(header_of(document, "Vary"), "Accept");
}

TEST_F(ApiTest, NamesNearCopiesWithTheHitThatIsListed) {
  test_.write("copy.txt",
              testing::report_with("Harbour", {"India bought the S-400 for $5.43 billion "
                                               "in 2018."}));
  test_.write("사본.txt", testing::report_with("항만", {"인도는 S-400을 2,401억 달러에 샀다."}));
  test_.update_all();
  const Json all = json("/v1/search?q=S-400");
  const Json folded = json("/v1/search?q=S-400&fold=true");
  std::set<std::string> listed, told;
  for (const Json& hit : all["hits"]) {
    EXPECT_FALSE(hit.contains("alike"));
    listed.insert(hit["passage"]["permalink"]);
  }
  for (const Json& hit : folded["hits"]) {
    told.insert(hit["passage"]["permalink"]);
    for (const Json& copy : hit["alike"]) told.insert(copy);
  }
  EXPECT_EQ(all["hits"].size(), 4U);
  EXPECT_EQ(folded["hits"].size(), 2U);
  EXPECT_EQ(told, listed);
}

TEST_F(ApiTest, ShowsAPassageAndWhatBecameOfAPermalink) {
  const Json answer = json("/v1/passages/협정#2.1?around=3");
  ASSERT_FALSE(answer["passages"].empty());
  EXPECT_FALSE(answer.contains("resolution"));
  const std::string permalink = answer["passages"][0]["passage"]["permalink"];
  EXPECT_EQ(json("/v1/passages/" + permalink)["resolution"]["standing"], "same");
  test_.change("협정.txt", testing::report_with("러시아 협정", {"다른 글이다."}));
  test_.update_all();
  const Json changed = json("/v1/passages/" + permalink);
  EXPECT_EQ(changed["resolution"]["standing"], "changed");
  EXPECT_EQ(changed["passages"][0]["passage"]["text"], "다른 글이다.");
  test_.remove("협정.txt");
  test_.update();
  const HttpResponse gone = ask("/v1/passages/" + permalink);
  EXPECT_EQ(gone.status, 404);
  EXPECT_EQ(Json::parse(gone.body)["resolution"]["standing"], "gone");
}

TEST_F(ApiTest, RefusesByAProblem) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/v1", "404 not-found"},
      {"/v1/", "404 not-found"},
      {"/v1/search/", "404 not-found"},
      {"/v1/passages/", "404 not-found"},
      {"/v1/Search?q=a", "404 not-found"},
      {"/v1/search", "400 bad-parameter q: q is missing"},
      {"/v1/search?q=a&limit=1001", "400 bad-parameter limit"},
      {"/v1/search?q=a&limit=1&limit=2", "400 bad-parameter limit: limit is given twice"},
      {"/v1/search?q=a&aliases=/etc/passwd", "400 bad-parameter aliases: there is no parameter"},
      {"/v1/search?q=a&format=xml", "400 bad-parameter format"},
      {"/v1/search?q=인도 AND", "400 bad-query q: "},
      {"/v1/passages/pact", "400 bad-parameter id: "},
      {"/v1/passages//etc/passwd#2.1", "404 unknown-id"},
      {"/v1/passages/협정#9.9", "404 unknown-id id: the index holds no passage 협정#9.9"},
      {"/v1/reports/pac", "404 unknown-id id: the index holds no report pac"},
      {"/v1/reports//etc/passwd", "404 unknown-id"},
      {"/v1/reports/pact?why=1&all=1", "400 bad-parameter why"},
      {"/v1/sources/없는 출처", "404 unknown-id id: no report cites or lists 없는 출처"},
      {"/v1/similar?id=pact#9.9", "404 unknown-id"},
      {"/v1/similar", "400 bad-parameter id: id is missing"},
      {"/v1/resolve?permalink=pact#2.1", "400 bad-parameter permalink"},
      {"/v1/quotes", "400 bad-parameter q: q is missing"},
      {"/v1/quotes?q=pact&report=none", "400 bad-parameter"},
      {"/v1/audit?rules=all", "400 bad-parameter rules"},
      {"/v1/audit?q=a OR", "400 bad-query q"},
      {"/v1/export", "400 bad-parameter q: nothing to export"},
      {"/v1/export?all=true&format=csv&fields=secret", "400 bad-parameter"},
      {"/v1/export?q=a AND", "400 bad-query q"},
      {"/v1/export?id=pact#9.9", "404 unknown-id id: the index holds no passage pact#9.9"},
      {"/v1/export?what=sources&id=none", "404 unknown-id id: no report cites or lists none"},
      {"/v1/cite?id=pact#2.1@000000000000", "404 unknown-id"},
      {"/v1/bundle?id=pact#9.9", "404 unknown-id"},
      {"/v1/info?q=a", "400 bad-parameter q: there is no parameter"},
      {"/v1/openapi.json?a=b", "400 bad-parameter a"},
      {"/v1/search?q=a&generation=99", "409 generation-changed generation"},
      {"/v1/reports?generation=99", "409 generation-changed"},
      {"/v1/export?all=true&generation=99", "409 generation-changed"},
  };
  for (const auto& [url, sentence] : cases) EXPECT_THAT(problem(url), StartsWith(sentence)) << url;
}

TEST_F(ApiTest, SaysWhichMethodsAnAddressTakes) {
  EXPECT_THAT(problem(post("/v1/search?q=a", "{}")), StartsWith("405 method-not-allowed"));
  EXPECT_EQ(header_of(ask(post("/v1/info", "")), "Allow"), "GET, HEAD");
  EXPECT_THAT(problem(post("/v1/claims", "{}", "text/css")), StartsWith("415 unsupported-body"));
  EXPECT_THAT(problem(post("/v1/claims", "[]")), StartsWith("400 bad-body"));
  HttpRequest head = get("/v1/search?q=pact");
  head.method = HttpMethod::kHead;
  EXPECT_EQ(ask(head).status, 200);
  for (const auto& [path, posts] : api_addresses()) {
    const std::string said = problem(post(path, ""));
    EXPECT_EQ(said.starts_with("405"), !posts) << path << ": " << said;
  }
}

TEST_F(ApiTest, LeadsFromPageToPageThroughAllHitsOnce) {
  std::string url = "/v1/search?q=pact OR india OR 협정 OR 인도&limit=1&sort=report";
  std::set<std::string> ids;
  int pages = 0;
  for (; !url.empty() && pages < 20; ++pages) {
    const HttpResponse response = ask(url);
    ASSERT_EQ(response.status, 200) << response.body;
    const Json answer = Json::parse(response.body);
    for (const Json& hit : answer["hits"]) {
      EXPECT_TRUE(ids.insert(hit["passage"]["id"]).second);
    }
    std::string link = header_of(response, "Link");
    url.clear();
    if (link.empty()) break;
    EXPECT_THAT(link, ::testing::EndsWith(">; rel=\"next\""));
    for (std::size_t at = 1; link[at] != '>'; ++at) {  // percent-decoded
      const bool coded = link[at] == '%';
      url += coded ? static_cast<char>(std::stoi(link.substr(at + 1, 2), nullptr, 16)) : link[at];
      if (coded) at += 2;
    }
    EXPECT_THAT(url, HasSubstr("&generation="));
  }
  EXPECT_EQ(ids.size(), json("/v1/search?q=pact OR india OR 협정 OR 인도")["hits"].size());
  EXPECT_EQ(ids.size(), 4U);
}

TEST_F(ApiTest, AnswersPostedTextsInOrder) {
  const HttpResponse quotes = ask(post(
      "/v1/quotes", R"({"quotes":["no limits",{"id":"둘","text":"국방 협정을 체결했다"},""]})"));
  EXPECT_EQ(quotes.content_type, "application/json");
  const Json answer = Json::parse(body_of(quotes))["quotes"];
  ASSERT_EQ(answer.size(), 3U);
  EXPECT_EQ(answer[0]["status"], "exact");
  EXPECT_EQ(answer[1]["id"], "둘");
  EXPECT_EQ(answer[1]["status"], "exact");
  EXPECT_EQ(answer[2]["type"], "quote-error");
  const HttpResponse claims =
      ask(post("/v1/claims?format=jsonl", "India bought the S-400\n인도는 S-400을 샀다\n\n.\n",
               "text/plain"));
  const std::string lines = body_of(claims);
  EXPECT_EQ(std::ranges::count(lines, '\n'), 4);
  EXPECT_THAT(lines, HasSubstr("\"claims\":2,\"with_passage\":2,\"without\":0,\"errors\":1"));
}

TEST_F(ApiTest, SendsFilesOfOtherFormatsAsDownloads) {
  const std::vector<std::array<std::string, 3>> cases = {
      {"/v1/audit?format=sarif", "application/sarif+json", "ibid-audit.sarif"},
      {"/v1/audit?format=html", "text/html; charset=utf-8", "ibid-audit.html"},
      {"/v1/export?all=true&format=csv", "text/csv; charset=utf-8", "ibid-export.csv"},
      {"/v1/export?q=협정&format=ris", "application/x-research-info-systems; charset=utf-8",
       "ibid-export.ris"},
      {"/v1/cite?id=협정#2.1&format=bibtex", "application/x-bibtex; charset=utf-8",
       "ibid-citation.bib"},
      {"/v1/bundle?id=협정#2.1&q=협정", "application/zip", "ibid-bundle.zip"},
      {"/v1/claims?q=India bought the S-400&format=html", "text/html; charset=utf-8",
       "ibid-claims.html"},
  };
  for (const auto& [url, type, file] : cases) {
    const HttpResponse response = ask(url);
    EXPECT_EQ(response.status, 200) << url << response.body;
    EXPECT_EQ(response.content_type, type);
    EXPECT_EQ(header_of(response, "Content-Disposition"), "attachment; filename=\"" + file + "\"");
    EXPECT_FALSE(body_of(response).empty());
  }
}

TEST_F(ApiTest, KnowsWhichAnswersAreLong) {
  for (const char* url : {"/v1/audit", "/v1/export?all=true", "/v1/bundle", "/v1/claims"}) {
    EXPECT_TRUE(is_api_long(get(url))) << url;
  }
  for (const char* url : {"/v1/search", "/v1/quotes?q=a", "/v1/passages/a", "/v1/none", "/"}) {
    EXPECT_FALSE(is_api_long(get(url))) << url;
  }
  EXPECT_TRUE(is_api_long(post("/v1/quotes", "")));
}

TEST_F(ApiTest, StreamsWhatIsLargeAndEndsWhenNobodyReads) {
  std::vector<std::string> passages;
  for (int i = 0; i < 900; ++i) {
    passages.push_back("러시아와 북한은 협정 " + std::to_string(i) + "호를 체결했다.");
  }
  test_.write("많은 글.txt", testing::report_with("많은 글", passages));
  test_.write("more.txt", testing::report_with("More", passages));
  test_.update_all();
  for (const char* format : {"json", "jsonl"}) {
    HttpResponse response = ask("/v1/export?all=true&format=" + std::string(format));
    ASSERT_TRUE(response.more) << format;
    EXPECT_LT(response.body.size(), 2'000'000U);
    EXPECT_EQ(header_of(response, "ETag"), "");
    const std::string body = body_of(std::move(response));
    EXPECT_THAT(body.substr(body.size() - 100), HasSubstr("\"records\":1804"));
    if (std::string(format) == "json") {
      EXPECT_EQ(Json::parse(body)["records"].size(), 1804U);
    }
  }
  const HttpResponse left = ask("/v1/export?all=true");
  EXPECT_TRUE(left.more);
}

// Some systems write the syllables of Hangul as their letters.
TEST_F(ApiTest, TakesIdsInNfd) {
  const std::string nfd = "\u1112\u1167\u11B8\u110C\u1165\u11BC";
  for (const std::string& address :
       {"/v1/reports/" + nfd, "/v1/reports/" + nfd + "?why=true", "/v1/passages/" + nfd + "#2.1",
        "/v1/similar?id=" + nfd + "#2.1", "/v1/cite?id=" + nfd + "#2.1",
        "/v1/quotes?q=국방 협정&report=" + nfd}) {
    EXPECT_EQ(ask(address).status, 200) << address;
  }
  EXPECT_EQ(json("/v1/reports/" + nfd)["report"]["report"]["id"], "협정");
}

TEST_F(ApiTest, TellsThatTheIndexIsGoneAndComesBack) {
  ServedIndex none(test_.index() + "/none");
  service_ = make_api_service({&none});
  EXPECT_THAT(problem("/v1/export?all=true"), StartsWith("503 index-unavailable"));
  service_ = make_api_service({&*index_});
  testing::write_file(test_.in_index("aliases.toml"), "India = 3\n");
  EXPECT_THAT(problem("/v1/search?q=india"), StartsWith("503 index-unavailable"));
  testing::write_file(test_.in_index("aliases.toml"), "India = \"인도\"\n");
  EXPECT_EQ(ask("/v1/search?q=india").status, 200);
}

}  // namespace
}  // namespace ibid
