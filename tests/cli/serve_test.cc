// SPDX-License-Identifier: GPL-2.0-or-later
#include <signal.h>

#include <cstdlib>
#include <set>
#include <string>

#include "tests/cli/cli_test.h"
#include "tests/support/raw_client.h"

namespace ibid {
namespace {

class ServeCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }
};

// "http://127.0.0.1:8417/?token=abc"
struct Link {
  explicit Link(const std::string& line) {
    const std::size_t colon = line.rfind(':');
    port = static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));
    const std::size_t equals = line.find("?token=");
    if (equals != std::string::npos) token = line.substr(equals + 7);
  }
  std::uint16_t port = 0;
  std::string token;
};

RawAnswer get(const Link& link, const std::string& target, const std::string& more = "") {
  RawClient client(link.port);
  client.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(link.port) +
              "\r\n" + more + "\r\n");
  return client.read_answer();
}

RawAnswer ping(const Link& link, const std::string& token) {
  RawClient client(link.port);
  client.send("GET /v1/info HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(link.port) +
              "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
  return client.read_answer();
}

TEST_F(ServeCommand, PrintsALinkThatAnswersAndEndsBySigterm) {
  Child child({"serve", "--port", "0"}, options());
  const std::string line = child.first_line();
  ASSERT_THAT(line, testing::MatchesRegex("http://127\\.0\\.0\\.1:[0-9]+/\\?token=[0-9a-f]{32}"));
  const Link link(line);
  EXPECT_EQ(ping(link, link.token).status, 200);
  EXPECT_EQ(ping(link, "no" + link.token).status, 401);
  child.send(SIGTERM);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(split_lines(result.out), SizeIs(1));
}

TEST_F(ServeCommand, EndsByCtrlCWithConnectionsOpen) {
  Child child({"serve", "--port", "0", "--no-token"}, options());
  const Link link(child.first_line());
  EXPECT_EQ(link.token, "");
  EXPECT_EQ(ping(link, "any").status, 200);
  RawClient idle(link.port);
  child.send(SIGINT);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_THAT(result.err, HasSubstr("every user of this machine"));
}

TEST_F(ServeCommand, KeepsTheTokenOfAFileAndDoesNotPrintIt) {
  std::string token;
  for (int start = 0; start < 2; ++start) {
    Child child({"serve", "--port", "0", "--token-file", "token"}, options());
    const Link link(child.first_line());
    EXPECT_EQ(link.token, "");
    const std::string now = split_lines(read_all(path("token"))).at(0);
    if (start == 1) {
      EXPECT_EQ(now, token);
    }
    token = now;
    EXPECT_EQ(ping(link, token).status, 200);
    child.send(SIGTERM);
    const RunResult result = child.finish();
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out + result.err, Not(HasSubstr(token)));
  }
}

TEST_F(ServeCommand, AnswersOnASocketOfItsUser) {
  Child child({"serve", "--socket", "s"}, options());
  EXPECT_EQ(child.first_line(), "s");
  RawClient client(path("s"));
  client.send("GET /v1/info HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.read_answer().status, 200);
  child.send(SIGTERM);
  EXPECT_EQ(child.finish().exit_code, 0);
  EXPECT_FALSE(fs::exists(path("s")));
}

// The address that a feed reader is given, and what it opens without a cookie or header.
TEST_F(ServeCommand, LetsAFeedReaderInByTheKeyOfItsFeed) {
  Child child({"serve", "--port", "0"}, options());
  const Link link(child.first_line());
  const std::string bearer = "Authorization: Bearer " + link.token + "\r\n";
  const std::string page = get(link, "/?q=pact%20%ED%98%91%EC%A0%95", bearer).body;
  const std::size_t begin = page.find("/feed?q=");
  ASSERT_NE(begin, std::string::npos);
  std::string feed = page.substr(begin, page.find('"', begin) - begin);
  feed.replace(feed.find("&amp;"), 5, "&");
  const RawAnswer answer = get(link, feed);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "application/atom+xml; charset=utf-8");
  EXPECT_THAT(answer.body, HasSubstr("<entry"));
  EXPECT_THAT(answer.body,
              HasSubstr("http://127.0.0.1:" + std::to_string(link.port) + "/passage/"));
  const std::string known = "If-None-Match: " + answer.header("etag") + "\r\n";
  EXPECT_EQ(get(link, feed, known).status, 304);
  EXPECT_EQ(get(link, feed + "&format=json").header("content-type"),
            "application/feed+json; charset=utf-8");
  const std::string key = feed.substr(feed.find("&key="));
  EXPECT_EQ(get(link, "/feed?q=pact" + key).status, 401);
  EXPECT_EQ(get(link, "/v1/search?q=pact" + key).status, 401);
  EXPECT_EQ(get(link, "/feed?q=pact").status, 401);
  EXPECT_EQ(get(link, "/feed?q=pact", bearer).status, 200);
  child.send(SIGTERM);
  const RunResult result = child.finish();
  EXPECT_THAT(result.out + result.err, Not(HasSubstr(key.substr(5))));
}

// What ibid writes as a feed it reads as one.
TEST_F(ServeCommand, WritesAFeedThatIbidReads) {
  Child child({"serve", "--port", "0", "--no-token"}, options());
  const Link link(child.first_line());
  const Json found = Json::parse(get(link, "/v1/search?q=pact%20OR%20%ED%98%91%EC%A0%95").body);
  ASSERT_GT(found["hits"].size(), 1U);
  for (const std::string format : {"atom", "json"}) {
    const std::string name = "feeds/" + format + (format == "atom" ? ".atom" : ".json");
    write(name, get(link, "/feed?q=pact%20OR%20%ED%98%91%EC%A0%95&format=" + format).body);
    if (format == "atom") {
      EXPECT_TRUE(succeeds("xmllint --noout " + path(name)));
    }
  }
  child.send(SIGTERM);
  child.finish();
  ASSERT_EQ(run({"index", "--index", "other", "feeds/atom.atom"}).exit_code, 0);
  std::set<std::string> texts;
  for (const Json& line : jsonl({"export", "--index", "other", "--all", "--what", "passages"})) {
    if (line["type"] == "passage") texts.insert(line["passage"]["text"]);
  }
  for (const Json& hit : found["hits"]) {
    EXPECT_THAT(texts, Contains(HasSubstr(hit["passage"]["text"].get<std::string>())));
  }
}

TEST_F(ServeCommand, FollowsFoldersAndSaysWhatComes) {
  Child child({"serve", "--port", "0", "--no-token", "--watch", "reports"}, options());
  const Link link(child.first_line());
  ASSERT_TRUE(child.wait_for_error_output("nothing to do, 3 unchanged"));
  RawClient events(link.port);
  events.send("GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(link.port) +
              "\r\n\r\n");
  EXPECT_THAT(events.read_until("}\n\n"), HasSubstr("data: {\"generation\":1}"));
  write("reports/깊은 곳/새 글.txt", "A submarine was seen. 잠수함이 보였다.\n");
  EXPECT_THAT(events.read_until("}\n\n"), HasSubstr("data: {\"generation\":2}"));
  const Json answer =
      Json::parse(get(link, "/v1/search?q=%EC%9E%A0%EC%88%98%ED%95%A8&since=1").body);
  EXPECT_EQ(answer["end"]["matches"], 1);
  EXPECT_EQ(answer["hits"][0]["first_seen"]["generation"], 2);
  child.send(SIGTERM);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(split_lines(result.out), SizeIs(1));
  EXPECT_THAT(result.err, HasSubstr("ibid: 1 report added, 0 updated, 0 removed, 3 unchanged: 4 "
                                    "reports, 14 passages (generation 2)\n"));
}

TEST_F(ServeCommand, DoesNotStartInVain) {
  Child first({"serve", "--port", "0"}, options());
  const std::string port = std::to_string(Link(first.first_line()).port);
  write("open-token", "0123456789abcdef\n");
  fs::permissions(path("open-token"), fs::perms::owner_read | fs::perms::others_read);
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--index", "nowhere"}, "index"},
      {{"--port", port}, "--port"},
      {{"--listen", "127.0.0.1"}, "--token-file"},
      {{"--listen", "localhost", "--token-file", "token"}, "not an address"},
      {{"--no-token", "--token-file", "token"}, "exclude"},
      {{"--socket", "s", "--listen", "127.0.0.1", "--token-file", "token"}, "exclude"},
      {{"--token-file", "open-token"}, "chmod 600"},
      {{"--socket", "reports"}, "not a socket"},
      {{"--port", "65536"}, "--port"},
      {{"reports"}, "--watch"},
      {{"--watch", "-"}, "standard input"},
  };
  for (const auto& [given, message] : cases) {
    std::vector<std::string> arguments = {"serve"};
    arguments.insert(arguments.end(), given.begin(), given.end());
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2) << message;
    EXPECT_EQ(result.out, "") << message;
    EXPECT_THAT(split_lines(result.err).at(0), AllOf(StartsWith("ibid: "), HasSubstr(message)));
  }
}

}  // namespace
}  // namespace ibid
