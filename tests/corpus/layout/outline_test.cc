// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/split_blocks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using testing::split_blocks;

// "L0:text|text": a block's form, depth and lines.
std::vector<std::string> blocks_of(const std::string& text) {
  std::vector<std::string> shown;
  for (const Block& block : split_blocks(text)) {
    const char form = block.kind == Block::Kind::kLine     ? 'L'
                      : block.kind == Block::Kind::kBullet ? 'B'
                                                           : 'H';
    std::string line = form + std::to_string(block.depth) + ":";
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      line += (i == 0 ? "" : "|");
      line += text.substr(block.lines[i].begin, block.lines[i].size());
    }
    shown.push_back(line);
  }
  return shown;
}

struct Outlined {
  std::string text;
  std::vector<std::string> blocks;
};

void check(const std::vector<Outlined>& table) {
  for (const Outlined& row : table) {
    EXPECT_THAT(blocks_of(row.text), ElementsAreArray(row.blocks)) << row.text;
  }
}

TEST(SplitBlocks, KnowsEveryBullet) {
  check({
      {"• a\n- b\n* c\n· d\n▪ e\n", {"B0:a", "B0:b", "B0:c", "B0:d", "B0:e"}},
      {"•a\n▪나", {"B0:a", "B0:나"}},
      {"  • a\n\t- b\n    * c", {"B2:a", "B4:b", "B4:c"}},
      {"-5 degrees\n\n*note\n\n-나", {"L0:-5 degrees", "L0:*note", "L0:-나"}},
      {"+ a", {"B0:a"}},
      {"◦ a\n● 나\n– c", {"B0:a", "B0:나", "B0:c"}},
      {"•", {}},
      {"•\n  text on the next line", {"B0:text on the next line"}},
  });
}

TEST(SplitBlocks, KnowsTheMarksOfOfficialPapers) {
  check({
      {"□ 가\n ㅇ 나\n  - 다\n   * 라\n   ※ 마", {"B0:가", "B1:나", "B2:다", "B3:라", "B3:마"}},
      {"□ 가\n o 나다\n  ** 라", {"B0:가", "B1:나다", "B2:라"}},
      {"ㅇㅇㅇ 사무관\n\no one came\n\n**bold**",
       {"L0:ㅇㅇㅇ 사무관", "L0:o one came", "L0:**bold**"}},
      {"※ 출처", {"L0:※ 출처"}},
      {"ㅇ 끝났다.\n- 1 -\n다음 쪽", {"B0:끝났다.", "B0:1 -", "L0:다음 쪽"}},
      {"ㅇ 끝났다.\n붙임  계획 1부.", {"B0:끝났다.", "L0:붙임  계획 1부."}},
      {"ㅇ 긴 문장을\n붙임 없이 잇는다.", {"B0:긴 문장을|붙임 없이 잇는다."}},
  });
}

TEST(SplitBlocks, TakesAMiddleDotWithoutSpaceOnlyAmongOthers) {
  check({
      {"·가\n·나", {"B0:가", "B0:나"}},
      {"한국과 한\n·중 관계", {"L0:한국과 한|·중 관계"}},
  });
}

TEST(SplitBlocks, LetsBulletsGoOnOverWrappedLines) {
  check({
      {"  • one\n    two\n    three\n  • four", {"B2:one|two|three", "B2:four"}},
      {"  • one\ntwo", {"B2:one", "L0:two"}},
      {"• one\ntwo\n셋\n\nfour", {"B0:one|two|셋", "L0:four"}},
      {"• one\n\n  two", {"B0:one", "L2:two"}},
      {"• 하나\n  둘\n  • 셋\n    넷", {"B0:하나|둘", "B2:셋|넷"}},
  });
}

TEST(SplitBlocks, JoinsParagraphLinesUpToABlankOne) {
  check({
      {"one\ntwo\n\nthree", {"L0:one|two", "L0:three"}},
      {"하나\n둘\n\f셋", {"L0:하나|둘", "L0:셋"}},
      {"one\n  two", {"L0:one|two"}},
      {"", {}},
      {"\n \n\t\n", {}},
  });
}

TEST(SplitBlocks, EndsLinesAtCrLfCrlfAndFormFeed) {
  check({
      {"one\r\ntwo\r\n\r\nthree\r\n", {"L0:one|two", "L0:three"}},
      {"one\rtwo\r\rthree", {"L0:one|two", "L0:three"}},
      {"one\ftwo", {"L0:one", "L0:two"}},
      {"• one\f  two", {"B0:one", "L2:two"}},
  });
}

TEST(SplitBlocks, DropsRuleLines) {
  check({
      {"one\n---\ntwo", {"L0:one", "L0:two"}},
      {"===\none\n* * *\n***\ntwo\n─────", {"L0:one", "L0:two"}},
      {"--", {"L0:--"}},
      {"- -", {"B0:-"}},
  });
}

TEST(SplitBlocks, ReadsHashHeadings) {
  check({
      {"# One\n## 둘 ##\ntext", {"H1:One", "H2:둘", "L0:text"}},
      {"text\n### Three\nmore", {"L0:text", "H3:Three", "L0:more"}},
      {"#hashtag\n\n####### seven", {"L0:#hashtag", "L0:####### seven"}},
      {"# C#", {"H1:C#"}},
  });
}

TEST(SplitBlocks, LetsNumberedHeadingsStandAlone) {
  check({
      {"1. Summary\nText follows.\n", {"L0:1. Summary", "L0:Text follows."}},
      {"1. Summary\n2. Russia\n3. 중국", {"L0:1. Summary", "L0:2. Russia", "L0:3. 중국"}},
      {"Text ends.\n2. Russia\n• bullet", {"L0:Text ends.", "L0:2. Russia", "B0:bullet"}},
      {"• Text ends.\n2. Russia\n• bullet", {"B0:Text ends.", "L0:2. Russia", "B0:bullet"}},
      {"3.1.2 China Builds\n텍스트", {"L0:3.1.2 China Builds", "L0:텍스트"}},
      {"• 2-1. Title\nText below.", {"B0:2-1. Title", "L0:Text below."}},
      {"  • 2-1. A title\n    wrapped", {"B2:2-1. A title|wrapped"}},
  });
}

TEST(SplitBlocks, LeavesWrappedLinesThatBeginWithANumber) {
  check({
      {"The talks were held on May\n16. The meeting went on\nfor days.",
       {"L0:The talks were held on May|16. The meeting went on|for days."}},
      {"It rose by\n3.5 percent in May", {"L0:It rose by|3.5 percent in May"}},
      {"1. Russia has been increasing its exports of\nweapons since.",
       {"L0:1. Russia has been increasing its exports of|weapons since."}},
  });
}

TEST(SplitBlocks, SaysWhetherBlankLinesSurroundABlock) {
  const auto blocks = split_blocks("a\n\nb\n• c\fd\n");
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_TRUE(blocks[0].after_blank);
  EXPECT_TRUE(blocks[0].before_blank);
  EXPECT_TRUE(blocks[1].after_blank);
  EXPECT_FALSE(blocks[1].before_blank);
  EXPECT_FALSE(blocks[2].after_blank);
  EXPECT_TRUE(blocks[2].before_blank);
  EXPECT_TRUE(blocks[3].after_blank);
  EXPECT_TRUE(blocks[3].before_blank);
}

struct Titled {
  std::string line, number, title;
};

TEST(NumberedTitle, HasANumberAndATitle) {
  const std::vector<Titled> table = {
      {"1. Summary", "1", "Summary"},
      {"10. Source Documents", "10", "Source Documents"},
      {"7-2. India’s concerns", "7-2", "India’s concerns"},
      {"3-1-2. The Other Articles", "3-1-2", "The Other Articles"},
      {"3.1.2 China Builds Both", "3.1.2", "China Builds Both"},
      {"3.1.2. China", "3.1.2", "China"},
      {"1. 요약", "1", "요약"},
      {"1.요약", "1", "요약"},
      {"2-1. 3개 연대 배치", "2-1", "3개 연대 배치"},
      {"7. 2024 So Far", "7", "2024 So Far"},
      {"2-1. iPhone sales", "2-1", "iPhone sales"},
      {"3-2. $240 billion in trade", "3-2", "$240 billion in trade"},
      {"4. 'No limits' partnership", "4", "'No limits' partnership"},
      {"2-3. Relations with the U.S.", "2-3", "Relations with the U.S."},
      {"9-2. Xi Jinping [person]", "9-2", "Xi Jinping [person]"},
      {"**2. Russia and 북한**", "2", "Russia and 북한"},
      {"  5.  What next?  ", "5", "What next?"},
  };
  for (const Titled& row : table) {
    const NumberedTitle title = parse_numbered_title(row.line);
    EXPECT_TRUE(title.found) << row.line;
    EXPECT_EQ(title.number, row.number) << row.line;
    EXPECT_EQ(title.title, row.title) << row.line;
  }
}

TEST(NumberedTitle, IsNotProse) {
  for (const std::string line :
       {"", "1.", "1. ", "Summary", "3.5 percent of trade",

        "7 Broader Things", "2024. Title", "2024-06-27 Title", "1. Russia signed a pact.",
        "1. 러시아가 서명했다.", "6. 27. 서명식", "1.5조 원", "1. lower case", "-1. Title",
        "1.2.3.4.5.6.7.8.9 Deep", "1. Title (source: go-public-web-eng-1-0-0)",
        "2. See https://example.org/x", "3. Title go-public-web-eng-1-0-0", "1-1. 2024"}) {
    EXPECT_FALSE(parse_numbered_title(line).found) << line;
  }
  EXPECT_FALSE(parse_numbered_title("1. " + std::string(301, 'A')).found);
  EXPECT_TRUE(parse_numbered_title("1. " + std::string(300, 'A')).found);
}

TEST(EndsLikeSentence, LooksBehindNumbersOfEndnotes) {
  for (const std::string text : {"Ports do so now.9", "그는 떠났다.12", "It was “lost.”2, 6"}) {
    EXPECT_TRUE(ends_like_sentence(text)) << text;
  }
  for (const std::string text :
       {"Version 2.1", "Rule No.2", "Grew by 3.5", "버전 2.1", "Plan v.2"}) {
    EXPECT_FALSE(ends_like_sentence(text)) << text;
  }
}

TEST(EndsLikeSentence, LooksBehindQuotesAndAbbreviations) {
  for (const std::string text :
       {"It ended.", "끝났다.", "He said \"No.\"", "(It ended.)", "終了。", "한다.”", "etc."}) {
    EXPECT_TRUE(ends_like_sentence(text)) << text;
  }
  for (const std::string text :
       {"", "A title", "요약", "The U.S.", "Samsung Co.", "What next?", "JavaScript!", "\"\""}) {
    EXPECT_FALSE(ends_like_sentence(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
