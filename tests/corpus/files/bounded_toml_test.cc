// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts just within each bound, and harmless ones just over it.
#include "corpus/files/bounded_toml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/error.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class BoundedToml : public ::testing::Test {
 protected:
  std::string file(std::string_view text) const { return test_.write("aliases.toml", text); }

  // "" if the file is read, else the message after the name of the file.
  std::string refusal(std::string_view text) const {
    const std::string path = file(text);
    try {
      EXPECT_EQ(read_bounded_toml(path, form_), text);
      return "";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      EXPECT_THAT(error.what(), StartsWith(path));
      return std::string(error.what()).substr(path.size());
    }
  }

  testing::TestIndex test_;
  TomlForm form_ = {.example = R"(NAME = "other name" or NAME = ["one", "two"])"};
};

TEST_F(BoundedToml, HasListsOnlySoDeep) {
  for (const char* key : {"harbour", "\"항만\""}) {
    const auto text = [key](std::size_t depth) {
      return "# 이름\n" + std::string(key) + " = " + std::string(depth, '[') + "'부두'" +
             std::string(depth, ']') + "\n";
    };
    EXPECT_EQ(refusal(text(kDeepestTomlList)), "");
    EXPECT_EQ(refusal(text(kDeepestTomlList + 1)),
              ":2: lists are in lists more than 8 deep; write " + form_.example);
  }
  EXPECT_EQ(refusal("a = [[[[\n[[[[ # [\n']']]]] ]]]]\nb = ['[[[[[[[[[[']\n"), "");
  EXPECT_THAT(refusal("a = [[[[\n[[[[ # ]\n'a',\n[ ]\n"), StartsWith(":4: lists are in lists"));
}

TEST_F(BoundedToml, HasNoDottedNamesOutsideQuotes) {
  EXPECT_EQ(
      refusal("\"U.S.\" = '미국'\n'U.K' = \"영.국\" # a.b\n\"\\\".\" = \"\"\"a.\nb.c\"\"\"\n"), "");
  EXPECT_THAT(refusal("'a' = 1\n한 = 1\n"),
              StartsWith(":2: letters outside quotes are ASCII only"));
  for (const char* text : {"\n\nU.S = \"미국\"\n", "'a' = '가'\n\n\"미\".\"국\" = \"U.S.\"\n",
                           "x = \"\"\"\n...\n\"\"\"\na.b = 1\n"}) {
    EXPECT_THAT(refusal(text), AllOf(HasSubstr(": a dot outside quotes divides a name; "),
                                     HasSubstr("write it in quotes: \"U.S.\"")))
        << text;
  }
  EXPECT_THAT(refusal("x = \"\"\"\n...\n\"\"\"\"\na.b = 1\n"), StartsWith(":4: a dot"));
  EXPECT_THAT(refusal("x = '''\n'' \\'''\na.b = 1\n"), StartsWith(":3: a dot"));
  EXPECT_THAT(refusal("x = \"\"\ny = ''\na.b = 1\n"), StartsWith(":3: a dot"));
}

TEST_F(BoundedToml, HasNoTables) {
  for (const char* text : {"'a' = '가'\n[people]\nx = 'y'\n", "a = 'b'\n[['사람']]\n",
                           "\nb = {x = '나'}\n", "\nb = ['나', {}]\n"}) {
    EXPECT_THAT(refusal(text), StartsWith(":2: this table is not known here; write NAME = "))
        << text;
  }
  EXPECT_EQ(refusal("a = '{'\n\"[people]\" = [\"{사람}\"]\n"), "");
}

TEST_F(BoundedToml, HasLinesAndBytesOnlySoMany) {
  const std::string line = "'a' = '" + std::string(kMostTomlLineBytes - 8, 'x') + "'";
  ASSERT_EQ(line.size(), kMostTomlLineBytes);
  EXPECT_EQ(refusal("'가' = '나'\n" + line + "\n" + line), "");
  EXPECT_EQ(refusal("'가' = '나'\n" + line + " \n"),
            ":2: the line has 65537 bytes, and may have 65536; write one name on each line of a "
            "long list");
  EXPECT_THAT(refusal("'가' = '나'\n# " + std::string(kMostTomlLineBytes, ' ')),
              StartsWith(":2: "));

  std::string text;
  while (text.size() + line.size() < kMostTomlBytes) text += line + "\n";
  text.resize(kMostTomlBytes, '\n');
  EXPECT_EQ(refusal(text), "");
  EXPECT_EQ(refusal(text + "\n"),
            " has 16777217 bytes, and may have 16777216; leave out names that no report uses");
}

TEST_F(BoundedToml, HasTheTablesOfItsForm) {
  form_.tables = {"feed", "report"};
  EXPECT_EQ(refusal("[[report]]\nmatch = '*'\n\n[[report]] # 둘째\ntags = ['가', 'b']\n"), "");
  for (const char* text : {"[[report]]\n[report]\n", "\n[[report.tags]]\n", "\n[['report']]\n",
                           "\n[[ report ]]\n", "\n[[reports]]\n", "\na = {b = 1}\n"}) {
    EXPECT_THAT(refusal(text), StartsWith(":2: this table is not known here")) << text;
  }
}

}  // namespace
}  // namespace ibid
