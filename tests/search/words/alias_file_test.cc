// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/alias_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AliasFile : public ::testing::Test {
 protected:
  std::vector<AliasGroup> read(std::string_view text) const {
    return read_alias_file(test_.write("aliases.toml", text));
  }
  testing::TestIndex test_;
};

TEST_F(AliasFile, HoldsNamesWithOneOrMoreOthers) {
  EXPECT_THAT(
      read("# ours\nS-400 = \"에스-400\"\n\"Xi Jinping\" = [\"시진핑\", '습근평']\n"),
      ElementsAre(ElementsAre("S-400", "에스-400"), ElementsAre("Xi Jinping", "시진핑", "습근평")));
  EXPECT_THAT(read(""), IsEmpty());
}

TEST_F(AliasFile, ErrorsNameFileLineAndRemedy) {
  const struct {
    const char* text;
    const char* line;
    const char* what;
  } cases[] = {
      {"S-400 = 4\n", ":1: ", "the alias of S-400 is not text"},
      {"a = \"b\"\nS-400 = [\"x\",\n 3]\n", ":3: ", "the alias of S-400 is not text"},
      {"a = []\n", ":1: ", "a has no alias"},
      {"a = \" \"\n", ":1: ", "an alias of a is empty"},
      {"\"\" = \"x\"\n", ":1: ", "a name is empty"},
      {"\n\na = \"b\n", ":3: ", "string"},
      {"a = \"b\"\na = \"c\"\n", ":2: ", "redefine"},
      {"\n시진핑 = \"Xi Jinping\"\n", ":2: ", "시"},
      {"[people]\nx = \"y\"\n", ":1: ", "this table is not known here"},
  };
  for (const auto& c : cases) {
    try {
      read(c.text);
      ADD_FAILURE() << c.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      EXPECT_THAT(error.what(), HasSubstr(std::string("aliases.toml") + c.line)) << c.text;
      EXPECT_THAT(error.what(), HasSubstr(c.what)) << c.text;
      EXPECT_THAT(error.what(), HasSubstr("; write NAME = ")) << c.text;
    }
  }
  EXPECT_THROW(read_alias_file(test_.report_path("none.toml")), Error);
}

TEST_F(AliasFile, OfTenThousandNamesIsRead) {
  std::string text = "\xEF\xBB\xBF# 무기와 사람\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(10000 + i);
    text += "S-" + number + " = \"에스-" + number + "\"\r\n";
    text += "\"사람 " + number + ".\" = [\n  'Mr. " + number + "', # [그 사람\n  \"\"\"그 [" +
            number + "]\"\"\",\n]\n";
  }
  const std::vector<AliasGroup> groups = read(text);
  ASSERT_THAT(groups, SizeIs(10000));
  EXPECT_THAT(groups.front(), ElementsAre("S-10000", "에스-10000"));
  EXPECT_THAT(groups.back(), ElementsAre("사람 14999.", "Mr. 14999", "그 [14999]"));
}

TEST_F(AliasFile, TellsFaultsThatTheBoundsPass) {
  for (const char* text : {"a = 'b\n", "a = \"b\\\n", "a = \"\"\"b", "a = '''b''", "a = ]", "= 1",
                           "a = [\n", "\"", "a = \"\\", "a = 'b' c = 'd'\n", "a = 4.5\n"}) {
    EXPECT_THROW(read(text), Error) << text;
  }
}

}  // namespace
}  // namespace ibid
