// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_markup.h"

#include <gtest/gtest.h>

#include "search/render/file_uri.h"

namespace ibid {
namespace {

TEST(EscapeMarkup, Html) {
  EXPECT_EQ(escape_html("a<b>&\"c\" 'd'"), "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(escape_html("푸틴이\n“한국”"), "푸틴이 “한국”");
  EXPECT_EQ(escape_html("x\u202Ey\x01\xFF"), "x\\u{202E}y\\u{1}\\x{FF}");
}

TEST(EscapeMarkup, Xml) {
  EXPECT_EQ(escape_xml("a<b>&\"c\" 'd'"), "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(escape_xml("한국\t\n\r"), "한국&#x9;&#xA;&#xD;");
  // XML 1.0 allows none of them, not even as references.
  EXPECT_EQ(escape_xml(std::string_view("\0\x1F\xFF\uFFFE\uFFFF", 9)),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(escape_xml("\x7F\u0085\u202E"), "&#x7F;&#x85;&#x202E;");
  EXPECT_EQ(escape_xml("\U0001F600\uE000"), "\U0001F600\uE000");
}

TEST(FileUri, EncodesByteForByte) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a-b_c.d~e/f9", "a-b_c.d~e/f9"},
      {"a b#c?d%e:f", "a%20b%23c%3Fd%25e%3Af"},
      {"조약", "%EC%A1%B0%EC%95%BD"},
      {"\xFF\n", "%FF%0A"},
      {"[x]@&'\"<>\\", "%5Bx%5D%40%26%27%22%3C%3E%5C"}};
  for (const auto& [path, uri] : cases) EXPECT_EQ(percent_encode_path(path), uri);
}

TEST(FileUri, IsRelativeBelowItsBase) {
  EXPECT_EQ(file_uri("/srv/a b.txt", "/srv").uri, "a%20b.txt");
  EXPECT_TRUE(file_uri("/srv/a b.txt", "/srv").relative);
  EXPECT_EQ(file_uri("/srv2/a.txt", "/srv").uri, "file:///srv2/a.txt");
  EXPECT_FALSE(file_uri("/srv2/a.txt", "/srv").relative);
  EXPECT_EQ(file_uri("/srv/a.txt", "").uri, "file:///srv/a.txt");
  EXPECT_EQ(folder_uri("/srv/my reports"), "file:///srv/my%20reports/");
  EXPECT_EQ(folder_uri("/"), "file:///");
}

}  // namespace
}  // namespace ibid
