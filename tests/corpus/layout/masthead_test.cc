// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/masthead.h"

#include <gtest/gtest.h>

#include <vector>

namespace ibid {
namespace {

struct Kinds {
  std::string line;
  bool release;
  std::string publisher;
};

TEST(Masthead, NamesTheKindOfADocument) {
  const std::vector<Kinds> table = {
      {"POLICY BRIEF", false, ""},
      {"Issue Brief No. 7", false, ""},
      {"Working Paper, May 2025", false, ""},
      {"[보도자료]", true, ""},
      {"보 도 자 료", true, ""},
      {"북해연구원 이슈브리프 제7호", false, "북해연구원"},
      {"North Coast Institute | Policy Brief 12", false, "North Coast Institute"},
      {"주간 항구 소식 제88호", false, ""},
      {"FOR IMMEDIATE RELEASE", true, ""},
  };
  for (const Kinds& row : table) {
    const DocumentKind kind = read_document_kind(row.line);
    EXPECT_TRUE(kind.found) << row.line;
    EXPECT_EQ(kind.release, row.release) << row.line;
    EXPECT_EQ(kind.publisher, row.publisher) << row.line;
  }
  for (const std::string line :
       {"", "보도자료 쓰는 법", "A policy brief on ports", "Weekly briefing, June 27, 2024",
        "GOOVER DAILY REPORT June 27, 2024", "White papers of the year", "Ports No More"}) {
    EXPECT_FALSE(read_document_kind(line).found) << line;
  }
}

TEST(Masthead, KnowsNamesOfInstitutions) {
  for (const std::string line :
       {"Center for North Coast Studies", "NORTH COAST INSTITUTE", "Bank of Korea", "북해연구원",
        "한빛대학교 사회복지학과", "산업통상자원부", "항만 정책 연구소"}) {
    EXPECT_TRUE(reads_like_institution(line)) << line;
  }
  for (const std::string line : {"", "What banks do", "Ports and prices", "경제부", "2025년 은행",
                                 "은행은 무엇을 하는가?", "Limits of the council"}) {
    EXPECT_FALSE(reads_like_institution(line)) << line;
  }
}

TEST(Masthead, ReadsWhoAReleaseIsAbout) {
  EXPECT_EQ(publisher_of_release("해양경찰청(청장 홍길동)은 배를 늘린다."), "해양경찰청");
  EXPECT_EQ(publisher_of_release("관세청은 수출이 늘었다고 밝혔다."), "관세청");
  for (const std::string sentence :
       {"", "정부는 배를 늘린다고 밝혔다.", "해양경찰청 배가 늘었다.", "관세청은 바빴다.",
        "홍길동(45)은 말했다.", "전부는 아니라고 말했다 한다."}) {
    EXPECT_EQ(publisher_of_release(sentence), "") << sentence;
  }
}

TEST(Masthead, ReadsWhatPagesSayOfThemselves) {
  EXPECT_EQ(copyright_holder("Copyright ⓒ 한결신문. 무단 전재 및 재배포 금지"), "한결신문");
  EXPECT_EQ(copyright_holder("© 2025 North Coast Institute. All rights reserved."),
            "North Coast Institute");
  EXPECT_EQ(copyright_holder("The (c) clause says so."), "");
  EXPECT_EQ(encyclopedia_of("From Portpedia, the free encyclopedia"), "Portpedia");
  EXPECT_EQ(encyclopedia_of("From Oslo, the ship sailed"), "");
}

}  // namespace
}  // namespace ibid
