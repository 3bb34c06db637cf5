// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/feed_key.h"

#include <gtest/gtest.h>

#include <vector>

#include "tools/serve/guards/guards.h"

namespace ibid {
namespace {

const std::string kToken = "0123456789abcdef0123456789abcdef";
// By Python: hmac.new(token, b"ibid feed\0q\0" + "S-400 인도".encode() + b"\0", "sha256").
const std::string kKey = "42256655dbfa15e4282769b499bc4b17";
const std::string kQuery = "q=S-400%20%EC%9D%B8%EB%8F%84";

int status_of(const std::string& target, const std::string& method = "GET") {
  const Access access{{"localhost:8417"}, kToken, "ibid-8417", 0};
  const RawRequest request{method, target, "HTTP/1.1", {{"Host", "localhost:8417"}}, true};
  const auto refusal = refused({request, access, HttpLimits{}});
  return refusal ? refusal->status : 200;
}

TEST(FeedKey, IsAnHmacOfTheQuestion) {
  EXPECT_EQ(feed_key(kToken, {{"q", "S-400 인도"}}), kKey);
  EXPECT_EQ(feed_key(kToken, {{"format", "json"}, {"q", "S-400 인도"}, {"key", "a"}}), kKey);
  EXPECT_EQ(feed_key("", {{"q", "S-400 인도"}}), "");
  EXPECT_NE(feed_key(kToken + "0", {{"q", "S-400 인도"}}), kKey);
  EXPECT_NE(feed_key(kToken, {{"q", "S-400"}}), kKey);
  // Where a name ends and its value begins counts.
  EXPECT_NE(feed_key(kToken, {{"q", "a"}, {"b", "c"}}), feed_key(kToken, {{"q", "ab"}, {"", "c"}}));
}

TEST(FeedKey, OpensItsFeedInEachFormat) {
  for (const std::string& target :
       {"/feed?" + kQuery + "&key=" + kKey, "/feed?key=" + kKey + "&" + kQuery,
        "/feed?q=S-400+%ec%9d%b8%eb%8f%84&key=" + kKey,
        "/feed?" + kQuery + "&format=json&key=" + kKey}) {
    EXPECT_EQ(status_of(target), 200) << target;
    EXPECT_EQ(status_of(target, "HEAD"), 200) << target;
    EXPECT_EQ(status_of(target, "POST"), 401) << target;
  }
}

TEST(FeedKey, OpensNothingElse) {
  std::string other = kKey;
  other.back() = other.back() == '0' ? '1' : '0';
  for (const std::string& target :
       {"/feed?" + kQuery, "/feed?" + kQuery + "&key=", "/feed?" + kQuery + "&key=" + other,
        "/feed?" + kQuery + "&key=" + kKey.substr(0, 31), "/feed?q=S-400&key=" + kKey,
        "/feed?" + kQuery + "&limit=500&key=" + kKey, "/feed?" + kQuery + "&q=other&key=" + kKey,
        "/feed?" + kQuery + "&key=" + other + "&key=" + kKey, "/?" + kQuery + "&key=" + kKey,
        "/v1/search?" + kQuery + "&key=" + kKey, "/feed/?" + kQuery + "&key=" + kKey,
        "/v1/feed?" + kQuery + "&key=" + kKey, "/feed?" + kQuery + "&key=" + kToken,
        "/feed?" + kQuery + "&token=" + kKey}) {
    EXPECT_EQ(status_of(target), 401) << target;
  }
}

}  // namespace
}  // namespace ibid
