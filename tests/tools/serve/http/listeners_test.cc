// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/listeners.h"

#include <gmock/gmock.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "corpus/error.h"
#include "tests/tools/serve/http/test_server.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;

class SocketFile : public ::testing::Test {
 protected:
  SocketFile() {
    std::string name = "/tmp/ibid-socket-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
    path_ = name + "/s";
  }
  ~SocketFile() override { fs::remove_all(folder_); }

  TestServer::Given given() const {
    TestServer::Given out;
    out.token = "0123456789abcdef";
    out.listeners.push_back(listen_on_file(path_));
    return out;
  }

  std::string folder_, path_;
};

RawAnswer ask(const std::string& path, const std::string& host) {
  RawClient client(path);
  client.send("GET /v1/ping HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  return client.read_answer();
}

TEST_F(SocketFile, IsOfItsUserNeedsNoTokenAndGoesWithTheServer) {
  {
    const TestServer test(given());
    EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(ask(path_, "localhost").body, "pong");
    EXPECT_EQ(ask(path_, "evil.example").status, 403);
    EXPECT_THROW(listen_on_file(path_), Error);  // a server answers there
    EXPECT_EQ(ask(path_, "localhost").body, "pong");
  }
  EXPECT_FALSE(fs::exists(path_));
}

TEST_F(SocketFile, ReplacesOneThatWasLeftAndNothingElse) {
  { const Listener left = listen_on_file(path_); }
  ASSERT_TRUE(fs::is_socket(path_));
  {
    const TestServer test(given());
    EXPECT_EQ(ask(path_, "localhost").body, "pong");
  }
  std::ofstream(path_) << "a file";
  EXPECT_THROW(listen_on_file(path_), Error);
  EXPECT_EQ(fs::file_size(path_), 6U);
  EXPECT_THROW(listen_on_file(folder_ + "/" + std::string(120, 'a')), Error);
  EXPECT_THROW(listen_on_file(""), Error);
}

TEST(Listeners, AnswerOnBothLoopbacksByTheSamePort) {
  const auto listeners = listen_on_loopback(0);
  ASSERT_GE(listeners.size(), 1U);
  for (const Listener& listener : listeners) {
    EXPECT_EQ(listener.port, listeners[0].port);
    EXPECT_THAT(listener.hosts, Contains("[::1]:" + std::to_string(listener.port)));
  }
  EXPECT_EQ(listeners[0].url, "http://127.0.0.1:" + std::to_string(listeners[0].port) + "/");
  EXPECT_THROW(listen_on_loopback(listeners[0].port), Error);
}

TEST(Listeners, KnowTheAddressThatIsNamed) {
  const Listener listener = listen_on_address("127.0.0.2", 0);
  EXPECT_THAT(listener.hosts, Contains("127.0.0.2:" + std::to_string(listener.port)));
  EXPECT_THAT(listener.hosts, Contains("localhost:" + std::to_string(listener.port)));
  for (const char* address : {"", "localhost", "127.0.0.1:80", "1.2.3", "[::1]"}) {
    EXPECT_THROW(listen_on_address(address, 0), Error) << address;
  }
}

// In a process of its own: descriptor 3 may be anything here.
TEST(InheritedListeners, AreThoseThatSystemdNames) {
  EXPECT_EXIT(
      {
        const auto made = listen_on_loopback(0);
        dup2(made[0].socket.get(), 3);
        setenv("LISTEN_PID", std::to_string(getpid()).c_str(), 1);
        setenv("LISTEN_FDS", "1", 1);
        const auto found = inherited_listeners();
        const bool right = found.size() == 1 && found[0].port == made[0].port &&
                           found[0].url == made[0].url && getenv("LISTEN_FDS") == nullptr;
        _exit(right ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
  EXPECT_EXIT(
      {
        setenv("LISTEN_PID", "1", 1);
        setenv("LISTEN_FDS", "1", 1);
        _exit(inherited_listeners().empty() ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
  EXPECT_EXIT(
      {
        close(3);
        setenv("LISTEN_PID", std::to_string(getpid()).c_str(), 1);
        setenv("LISTEN_FDS", "1", 1);
        try {
          inherited_listeners();
        } catch (const Error&) {
          _exit(0);
        }
        _exit(1);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace ibid
