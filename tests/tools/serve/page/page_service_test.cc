// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/page_service.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "corpus/error.h"
#include "search/query/query.h"
#include "tests/support/page_checks.h"
#include "tests/support/test_index.h"
#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_files.h"
#include "tools/serve/page/page_layout.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using testing::page_faults;
using testing::read_page;
using testing::ReadPage;
using testing::report_with;
using testing::TestIndex;

HttpResponse echo(const PageVisit& visit) {
  HtmlWriter html;
  html.element("h1", visit.request().path);
  html.element("p", visit.behind("/below/"));
  PageLayout layout;
  layout.title = "Echo";
  layout.query = visit.field("q");
  layout.sheet = "report#1.1@0123456789ab";
  return page_response(visit, layout, html.take());
}
HttpResponse wrong_query(const PageVisit& visit) {
  parse_query(visit.field("q"));
  return echo(visit);
}
HttpResponse no_index(const PageVisit& /*visit*/) {
  throw Error(ErrorKind::kIndex, "the index in x is damaged; run `ibid index --rebuild`");
}
HttpResponse failing(const PageVisit& /*visit*/) { throw std::runtime_error("<b>broken</b>"); }

class PageServiceTest : public ::testing::Test {
 protected:
  PageServiceTest() {
    index_.write("one.txt", report_with("One", {"Russia and China signed a treaty."}));
    index_.update_all();
    served_.emplace(index_.index());
    service_.emplace(PageOptions{&*served_}, PageRoutes{{"/", echo},
                                                        {"/below/", echo},
                                                        {"/query", wrong_query},
                                                        {"/index", no_index},
                                                        {"/failing", failing},
                                                        {"/form", echo, true}});
  }
  HttpResponse get(const std::string& path, const HttpFields& query = {},
                   const HttpFields& headers = {}) {
    return service_->answer({HttpMethod::kGet, path, query, headers, ""});
  }

  TestIndex index_;
  std::optional<ServedIndex> served_;
  std::optional<PageService> service_;
};

TEST_F(PageServiceTest, PutsEveryPageIntoTheLayout) {
  const HttpResponse response = get("/", {{"q", "\"a\" <b>"}});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(page_faults(response.body), ::testing::IsEmpty());
  const ReadPage page = read_page(response.body);
  EXPECT_EQ(page.attribute("#q", "value"), "\"a\" <b>");
  EXPECT_EQ(page.one("title").text, "Echo · ibid");
  EXPECT_THAT(page.one("footer").text,
              HasSubstr("1 passage of 1 report · generation 1 · index of 2"));
  EXPECT_THAT(page.one(".sheet").text,
              HasSubstr("report#1.1@0123456789ab · generation 1 · 1 passage"));
}

TEST_F(PageServiceTest, SpeaksTheLanguageOfTheAddressThenOfTheBrowser) {
  const HttpFields korean = {{"accept-language", "ko-KR"}};
  const struct {
    HttpFields query, headers;
    const char *language, *home;
  } cases[] = {{{}, {}, "en", "/"},
               {{}, korean, "ko", "/"},
               {{{"lang", "en"}}, korean, "en", "/?lang=en"},
               {{{"lang", "ko"}}, {}, "ko", "/?lang=ko"},
               {{{"lang", "fr"}}, korean, "ko", "/"}};
  for (const auto& one : cases) {
    const HttpResponse response = get("/", one.query, one.headers);
    EXPECT_THAT(page_faults(response.body), ::testing::IsEmpty());
    const ReadPage page = read_page(response.body);
    EXPECT_EQ(page.attribute("html", "lang"), one.language);
    EXPECT_EQ(page.attribute("a.brand", "href"), one.home);
  }
}

TEST_F(PageServiceTest, SwitchesTheLanguageAndKeepsTheRest) {
  const ReadPage page = read_page(get("/below/a#1", {{"q", "x"}, {"lang", "en"}}).body);
  for (const auto* link : page.all("a")) {
    if (link->text != "한국어") continue;
    EXPECT_EQ(link->attributes.at("href"), "/below/a%231?q=x&lang=ko");
    return;
  }
  ADD_FAILURE() << "no switch";
}

TEST_F(PageServiceTest, FindsPagesByPath) {
  const struct {
    const char* path;
    int status;
  } cases[] = {{"/", 200},         {"/below/", 200},    {"/below/a/b", 200}, {"/below", 404},
               {"/belowa", 404},   {"/x", 404},         {"/query", 200},     {"/query/", 404},
               {"/page.css", 200}, {"/page.css/", 404}, {"/index", 503},     {"/failing", 500}};
  for (const auto& one : cases) EXPECT_EQ(get(one.path).status, one.status) << one.path;
}

TEST_F(PageServiceTest, TakesFormsOnlyWhereThereAreSome) {
  EXPECT_EQ(service_->answer({HttpMethod::kPost, "/form", {}, {}, ""}).status, 200);
  const HttpResponse refused = service_->answer({HttpMethod::kPost, "/", {}, {}, ""});
  EXPECT_EQ(refused.status, 405);
  EXPECT_THAT(refused.headers,
              ::testing::Contains(std::pair<std::string, std::string>("Allow", "GET, HEAD")));
}

TEST_F(PageServiceTest, SaysEveryErrorOnAPage) {
  const struct {
    const char* path;
    int status;
    const char* says;
  } cases[] = {{"/nowhere", 404, "There is no page at this address."},
               {"/index", 503, "the index in x is damaged"},
               {"/failing", 500, "<b>broken</b>"}};
  for (const auto& one : cases) {
    const HttpResponse response = get(one.path);
    EXPECT_EQ(response.status, one.status);
    EXPECT_THAT(page_faults(response.body), ::testing::IsEmpty());
    EXPECT_THAT(read_page(response.body).one("main").text, HasSubstr(one.says));
  }
}

TEST_F(PageServiceTest, MarksThePlaceOfAnErrorInTheQuery) {
  const struct {
    const char *query, *marked;
  } cases[] = {{"한국 date:never <x>", "never"}, {"china AND", "AND"}};
  for (const auto& one : cases) {
    const HttpResponse response = get("/query", {{"q", one.query}});
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(page_faults(response.body), ::testing::IsEmpty());
    const ReadPage page = read_page(response.body);
    EXPECT_EQ(page.one("mark").text, one.marked);
    EXPECT_EQ(page.attribute("#q", "value"), one.query);
  }
}

TEST(PageFiles, AreSmallAndKept) {
  for (const std::string_view file : {kStyleFile, kScriptFile, kIconFile}) {
    const std::string address = file_address(file);
    const std::string hash = address.substr(address.find("?v=") + 3);
    const HttpResponse kept =
        *file_response({HttpMethod::kGet, std::string(file), {{"v", hash}}, {}, ""});
    EXPECT_LE(kept.body.size(), 15'000U) << file;
    EXPECT_GE(kept.body.size(), 200U) << file;
    EXPECT_THAT(kept.headers[0].second, HasSubstr("immutable")) << file;
    const HttpResponse other =
        *file_response({HttpMethod::kGet, std::string(file), {{"v", "0"}}, {}, ""});
    EXPECT_EQ(other.headers[0].second, "no-cache") << file;
  }
  EXPECT_FALSE(file_response({HttpMethod::kGet, "/page.html", {}, {}, ""}));
}

// What the policy of trusted types refuses, and what would speak to others.
TEST(PageFiles, MakeNoHtmlAndAskNobodyElse) {
  const std::string script =
      file_response({HttpMethod::kGet, std::string(kScriptFile), {}, {}, ""})->body;
  for (const char* forbidden : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                                "eval(", "Function(", "http:", "https:", ".style"}) {
    EXPECT_THAT(script, ::testing::Not(HasSubstr(forbidden)));
  }
  const std::string style =
      file_response({HttpMethod::kGet, std::string(kStyleFile), {}, {}, ""})->body;
  for (const char* forbidden : {"url(", "@import", "expression("}) {
    EXPECT_THAT(style, ::testing::Not(HasSubstr(forbidden)));
  }
}

}  // namespace
}  // namespace ibid
