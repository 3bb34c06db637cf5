// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/guards.h"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kToken = "0123456789abcdef0123456789abcdef";
const std::string kCookie = "ibid-8417=" + kToken;

Access our_access() {
  return {{"localhost:8417", "127.0.0.1:8417", "[::1]:8417"}, kToken, "ibid-8417", 0};
}

// An honest request, with changes.
struct Asked {
  std::string method = "GET", target = "/", version = "HTTP/1.1";
  std::vector<std::pair<std::string, std::string>> headers;
  bool is_plain = true;

  RawRequest raw() const {
    RawRequest out{method, target, version, {}, is_plain};
    for (const auto& [name, value] : headers) out.headers.emplace_back(name, value);
    return out;
  }
};

Asked honest() { return {.headers = {{"Host", "localhost:8417"}, {"Cookie", kCookie}}}; }

Asked with(std::string name, std::string value) {
  Asked out = honest();
  out.headers.emplace_back(std::move(name), std::move(value));
  return out;
}

Asked without(const std::string& name) {
  Asked out = honest();
  std::erase_if(out.headers, [&](const auto& header) { return header.first == name; });
  return out;
}

Asked to(std::string target, std::string method = "GET") {
  Asked out = honest();
  out.target = std::move(target);
  out.method = std::move(method);
  return out;
}

Asked from_host(const std::string& host) {
  Asked out = without("Host");
  out.headers.emplace_back("Host", host);
  return out;
}

// The guard that refuses, and the status; "" and 0 if none does.
std::pair<std::string, int> verdict(const Asked& asked, const Access& access = our_access()) {
  const RawRequest raw = asked.raw();
  const HttpLimits limits;
  for (const Guard& guard : all_guards()) {
    if (const auto refusal = guard.refuses({raw, access, limits})) {
      return {std::string(guard.name), refusal->status};
    }
  }
  return {"", 0};
}

struct Case {
  Asked asked;
  std::string guard;
  int status = 0;
};

std::vector<Case> malformed_requests() {
  Asked folded = honest();
  folded.is_plain = false;
  Asked version = honest();
  version.version = "HTTP/1.7";
  Asked many = honest();
  for (int i = 0; i < 63; ++i) many.headers.emplace_back("X-A", "b");
  Asked twice = with("Content-Length", "3");
  twice.headers.emplace_back("Content-Length", "3");
  Asked both = with("Content-Length", "3");
  both.headers.emplace_back("Transfer-Encoding", "chunked");
  return {
      {folded, "one plain head", 400},
      {to("/", "G(T"), "one plain head", 400},
      {to("/", ""), "one plain head", 400},
      {version, "known version", 505},
      {to("/" + std::string(8192, 'a')), "short target", 414},
      {to("http://localhost:8417/"), "target is a path", 400},
      {to("//evil.example/"), "target is a path", 400},
      {to("/\\evil.example/"), "target is a path", 400},
      {to("*", "OPTIONS"), "target is a path", 400},
      {to("localhost:8417", "CONNECT"), "target is a path", 400},
      {to(""), "target is a path", 400},
      {to("/a b"), "target is a path", 400},
      {to("/a\tb"), "target is a path", 400},
      {to("/#a"), "target is a path", 400},
      {many, "few headers", 431},
      {with("X-A", std::string(16384, 'a')), "few headers", 431},
      {with("X A", "b"), "headers are text", 400},
      {with("", "b"), "headers are text", 400},
      {with("X-A ", "b"), "headers are text", 400},
      {with("X-A", "b\rc"), "headers are text", 400},
      {with("X-A", std::string("b\0c", 3)), "headers are text", 400},
      {with("X-A", "\xFF"), "headers are text", 400},
      {with("X-A", "\xED\xA0\x80"), "headers are text", 400},
      {twice, "framed once", 400},
      {both, "framed once", 400},
      {with("Transfer-Encoding", "chunked"), "framed once", 411},
      {with("Content-Length", "+3"), "framed once", 400},
      {with("Content-Length", "3, 3"), "framed once", 400},
      {with("content-length", "0x3"), "framed once", 400},
      {with("Content-Length", ""), "framed once", 400},
      {with("Content-Length", "1048577"), "small body", 413},
      {with("Content-Length", "99999999999999999999999"), "small body", 413},
      {to("/", "PUT"), "known method", 405},
      {to("/", "OPTIONS"), "known method", 405},
      {to("/", "get"), "known method", 405},
      {with("Content-Length", "3"), "known method", 400},
      {to("/%"), "readable target", 400},
      {to("/%4"), "readable target", 400},
      {to("/%zz"), "readable target", 400},
      {to("/a%00b"), "readable target", 400},
      {to("/?q=%00"), "readable target", 400},
      {to("/?q=%FF"), "readable target", 400},
      {to("/?q=%ED%A0%80"), "readable target", 400},
      {to("/\xC3"), "readable target", 400},
      {to("/.."), "readable target", 400},
      {to("/a/../b"), "readable target", 400},
      {to("/a/%2e%2E/b"), "readable target", 400},
      {to("/a%2f..%2fb"), "readable target", 400},
      {to("/./a"), "readable target", 400},
      {to("/a%0Ab"), "readable target", 400},
  };
}

std::vector<Case> foreign_requests() {
  Asked two_hosts = with("Host", "localhost:8417");
  Asked two_origins = with("Origin", "http://localhost:8417");
  two_origins.headers.emplace_back("Origin", "http://localhost:8417");
  Asked sandboxed = with("Origin", "null");
  sandboxed.headers.emplace_back("Sec-Fetch-Site", "cross-site");
  Asked framed = with("Sec-Fetch-Site", "cross-site");
  framed.headers.emplace_back("Sec-Fetch-Mode", "navigate");
  framed.headers.emplace_back("Sec-Fetch-Dest", "iframe");
  Asked linked_api = framed;
  linked_api.target = "/v1/ping";
  linked_api.headers.back().second = "document";
  Asked linked_post = linked_api;
  linked_post.target = "/";
  linked_post.method = "POST";
  Asked bearer = without("Cookie");
  bearer.headers.emplace_back("Authorization", "Bearer 0123");
  Asked basic = without("Cookie");
  basic.headers.emplace_back("Authorization", "Basic " + kToken);
  Asked other_cookie = without("Cookie");
  other_cookie.headers.emplace_back("Cookie", "ibid-8418=" + kToken);
  Asked wrong_query = without("Cookie");
  wrong_query.target = "/?token=0123";
  Asked posted = without("Cookie");
  posted.target = "/?token=" + kToken;
  posted.method = "POST";
  return {
      {without("Host"), "our host", 400},
      {two_hosts, "our host", 400},
      {from_host(""), "our host", 403},
      {from_host("localhost"), "our host", 403},
      {from_host("localhost:80"), "our host", 403},
      {from_host("localhost.:8417"), "our host", 403},
      {from_host("evil.example:8417"), "our host", 403},
      {from_host("localhost:8417.evil.example"), "our host", 403},
      {from_host("evil.example@localhost:8417"), "our host", 403},
      {from_host("localhost:8417, evil.example"), "our host", 403},
      {from_host("0.0.0.0:8417"), "our host", 403},
      {with("Origin", "null"), "our origin", 403},
      {with("Origin", ""), "our origin", 403},
      {with("Origin", "http://localhost"), "our origin", 403},
      {with("Origin", "https://localhost:8417"), "our origin", 403},
      {with("Origin", "http://evil.example:8417"), "our origin", 403},
      {two_origins, "our origin", 403},
      {sandboxed, "our origin", 403},
      {with("Sec-Fetch-Site", "cross-site"), "no foreign site", 403},
      {with("Sec-Fetch-Site", "same-site"), "no foreign site", 403},
      {framed, "no foreign site", 403},
      {linked_api, "no foreign site", 403},
      {linked_post, "no foreign site", 403},
      {without("Cookie"), "token", 401},
      {bearer, "token", 401},
      {basic, "token", 401},
      {other_cookie, "token", 401},
      {wrong_query, "token", 401},
      {posted, "token", 401},
  };
}

std::vector<Asked> honest_requests() {
  Asked posted = to("/quote", "POST");
  posted.headers.emplace_back("Content-Length", "3");
  posted.headers.emplace_back("Origin", "null");
  posted.headers.emplace_back("Sec-Fetch-Site", "same-origin");
  Asked link = with("Sec-Fetch-Site", "cross-site");
  link.headers.emplace_back("Sec-Fetch-Mode", "navigate");
  link.headers.emplace_back("Sec-Fetch-Dest", "document");
  Asked bearer = without("Cookie");
  bearer.headers.emplace_back("authorization", "bearer " + kToken);
  Asked cookies = without("Cookie");
  cookies.headers.emplace_back("cookie", "a=b; ibid-8417=old; " + kCookie + "; c");
  return {honest(),
          to("/v1/search?q=%EC%9D%B8%EB%8F%84+a%26b&q=", "HEAD"),
          to("/?q=\xEC\x9D\xB8\xEB\x8F\x84"),
          to("/passage/a%20b...c"),
          to("/" + std::string(8191, 'a')),
          from_host("LocalHost:8417"),
          from_host("[::1]:8417"),
          with("Origin", "http://127.0.0.1:8417"),
          with("Sec-Fetch-Site", "none"),
          with("X-A", "\xEC\x9D\xB8\xEB\x8F\x84\t"),
          posted,
          link,
          bearer,
          cookies};
}

TEST(Guards, RefuseEachMalformedRequestByTheirRule) {
  for (const Case& c : malformed_requests()) {
    EXPECT_EQ(verdict(c.asked), std::pair(c.guard, c.status))
        << c.asked.method << ' ' << c.asked.target.substr(0, 40);
  }
}

TEST(Guards, RefuseEachForeignRequestByTheirRule) {
  for (const Case& c : foreign_requests()) {
    std::string shown = c.asked.method + ' ' + c.asked.target;
    for (const auto& [name, value] : c.asked.headers) shown += '\n' + name + ": " + value;
    EXPECT_EQ(verdict(c.asked), std::pair(c.guard, c.status)) << shown;
  }
}

TEST(Guards, LetHonestRequestsPass) {
  for (const Asked& asked : honest_requests()) {
    EXPECT_EQ(verdict(asked), std::pair(std::string(), 0)) << asked.method << ' ' << asked.target;
  }
}

TEST(Guards, AllRefuseSomething) {
  std::set<std::string> tried;
  for (const auto& cases : {malformed_requests(), foreign_requests()}) {
    for (const Case& c : cases) tried.insert(c.guard);
  }
  for (const Guard& guard : all_guards()) EXPECT_TRUE(tried.contains(std::string(guard.name)));
}

TEST(TokenGuard, TurnsATokenInTheAddressIntoACookieAndStripsIt) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/?token=" + kToken, "/"},
      {"/v1/ping?token=" + kToken, "/v1/ping"},
      {"/?q=%EC%9D%B8&token=" + kToken + "&lang=ko", "/?q=%EC%9D%B8&lang=ko"},
      {"/?token=no&token=" + kToken + "&q=a", "/?q=a"},
  };
  for (const auto& [target, place] : cases) {
    Asked asked = without("Cookie");
    asked.target = target;
    const RawRequest raw = asked.raw();
    const Access access = our_access();
    const HttpLimits limits;
    const auto refusal = refused({raw, access, limits});
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->status, 303);
    const HttpFields expected = {{"Location", place},
                                 {"Set-Cookie", kCookie + "; Path=/; HttpOnly; SameSite=Strict"}};
    EXPECT_EQ(refusal->headers, expected);
  }
}

TEST(TokenGuard, LetsALinkOfAnotherSiteArriveByAPageThatGoesOn) {
  Asked asked = without("Cookie");
  asked.target = "/?q=\"><b>&token=" + kToken;
  asked.headers.emplace_back("Sec-Fetch-Site", "cross-site");
  asked.headers.emplace_back("Sec-Fetch-Mode", "navigate");
  asked.headers.emplace_back("Sec-Fetch-Dest", "document");
  const RawRequest raw = asked.raw();
  const Access access = our_access();
  const HttpLimits limits;
  const auto refusal = refused({raw, access, limits});
  ASSERT_TRUE(refusal);
  const HttpResponse page = refusal_answer(*refusal, Reader::kPerson);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.at(0).first, "Set-Cookie");
  EXPECT_THAT(page.body, HasSubstr("content=\"0; url=/?q=&quot;&gt;&lt;b&gt;\""));
  EXPECT_THAT(page.body, Not(HasSubstr(kToken)));
}

TEST(TokenGuard, IsOpenIfNoneIsWanted) {
  Access open = our_access();
  open.token.clear();
  EXPECT_EQ(verdict(without("Cookie"), open).second, 0);
  Asked empty = without("Cookie");
  empty.headers.emplace_back("Authorization", "Bearer ");
  EXPECT_EQ(verdict(empty).second, 401);
}

TEST(Refusal, IsAProblemForProgramsAndAPageForPersonsWithoutAWordOfTheRequest) {
  const Asked asked = to("/v1/<script>%zz");
  const RawRequest raw = asked.raw();
  const Access access = our_access();
  const HttpLimits limits;
  const auto refusal = refused({raw, access, limits});
  ASSERT_TRUE(refusal);
  const HttpResponse problem = refusal_answer(*refusal, reader_of(asked.target));
  EXPECT_EQ(problem.content_type, "application/problem+json");
  EXPECT_THAT(problem.body, HasSubstr("\"status\":400,\"detail\":\"The address"));
  for (const char* program : {"/mcp", "/mcp?x=1", "/v1", "/v1?x=1", "/v1/search"}) {
    EXPECT_EQ(reader_of(program), Reader::kProgram) << program;
  }
  EXPECT_EQ(reader_of("/mcpx"), Reader::kPerson);
  const HttpResponse page = refusal_answer(*refusal, reader_of("/v1x"));
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(page.body, HasSubstr("<p lang=\"ko\">주소를 읽을 수 없습니다."));
  EXPECT_THAT(problem.body + page.body, Not(HasSubstr("script")));
}

}  // namespace
}  // namespace ibid
