// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/stream_body.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>

namespace ibid {
namespace {

constexpr std::chrono::milliseconds kPatience{20'000};
using End = StreamBody::End;

std::string take(StreamBody& body, End& how) {
  std::array<char, 4> bytes{};
  return {bytes.data(), body.take(bytes.data(), bytes.size(), how)};
}

TEST(StreamBody, GivesWhatWasPutThenItsEnd) {
  int suspended = 0;
  int resumed = 0;
  StreamBody body(
      100, [&] { ++suspended; }, [&] { ++resumed; });
  End how = End::kWhole;
  EXPECT_EQ(take(body, how), "");
  EXPECT_EQ(how, End::kNo);
  EXPECT_TRUE(body.put("abcdef", kPatience));
  EXPECT_EQ(suspended, 1);
  EXPECT_EQ(resumed, 1);
  body.end(End::kWhole);
  body.end(End::kCutShort);  // too late
  EXPECT_EQ(take(body, how), "abcd");
  EXPECT_EQ(take(body, how), "ef");
  EXPECT_EQ(take(body, how), "");
  EXPECT_EQ(how, End::kWhole);
  EXPECT_EQ(suspended, 1);
  EXPECT_EQ(resumed, 1);
  EXPECT_FALSE(body.put("g", kPatience));
}

TEST(StreamBody, WaitsForASlowReaderAndNotForOneThatHasStopped) {
  StreamBody body(
      4, [] {}, [] {});
  EXPECT_TRUE(body.put("abcdefgh", kPatience));
  EXPECT_FALSE(body.put("i", std::chrono::milliseconds(10)));
  std::thread reader([&body] {
    End how = End::kNo;
    EXPECT_EQ(take(body, how), "abcd");
    EXPECT_EQ(take(body, how), "efgh");
  });
  EXPECT_TRUE(body.put("i", kPatience));
  reader.join();
  std::thread leaver([&body] { body.leave(); });
  EXPECT_FALSE(body.put("jklmnopq", kPatience) && body.put("r", kPatience));
  leaver.join();
}

}  // namespace
}  // namespace ibid
