// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/field_command.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(FieldCommand, LeadsToAnAddressOfTheWeb) {
  EXPECT_EQ(link_of_command("http\\://example.org/;1;0;0;"), "http://example.org/");
  EXPECT_EQ(link_of_command("HTTPS\\://example.org/통계?a=1\\;b=2;1;0;0;"),
            "HTTPS://example.org/통계?a=1;b=2");
  EXPECT_EQ(link_of_command("https://example.org/plain"), "https://example.org/plain");
  for (const char* none : {"", ";", "\\", "mailto\\:a@example.org;2;0;0;", "?책갈피;0;0;0;",
                           "C\\:\\\\문서.hwp;1;0;0;", "javascript\\:http\\://x;1;0;0;"}) {
    EXPECT_EQ(link_of_command(none), "") << none;
  }
}

TEST(FieldCommand, TellsTheGuideByItsLength) {
  EXPECT_EQ(
      guide_of_command("Clickhere:set:40:Direction:wstring:7:이름을 쓰세요 HelpState:wstring:0:"),
      "이름을 쓰세요");
  EXPECT_EQ(guide_of_command("Clickhere:set:9:Direction:wstring:4:Name"), "Name");
  EXPECT_EQ(guide_of_command("Direction:wstring:3:😀a HelpState"), "😀a");
  for (const char* none : {"", "Clickhere:set:0:", "Direction:wstring:", "Direction:wstring:7",
                           "Direction:wstring:x:abc", "Direction:wstring:0:abc"}) {
    EXPECT_EQ(guide_of_command(none), "") << none;
  }
  EXPECT_EQ(guide_of_command("Direction:wstring:99999999999999999999:abc"), "");
}

}  // namespace
}  // namespace ibid
