// SPDX-License-Identifier: GPL-2.0-or-later
//
// Sources that are asked for by words: in queries, and all that rests on them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "search/sources/render_sources.h"
#include "search/sources/source_reader.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids_of;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::search_in;
using ::testing::SizeIs;
using testing::TestIndex;

// Two reports that cite the same publisher in several ways, and a third one.
constexpr char kPorts[] = R"(Harbours in 2024

The strait was closed for nine days in March.[1] Two of the three berths reopened in April.[2]

The harbour master said that traffic is back to normal.[1][3]

## References

1. Kim, J. "Strait closed to tankers." Yonhap News Agency, 4 March 2024. https://en.yna.co.kr/view/AEN1
2. "Berths reopen." Reuters, 9 April 2024. https://www.reuters.com/world/berths
3. "Traffic figures." Ministry of Oceans and Fisheries, 2024.
)";
constexpr char kTrade[] = R"(무역 동향

수출은 3월에 늘었다.[1] 수입은 줄었다(출처: 연합뉴스).

항만 물동량은 그대로였다.[2]

## 참고문헌

1. "3월 수출입 동향." 산업통상자원부, 2024.
2. "항만 물동량." 해양수산부, 2024.
)";

class SourcesByWords : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("ports.md", kPorts);
    test_.write("trade.md", kTrade);
    test_.update_all();
  }
  std::vector<std::string> ids(const std::string& query) {
    SearchOptions all = SampleIndex::everything();
    all.sort = Sort::kReport;
    return ids_of(search_in(test_.index(), query + " -kind:source", all));
  }
  std::vector<std::string> notes(const std::string& query) {
    return search_in(test_.index(), query).ignored;
  }
  std::optional<SourceCard> card(const std::string& name) {
    OpenIndex index(test_.index());
    return SourceReader(index).card(name);
  }
  TestIndex test_;
};

TEST_F(SourcesByWords, HaveTheAuthorAndTheDateOfTheirEntry) {
  OpenIndex index(test_.index());
  const SourceList list = SourceReader(index).list("", {});
  const auto found =
      std::find_if(list.sources.begin(), list.sources.end(), [](const SourceSummary& source) {
        return source.source.find("yna.co.kr") != std::string::npos;
      });
  ASSERT_NE(found, list.sources.end());
  EXPECT_EQ(found->author, "Kim, J");
  EXPECT_EQ(found->date, "2024-03-04");
  const std::string text = sources_text(list, {});
  EXPECT_THAT(text, HasSubstr("Kim, J · Yonhap News Agency · 2024-03-04"));
  EXPECT_THAT(text, HasSubstr("해양수산부 · 2024"));
  const auto one = SourceReader(index).card(found->source);
  ASSERT_TRUE(one.has_value());
  EXPECT_EQ(one->summary.author, "Kim, J");
  EXPECT_EQ(one->summary.date, "2024-03-04");
}

TEST_F(SourcesByWords, AreFoundByPublisherTitleAuthorAndHost) {
  const std::vector<std::string> both = {"ports#0.1", "ports#0.2"};
  EXPECT_EQ(ids("source:yonhap"), both);
  EXPECT_EQ(ids("source:\"Yonhap News\""), both);
  EXPECT_EQ(ids("publisher:Yonhap"), both);
  EXPECT_EQ(ids("publisher:yna.co.kr"), both);
  EXPECT_EQ(ids("publisher:kim"), both);
  EXPECT_EQ(ids("source:tanker"), both);
  EXPECT_THAT(ids("publisher:tanker"), IsEmpty());
  EXPECT_THAT(ids("publisher:reuters"), ElementsAre("ports#0.1"));
  EXPECT_THAT(ids("publisher:\"oceans ministry\""), ElementsAre("ports#0.2"));
  EXPECT_THAT(ids("publisher:해양수산부"), ElementsAre("trade#0.2"));
  EXPECT_THAT(ids("source:수출입"), ElementsAre("trade#0.1"));
  EXPECT_THAT(ids("source:연합뉴스"), ElementsAre("trade#0.1"));
  EXPECT_THAT(ids("source:연합뉴스의"), ElementsAre("trade#0.1"));
  EXPECT_THAT(ids("source:\"Reuters Yonhap\""), IsEmpty());
}

TEST_F(SourcesByWords, AreNotMeantByAnAddress) {
  test_.write("more.md",
              "More\n\nThe strait was mined.[1]\n\n## Sources\n\n1. \"Mines.\" Yonhap News Agency, "
              "5 March 2024. https://en.yna.co.kr/view/AEN2\n");
  test_.update_all();
  EXPECT_THAT(ids("source:https://www.reuters.com/world/berths"), ElementsAre("ports#0.1"));
  EXPECT_THAT(ids("source:http://reuters.com/world/berths/"), ElementsAre("ports#0.1"));
  EXPECT_TRUE(card("https://www.reuters.com/world/berths"));
  EXPECT_THAT(ids("source:https://en.yna.co.kr/view/AEN2"), ElementsAre("more#0.1"));
  EXPECT_THAT(ids("source:yna.co.kr"), SizeIs(3));
}

TEST_F(SourcesByWords, ThatThereAreNotAreSaid) {
  EXPECT_THAT(notes("source:bloomberg"), ElementsAre("the index holds no source bloomberg"));
  EXPECT_THAT(notes("publisher:한겨레"),
              ElementsAre("the index holds no source published by 한겨레"));
  EXPECT_THAT(notes("source:yonhap"), IsEmpty());
}

TEST_F(SourcesByWords, OfOneNameRestOnItTogether) {
  const auto one = card("Yonhap");
  ASSERT_TRUE(one);
  EXPECT_THAT(one->members, IsEmpty());
  EXPECT_THAT(one->passages, SizeIs(2));
  EXPECT_FALSE(one->passages.front().rests);

  // A title word of two of the three.
  test_.write("more.md",
              "More\n\nThe strait was mined.[1] Nobody claims it.[2]\n\n## Sources\n\n"
              "1. \"Mines in the strait.\" Yonhap News Agency, 5 March 2024. "
              "https://en.yna.co.kr/view/AEN2\n"
              "2. \"Nobody claims the strait.\" Yonhap News Agency, 6 March 2024. "
              "https://en.yna.co.kr/view/AEN3\n");
  test_.update_all();
  const auto all = card("yonhap");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->summary.source, "yonhap");
  ASSERT_THAT(all->members, SizeIs(3));
  EXPECT_EQ(all->members.front().source, "https://en.yna.co.kr/view/AEN1");
  EXPECT_EQ(all->members.front().passages, 2);
  EXPECT_EQ(all->members.front().publisher, "Yonhap News Agency");
  EXPECT_THAT(all->listings, SizeIs(3));
  ASSERT_THAT(all->passages, SizeIs(3));
  // Cites two sources, both of the name.
  const auto more =
      std::find_if(all->passages.begin(), all->passages.end(),
                   [](const auto& citing) { return citing.passage.report.id == "more"; });
  ASSERT_NE(more, all->passages.end());
  EXPECT_TRUE(more->rests);
  EXPECT_THAT(more->sentences, SizeIs(2));
  EXPECT_THAT(all->beside, SizeIs(2));
  EXPECT_FALSE(card("bloomberg"));
}

}  // namespace
}  // namespace ibid
