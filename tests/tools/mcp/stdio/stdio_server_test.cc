// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/stdio/stdio_server.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tools/mcp/stdio/line_splitter.h"
#include "tools/mcp/stdio/request_queue.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> lines_of(const std::vector<std::string>& pieces, std::size_t most = 100) {
  std::vector<std::string> out;
  LineSplitter splitter(most, [&](std::string_view line) { out.emplace_back(line); });
  for (const std::string& piece : pieces) splitter.add(piece);
  splitter.finish();
  return out;
}

TEST(LineSplitter, JoinsPiecesAndKeepsTheLastLine) {
  EXPECT_THAT(lines_of({"ab", "c\nd", "\n\n \r\n", "한", "글"}), ElementsAre("abc", "d", "한글"));
  EXPECT_THAT(lines_of({"a\nb\n"}), ElementsAre("a", "b"));
  EXPECT_THAT(lines_of({"", "\n\n"}), IsEmpty());
}

TEST(LineSplitter, KeepsNoMoreThanOneByteTooMany) {
  EXPECT_THAT(lines_of({"abcdef", "ghi\nj"}, 4), ElementsAre("abcde", "j"));
  EXPECT_THAT(lines_of({"abcd\nabcde\n"}, 4), ElementsAre("abcd", "abcde"));
}

McpMessage request(int id) { return {McpMessage::Kind::kRequest, id, "m"}; }
McpMessage cancelled(const Json& id) {
  return {McpMessage::Kind::kNotification, {}, "notifications/cancelled", {{"requestId", id}}};
}

TEST(RequestQueue, ForgetsWhatIsCancelled) {
  RequestQueue queue;
  for (int id = 1; id <= 3; ++id) queue.add(request(id));
  queue.add(cancelled(2));
  queue.add(cancelled(7));
  queue.add(cancelled(Json()));
  queue.add(cancelled("3"));  // another id than 3
  EXPECT_EQ(std::get<McpMessage>(*queue.take()).id, 1);
  EXPECT_TRUE(queue.is_wanted());
  queue.add(cancelled(1));
  EXPECT_FALSE(queue.is_wanted());
  EXPECT_EQ(std::get<McpMessage>(*queue.take()).id, 3);
  EXPECT_TRUE(queue.is_wanted());
  queue.close();
  EXPECT_FALSE(queue.take());
}

// A server whose tools ask `api`, over a pipe.
class StdioServer : public ::testing::Test {
 protected:
  StdioServer() {
    EXPECT_EQ(pipe2(pipe_.data(), O_CLOEXEC), 0);
    thread_ = std::thread([this] {
      McpTools tools([this](const HttpRequest& asked) { return api_(asked); });
      McpSession session(tools, Handshake::kNeeded);
      try {
        serve_messages(session, pipe_[0], [this](std::string_view line) { return take(line); });
      } catch (const std::exception& error) {
        failure_ = error.what();
      }
    });
  }
  ~StdioServer() override {
    finish();
    close(pipe_[0]);
  }

  void send(const std::string& text) {
    ASSERT_EQ(write(pipe_[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  void finish() {
    if (!thread_.joinable()) return;
    close(pipe_[1]);
    thread_.join();
  }
  bool take(std::string_view line) {
    const std::lock_guard lock(mutex_);
    taken_.emplace_back(line);
    return is_read_;
  }
  HttpResponse answered(const HttpRequest&) {
    HttpResponse out;
    out.content_type = "application/json";
    out.body = R"({"info":{"type":"other"}})";
    return out;
  }

  std::function<HttpResponse(const HttpRequest&)> api_ = [this](const HttpRequest& asked) {
    return answered(asked);
  };
  std::mutex mutex_;
  std::vector<std::string> taken_;
  bool is_read_ = true;
  std::string failure_;

 private:
  std::array<int, 2> pipe_{};
  std::thread thread_;
};

constexpr const char* kHello =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})"
    "\n";
std::string info_call(int id) {
  return "{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(id) +
         ",\"method\":\"tools/call\",\"params\":{\"name\":\"info\"}}\n";
}
Json id_of(const std::string& line) { return Json::parse(line).value("id", Json()); }

TEST_F(StdioServer, AnswersAllThatCameBeforeItEnds) {
  send(std::string(kHello) + "nonsense\n[]\n" + info_call(1) + info_call(2) +
       R"({"jsonrpc":"2.0","id":3,"method":"ping"})");
  finish();
  ASSERT_EQ(taken_.size(), 6U);
  EXPECT_EQ(id_of(taken_[0]), 0);
  EXPECT_EQ(Json::parse(taken_[1])["error"]["code"], -32700);
  EXPECT_EQ(Json::parse(taken_[2])["error"]["code"], -32600);
  EXPECT_EQ(id_of(taken_[3]), 1);
  EXPECT_EQ(id_of(taken_[4]), 2);
  EXPECT_EQ(Json::parse(taken_[5])["result"], Json::object());
  for (const std::string& line : taken_) {
    EXPECT_EQ(line.find('\n'), line.size() - 1);
  }
}

TEST_F(StdioServer, AnswersAfterALineThatIsTooLong) {
  send(kHello);
  for (int i = 0; i < 40; ++i) send(std::string(60'000, '['));
  send("\n" + info_call(1));
  finish();
  ASSERT_EQ(taken_.size(), 3U);
  EXPECT_EQ(Json::parse(taken_[1])["error"]["code"], -32600);
  EXPECT_EQ(id_of(taken_[2]), 1);
}

// The answer to 1 would never end; 2 waits behind it.
TEST_F(StdioServer, EndsWorkThatIsCancelledAndDropsItsAnswer) {
  api_ = [](const HttpRequest&) {
    HttpResponse out;
    out.content_type = "application/json";
    out.body = R"({"info":{"type":"other"},"lines":[{"n":0})";
    out.more = [](std::string& more) {
      more += R"(,{"n":1})";
      return true;
    };
    return out;
  };
  const auto cancel = [](int id) {
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" +
           std::to_string(id) + "}}\n";
  };
  send(kHello + info_call(1) + info_call(2) + cancel(2) + cancel(1) +
       R"({"jsonrpc":"2.0","id":3,"method":"ping"})");
  finish();
  ASSERT_EQ(taken_.size(), 2U);
  EXPECT_EQ(id_of(taken_[0]), 0);
  EXPECT_EQ(id_of(taken_[1]), 3);
}

TEST_F(StdioServer, EndsWhenNobodyReads) {
  is_read_ = false;
  send(std::string(kHello) + info_call(1) + info_call(2));
  finish();
  EXPECT_EQ(taken_.size(), 1U);
  EXPECT_EQ(failure_, "");
}

}  // namespace
}  // namespace ibid
