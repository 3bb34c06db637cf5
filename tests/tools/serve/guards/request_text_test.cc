// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/guards/request_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace ibid {
namespace {

TEST(RequestText, DecodesPaths) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/", "/"},
      {"/a+b?c=%zz", "/a+b"},
      {"/passage/2024%2D06#", "/passage/2024-06#"},
      {"/passage/%EC%9D%B8%EB%8F%84-a%23b1", "/passage/인도-a#b1"},
      {"/a//b/", "/a//b/"},
      {"/..a/.b/c..", "/..a/.b/c.."},
  };
  for (const auto& [target, path] : cases) EXPECT_EQ(path_of(target), path) << target;
}

TEST(RequestText, KeepsFieldsInTheirOrderAndThoseOfOneName) {
  HttpFields fields;
  EXPECT_TRUE(add_fields("q=a+b%2Bc&q=&lang&&=x&%EC%9D%B8=%EB%8F%84=1&", 10, fields));
  const HttpFields expected = {{"q", "a b+c"}, {"q", ""}, {"lang", ""}, {"", "x"}, {"인", "도=1"}};
  EXPECT_EQ(fields, expected);
}

TEST(RequestText, RefusesWhatIsNoTextOrTooMuch) {
  for (const std::string text : {"q=%", "q=%1", "q=%GG", "%ff=1", "q=\xC0\xAF", "q=%00"}) {
    HttpFields fields;
    EXPECT_FALSE(add_fields(text, 10, fields)) << text;
  }
  HttpFields fields;
  EXPECT_FALSE(add_fields("a&b&c", 2, fields));
}

TEST(RequestText, FindsTheQuery) {
  EXPECT_EQ(query_of_target("/a?b?c"), "b?c");
  EXPECT_EQ(query_of_target("/a"), "");
}

}  // namespace
}  // namespace ibid
