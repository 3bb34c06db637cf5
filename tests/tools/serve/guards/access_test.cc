// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/access.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "corpus/error.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;

class TokenFile : public ::testing::Test {
 protected:
  TokenFile() {
    std::string name = (fs::temp_directory_path() / "ibid-token-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
  }
  ~TokenFile() override { fs::remove_all(folder_); }

  std::string write(const std::string& text, mode_t mode) const {
    const std::string path = (folder_ / "token").string();
    std::ofstream(path, std::ios::binary) << text;
    chmod(path.c_str(), mode);
    return path;
  }

  fs::path folder_;
};

TEST(Token, IsLongAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = make_token();
    EXPECT_EQ(token.size(), 32U);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_TRUE(seen.insert(token).second);
  }
}

TEST(Token, IsOnlyItself) {
  EXPECT_TRUE(is_token("0123456789abcdef", "0123456789abcdef"));
  for (const char* other : {"", "0123456789abcde", "0123456789abcdeg", "0123456789abcdeff"}) {
    EXPECT_FALSE(is_token(other, "0123456789abcdef")) << other;
  }
}

TEST_F(TokenFile, IsMadeOnceForItsUserOnly) {
  const std::string path = (folder_ / "token").string();
  const std::string token = token_of_file(path);
  EXPECT_EQ(token.size(), 32U);
  EXPECT_EQ(token_of_file(path), token);
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(TokenFile, GivesItsFirstLine) {
  EXPECT_EQ(token_of_file(write("Abc-123_x.y~z0000\r\nmore\n", 0600)), "Abc-123_x.y~z0000");
  EXPECT_EQ(token_of_file(write(std::string(256, 'a'), 0400)), std::string(256, 'a'));
}

TEST_F(TokenFile, IsRefusedIfOthersReadItOrIfItHoldsNoToken) {
  EXPECT_THROW(token_of_file(write("0123456789abcdef\n", 0640)), Error);
  EXPECT_THROW(token_of_file(write("0123456789abcdef\n", 0604)), Error);
  for (const std::string& text :
       {std::string(), std::string("short\n"), std::string("0123456789 abcdef\n"),
        std::string("0123456789;abcdef\n"), std::string("0123456789인abcdef\n"),
        std::string(257, 'a')}) {
    EXPECT_THROW(token_of_file(write(text, 0600)), Error) << text;
  }
  EXPECT_THROW(token_of_file((folder_ / "none" / "token").string()), Error);
}

}  // namespace
}  // namespace ibid
