// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations of forms other than the first: each text is a report, each citation is written as
// "sentence: label of the entry" ("?": no entry answers).
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/citations/entry_label.h"
#include "corpus/layout/source_list_title.h"
#include "corpus/parser/report_parser.h"
#include "corpus/text/decode.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

std::string label_of(const Report& report, const Citation& citation) {
  if (citation.form == Citation::Form::kMissing) return "?" + citation.source;
  for (const ListedSource& source : report.listed_sources) {
    if (source.id == citation.source) return source.label.empty() ? source.title : source.label;
  }
  return citation.source;
}

std::vector<std::string> citations_of(const std::string& text) {
  const Report report = parse_report(decode(text), "r", "stem");
  std::vector<std::string> out;
  for (const Passage& passage : report.passages) {
    for (const Citation& citation : passage.citations) {
      out.push_back(fmt::format("{}: {}{}", citation.sentence, label_of(report, citation),
                                citation.locator.empty() ? "" : " @" + citation.locator));
    }
  }
  return out;
}

struct Row {
  std::string text;
  std::vector<std::string> citations;
};

void check(const std::vector<Row>& table, const std::string& list) {
  for (const Row& row : table) {
    EXPECT_THAT(citations_of("A Report on Harbours\n\n" + row.text + "\n\n" + list),
                ElementsAreArray(row.citations))
        << row.text;
  }
}

const std::string kNumbered =
    "References\n\n"
    "1. Harbour Board, “Cranes,” 3 May 2021.\n"
    "2. 항만공사, 「물동량」, 2022. 7. 25.\n"
    "3. Sea Daily, “Ferries,” 2023, https://example.org/ferries\n"
    "4. Ibid., p. 9.\n"
    "5. 위의 글, 31쪽.\n"
    "6. Harbour Board, op. cit., p. 12.\n";

TEST(Marks, AreNumbersThatAListAnswers) {
  check({{"Cranes fell[1]. Ferries left [2, 3].", {"1: 1", "2: 2", "2: 3"}},
         {"크레인이 쓰러졌다[1-3]. 배가 떠났다［2］.", {"1: 1", "1: 2", "1: 3", "2: 2"}},
         {"배가 떠났다【3】. It left [2, p. 14].", {"1: 3", "2: 2 @p. 14"}},
         {"Cranes fell [1][9].", {"1: 1", "1: ?9"}},
         {"The array a[0] and [sic] and [emphasis added] and [2023].", {}},
         {"Read `prices[1]` and rows[2] = 4 there.", {}},
         {"Cranes fell.[1] Ferries left.", {"1: 1"}},
         {"늘었다.[1] 수입은 줄었다.[2]", {"1: 1", "2: 2"}},
         {"Cranes fell [4]. 배가 [5] 떠났다[6].", {"1: 3 @p. 9", "2: 3 @31쪽", "2: 1 @p. 12"}}},
        kNumbered);
}

TEST(Marks, AreEndnoteNumbersBehindAStop) {
  check({{"The board called it a war.1 Ferries left in 2022.2", {"1: 1", "2: 2"}},
         {"He said “we left at dawn.”3 Then it was over.1, 2", {"1: 3", "2: 1", "2: 2"}},
         {"배가 떠났다.1 수입은 줄었다.2) 그는 “간다”고 했다.3", {"1: 1", "2: 2", "3: 3"}},
         {"In the port,3 which is old, cranes fell.", {"1: 3"}},
         {"It rose 3.1 percent in version 2.1 of Fig. 3 and No.2 on p.1 there.", {}},
         {"LTE Cat.2, VOL.3 and pt.1 cost 요청 2005.1, 『大正藏』2, 열었다(www.example.org)", {}},
         {"1,2-dichloroethane and 제1조.2항은 남는다", {}}},
        kNumbered);
}

TEST(Marks, AreRaisedDigitsButNotExponents) {
  check({{"Cranes fell.¹ Ferries left.² ³", {"1: 1", "2: 2", "2: 3"}},
         {"크레인이 쓰러졌다.¹⁻³", {"1: 1", "1: 2", "1: 3"}},
         {"The basin has 3 km² and 2 m³ and 10² parts, 면적은 5㎢다.", {}}},
        kNumbered);
}

TEST(Marks, AreNotNumbersWithoutAList) {
  for (const std::string text :
       {"A Report\n\nCranes fell [1] and left.1 Then a² came (2023).",
        "보고서\n\n배가 [1] 떠났다.1 그리고 [2] 돌아왔다.",
        "A Report\n\nIn turn [1] cranes, [2] ferries and [3] trains are read."}) {
    EXPECT_THAT(citations_of(text), ::testing::IsEmpty()) << text;
  }
  EXPECT_EQ(citations_of("A Report\n\nCranes fell[1]. Ferries left[2]. It rained[3].").size(), 3U);
}

TEST(Marks, AreAuthorsAndYearsThatAListHas) {
  const std::string list =
      "참고문헌\n\n"
      "김철수(2021), 「월세」, 『주거연구』 29(2), 5-30.\n"
      "이영희·오세진(2020), 「고립」, 『사회』 27(1), 81-112.\n"
      "Kim, S. (2019). Cranes. Port Press.\n"
      "Lee, J., & Park, M. (2020). Ferries. Sea Press.\n";
  check({{"Cranes fell (Kim 2019, p. 14; see also Lee and Park 2020).",
          {"1: Cranes @p. 14", "1: Ferries"}},
         {"Kim (2019) and Lee & Park (2020, pp. 5–7) agree.", {"1: Cranes", "1: Ferries @pp. 5–7"}},
         {"월세가 올랐다(김철수, 2021: 14). 이영희 외(2020)는 다르다.", {"1: 월세 @14", "2: 고립"}},
         {"It rose (in May 2020) and the Act (2019) changed (n = 2020).", {}}},
        list);
}

TEST(Marks, AreFootnotesFileMarksAndLinks) {
  check({{"Cranes fell.[^kea] Ferries left.[^no]\n\n[^kea]: Harbour Board, 2021.",
          {"1: ^kea", "2: ?^no"}},
         {"배가 떠났다【4†L12-L19】. It left【1†source】.", {"1: ?4 @L12-L19", "2: ?1"}},
         {"떠났다([연합뉴스](https://www.yna.co.kr/view/A1?utm_source=x)).",
          {"1: https://yna.co.kr/view/A1"}},
         {"![A crane](https://example.org/a.png) It fell (https://example.org/b).",
          {"2: https://example.org/b"}},
         {"[Home](https://example.org/) | [News](https://example.org/n)", {}}},
        "");
}

TEST(Marks, AreNamedInEveryBracketAndOnALine) {
  check({{"떠났다 (출처: 뉴시스 2024.9.3). 닫혔다[출처: 한국은행, 2020].",
          {"1: 뉴시스 @2024.9.3", "2: 한국은행 @2020"}},
         {"떠났다. <출처=한국경제>", {"1: 한국경제"}},
         {"떠났다 (자료: 통계청, 관세청).", {"1: 통계청", "1: 관세청"}},
         {"자료: 통계청 국가통계포털", {"1: 통계청 국가통계포털"}},
         {"It left (source: Sea Daily, p. 4). It came (Ibid., p. 5).",
          {"1: Sea Daily @p. 4", "2: Sea Daily @p. 5"}},
         {"It left (source: 2024).", {}}},
        "");
}

TEST(SourceListTitle, IsToldByItsWords) {
  for (const std::string line : {"References", "WORKS CITED:", "**Sources**", "Source List",
                                 "Notes and References", "[출처]", "※ 출처", "▶ 참고문헌",
                                 "인용 자료", "자료 출처", "【참고 자료】", "주석", "각주"}) {
    EXPECT_FALSE(source_list_title(line).empty()) << line;
  }
  for (const std::string line :
       {"Sources of tension", "자료", "참고", "관련 기사", "The works", "Reading list", "주요 내용",
        "출처: 연합뉴스", "References to China", "Link", "주가 전망"}) {
    EXPECT_TRUE(source_list_title(line).empty()) << line;
  }
  EXPECT_EQ(source_list_title("▶ 참고문헌"), "참고문헌");
}

TEST(EntryLabel, IsReadInEveryShape) {
  struct Label {
    std::string line, label, rest;
  };
  for (const Label& row :
       std::vector<Label>{{"1. Title", "1", "Title"},
                          {"12) 제목", "12", "제목"},
                          {"[3] Title", "3", "Title"},
                          {"［4］ 제목", "4", "제목"},
                          {"【5】 제목", "5", "제목"},
                          {"① 제목", "1", "제목"},
                          {"¹² Title", "12", "Title"},
                          {"주 2) 제목", "2", "제목"},
                          {"[^kea]: Title", "^kea", "Title"},
                          {"[1]: https://a.org \"T\"", "1", "https://a.org \"T\""},
                          {"2023. Title", "", ""},
                          {"3.5 percent", "", ""},
                          {"[a]: not an address", "", ""},
                          {"Title", "", ""}}) {
    const EntryLabel label = read_entry_label(row.line);
    EXPECT_EQ(label.label, row.label) << row.line;
    if (label) {
      EXPECT_EQ(row.line.substr(label.size), row.rest);
    }
  }
}

}  // namespace
}  // namespace ibid
