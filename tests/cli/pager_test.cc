// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/pager.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Pager, IsACommandWithItsArguments) {
  EXPECT_THAT(pager_command(nullptr), ElementsAre("less", "-R"));
  EXPECT_THAT(pager_command("less"), ElementsAre("less"));
  EXPECT_THAT(pager_command(" less  -S -R\t"), ElementsAre("less", "-S", "-R"));
  EXPECT_THAT(pager_command(""), IsEmpty());
  EXPECT_THAT(pager_command("  "), IsEmpty());
  EXPECT_THAT(pager_command("cat"), IsEmpty());
  EXPECT_THAT(pager_command("cat -A"), ElementsAre("cat", "-A"));
}

TEST(Pager, IsForTheShellIfOnlyThatUnderstandsIt) {
  for (const char* pager : {"less | cat", "less -P 'a b'", "~/bin/view", "$HOME/view",
                            "LESS=R less", "less -R; true", "less \\-R", "view*"}) {
    EXPECT_THAT(pager_command(pager), ElementsAre("/bin/sh", "-c", pager));
  }
}

TEST(Pager, CountsRowsAsTheTerminalShowsThem) {
  EXPECT_EQ(rows_of("", 10), 0U);
  EXPECT_EQ(rows_of("one\n\ntwo\n", 10), 3U);
  EXPECT_EQ(rows_of("0123456789\n", 10), 1U);
  EXPECT_EQ(rows_of("0123456789a\n", 10), 2U);
  EXPECT_EQ(rows_of("푸틴이평양\n", 10), 1U);  // two columns each
  EXPECT_EQ(rows_of("푸틴이 평양\n", 10), 2U);
  EXPECT_EQ(rows_of("\x1b[1;31mpact\x1b[0m 협정\n", 9), 1U);
  EXPECT_EQ(rows_of("\x1b]8;;file://desk/srv/a.txt\x1b\\a.txt:12:1\x1b]8;;\x1b\\\n", 10), 1U);
  EXPECT_EQ(rows_of("\x1b[2m\x1b]8;;file://x/y\x1b\\a.txt:12:10\x1b]8;;\x1b\\\x1b[0m\n", 10), 2U);
}

}  // namespace
}  // namespace ibid
