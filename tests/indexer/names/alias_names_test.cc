// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/alias_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/names/alias_key.h"
#include "indexer/schema.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// alias_key -> other names, read back from the rows as schema.h describes them.
std::map<std::string, std::vector<std::string>> stored_names() {
  Analyzer analyzer;
  std::map<std::string, std::vector<std::string>> names;
  for (const auto& [key, rows] : alias_names(analyzer)) {
    const std::string word = key.substr(std::string(schema::kMetaAlias).size());
    for (std::size_t at = 0; at < rows.size();) {
      const std::size_t end = rows.find('\n', at);
      std::vector<std::string> fields;
      for (std::size_t field = at; field <= end;) {
        const std::size_t stop = std::min(rows.find('\t', field), end);
        fields.push_back(rows.substr(field, stop - field));
        field = stop + 1;
      }
      EXPECT_TRUE(fields[0] == word || fields[0].starts_with(word + ' ')) << fields[0];
      names[fields[0]].assign(fields.begin() + 1, fields.end());
      at = end + 1;
    }
  }
  return names;
}

TEST(AliasNames, KnowsNamesInBothLanguagesBothWays) {
  const auto names = stored_names();
  const std::vector<std::pair<std::string, std::string>> cases = {{"India", "인도"},
                                                                  {"Indian", "인도"},
                                                                  {"Russia", "러시아"},
                                                                  {"Russian", "러시아"},
                                                                  {"Korean", "한국"},
                                                                  {"South Korea", "한국"},
                                                                  {"South Korea", "대한민국"},
                                                                  {"South Korean", "남한"},
                                                                  {"North Korea", "북한"},
                                                                  {"DPRK", "북한"},
                                                                  {"China", "중국"},
                                                                  {"Chinese", "중국"},
                                                                  {"Japanese", "일본"},
                                                                  {"US", "미국"},
                                                                  {"United States", "미국"},
                                                                  {"American", "미국"},
                                                                  {"UK", "영국"},
                                                                  {"British", "영국"},
                                                                  {"German", "독일"},
                                                                  {"French", "프랑스"},
                                                                  {"Ukrainian", "우크라이나"},
                                                                  {"Hong Kong", "홍콩"},
                                                                  {"Russian", "러시아어"},
                                                                  {"English", "영어"},
                                                                  {"US Dollar", "미국 달러"},
                                                                  {"dollars", "달러"},
                                                                  {"Moscow", "모스크바"},
                                                                  {"Seoul", "서울"},
                                                                  {"June", "6월"},
                                                                  {"Monday", "월요일"},
                                                                  {"NATO", "나토"},
                                                                  {"European Union", "유럽연합"}};
  Analyzer analyzer;
  for (const auto& [english, korean] : cases) {
    const auto forth = names.find(alias_key(english, analyzer));
    ASSERT_NE(forth, names.end()) << english;
    EXPECT_THAT(forth->second, Contains(korean)) << english;
    const auto back = names.find(alias_key(korean, analyzer));
    ASSERT_NE(back, names.end()) << korean;
    EXPECT_THAT(back->second, Contains(english)) << korean;
  }
}

TEST(AliasNames, LeavesOutWhatWouldFindTooMuch) {
  const auto names = stored_names();
  for (const char* key : {"won", "may", "미", "중", "원", "english language", "it"}) {
    EXPECT_FALSE(names.contains(key)) << key;
  }
  for (const auto& [key, others] : names) {
    EXPECT_THAT(others, Not(IsEmpty())) << key;
    EXPECT_THAT(others, Not(Contains(""))) << key;
    EXPECT_EQ(key.find('('), std::string::npos) << key;
  }
}

TEST(AliasKey, IsTheSameHoweverANameIsWritten) {
  Analyzer analyzer;
  for (const char* name : {"S-400", "S400", "S 400", "s‑400"}) {
    EXPECT_EQ(alias_key(name, analyzer), "s 400") << name;
  }
  EXPECT_EQ(alias_key("U.S.", analyzer), "us");
  EXPECT_EQ(alias_key(" 국방  협정 ", analyzer), "국방 협정");
  EXPECT_EQ(alias_key("…", analyzer), "");
  EXPECT_EQ(alias_key("one two three four five six seven", analyzer), "");
}

}  // namespace
}  // namespace ibid
