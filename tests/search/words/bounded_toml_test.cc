// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts just within each bound, and harmless ones just over it.
#include "search/words/bounded_toml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/error.h"
#include "search/words/alias_file.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

class BoundedToml : public ::testing::Test {
 protected:
  std::string file(std::string_view text) const { return test_.write("aliases.toml", text); }

  // "" if the file is read, else the message after the name of the file.
  std::string refusal(std::string_view text) const {
    const std::string path = file(text);
    try {
      EXPECT_EQ(read_bounded_toml(path), text);
      return "";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      EXPECT_THAT(error.what(), StartsWith(path));
      return std::string(error.what()).substr(path.size());
    }
  }

  testing::TestIndex test_;
};

TEST_F(BoundedToml, HasListsOnlySoDeep) {
  for (const char* key : {"harbour", "\"항만\""}) {
    const auto text = [key](std::size_t depth) {
      return "# 이름\n" + std::string(key) + " = " + std::string(depth, '[') + "'부두'" +
             std::string(depth, ']') + "\n";
    };
    EXPECT_EQ(refusal(text(kDeepestTomlList)), "");
    EXPECT_EQ(refusal(text(kDeepestTomlList + 1)),
              ":2: lists are in lists more than 8 deep; write NAME = [\"one\", \"two\"]");
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
                                     HasSubstr("\"U.S.\" = \"미국\"")))
        << text;
  }
  EXPECT_THAT(refusal("x = \"\"\"\n...\n\"\"\"\"\na.b = 1\n"), StartsWith(":4: a dot"));
  EXPECT_THAT(refusal("x = '''\n'' \\'''\na.b = 1\n"), StartsWith(":3: a dot"));
  EXPECT_THAT(refusal("x = \"\"\ny = ''\na.b = 1\n"), StartsWith(":3: a dot"));
}

TEST_F(BoundedToml, HasNoTables) {
  for (const char* text : {"'a' = '가'\n[people]\nx = 'y'\n", "a = 'b'\n[['사람']]\n",
                           "\nb = {x = '나'}\n", "\nb = ['나', {}]\n"}) {
    EXPECT_THAT(refusal(text), StartsWith(":2: a table holds no names; write NAME = ")) << text;
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

TEST_F(BoundedToml, OfTenThousandNamesIsRead) {
  std::string text = "\xEF\xBB\xBF# 무기와 사람\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(10000 + i);
    text += "S-" + number + " = \"에스-" + number + "\"\r\n";
    text += "\"사람 " + number + ".\" = [\n  'Mr. " + number + "', # [그 사람\n  \"\"\"그 [" +
            number + "]\"\"\",\n]\n";
  }
  const std::vector<AliasGroup> groups = read_alias_file(file(text));
  ASSERT_THAT(groups, SizeIs(10000));
  EXPECT_THAT(groups.front(), ElementsAre("S-10000", "에스-10000"));
  EXPECT_THAT(groups.back(), ElementsAre("사람 14999.", "Mr. 14999", "그 [14999]"));
}

TEST_F(BoundedToml, LeavesOtherFaultsToTheParser) {
  for (const char* text : {"a = 'b\n", "a = \"b\\\n", "a = \"\"\"b", "a = '''b''", "a = ]", "= 1",
                           "a = [\n", "\"", "a = \"\\", "a = 'b' c = 'd'\n", "a = 4.5\n"}) {
    EXPECT_EQ(refusal(text), "") << text;
    EXPECT_THROW(read_alias_file(file(text)), Error) << text;
  }
}

}  // namespace
}  // namespace ibid
