// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the page of a passage says.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::passages_words {

inline constexpr Wording kNoPassageId{
    "This is no id of a passage. One is like report#7-2.1, in an address report%237-2.1.",
    "대목 식별자가 아닙니다. 식별자는 report#7-2.1과 같은 꼴이며, 주소에서는 report%237-2.1로 "
    "씁니다."};
inline constexpr Wording kUnknownPassage{"The index holds no passage {0}.",
                                         "색인에 {0} 대목이 없습니다."};
inline constexpr Wording kPassageTitle{"Passage", "대목"};
inline constexpr Wording kAbove{"Before it", "앞 대목"};
inline constexpr Wording kBelow{"After it", "뒤 대목"};
inline constexpr Wording kMoreContext{"more context", "앞뒤 더 보기"};
inline constexpr Wording kWholeReport{"the whole report", "보고서 전체"};
inline constexpr Wording kBackToResults{"Back to the results", "검색 결과로"};

inline constexpr Wording kSame{"same", "그대로"};
inline constexpr Wording kMoved{"moved", "옮겨짐"};
inline constexpr Wording kChanged{"changed", "바뀜"};
inline constexpr Wording kGone{"gone", "없어짐"};
inline constexpr Wording kSaysSame{"The cited text is still there, to the byte.",
                                   "인용한 글이 한 글자도 바뀌지 않고 그대로 있습니다."};
inline constexpr Wording kSaysMoved{"The cited text is elsewhere now, to the byte:",
                                    "인용한 글이 그대로 다른 곳으로 옮겨졌습니다:"};
inline constexpr Wording kSaysChanged{
    "The cited text is nowhere in the index. Below is what has this id today.",
    "인용한 글이 색인 어디에도 없습니다. 아래는 지금 이 식별자를 가진 글입니다."};
inline constexpr Wording kSaysGone{"Neither the cited text nor this id is in the index.",
                                   "인용한 글도, 이 식별자도 색인에 없습니다."};
inline constexpr Wording kReportKnown{"The index still holds the report.",
                                      "보고서는 색인에 있습니다."};
inline constexpr Wording kReportUnknown{"The index does not hold the report, either.",
                                        "보고서도 색인에 없습니다."};
inline constexpr Wording kOtherReader{
    "The file is the same, but another version of the reader read it when it was cited: {0}",
    "파일은 같지만, 인용할 당시에는 다른 버전의 읽기 프로그램이 읽었습니다: {0}"};
inline constexpr Wording kCitedText{"The text as it was cited", "인용할 때의 글"};
inline constexpr Wording kCompareCited{"Show what changed", "바뀐 곳 보기"};
inline constexpr Wording kWhatChanged{"What changed", "바뀐 곳"};
inline constexpr Wording kProven{
    "The text given has the hash of the permalink: it is the cited text.",
    "입력한 글의 해시가 고유 링크와 같습니다. 인용한 글이 맞습니다."};
inline constexpr Wording kNotProven{
    "The text given has another hash than the permalink: it may not be what was cited.",
    "입력한 글의 해시가 고유 링크와 다릅니다. 인용한 글이 아닐 수 있습니다."};

inline constexpr Wording kPermalink{"Permalink", "고유 링크"};
inline constexpr Wording kPermalinkState{"State of the permalink", "고유 링크 상태"};
inline constexpr Wording kReportRow{"Report", "보고서"};
inline constexpr Wording kAuthorRow{"Author", "저자"};
inline constexpr Wording kFileRow{"File", "파일"};
inline constexpr Wording kFilePlace{"bytes {0} to {1}", "{0}~{1}바이트"};
inline constexpr Wording kLinePlace{"line {0}, column {1}", "{0}행 {1}열"};
inline constexpr Wording kOnTheWeb{"On the web", "웹에서"};
inline constexpr Wording kAtThisText{"at this text", "이 대목 위치로"};

inline constexpr Wording kCitedSources{"Cited sources", "인용한 출처"};
inline constexpr Wording kNoSources{"This passage cites no source.",
                                    "이 대목은 출처를 인용하지 않습니다."};
inline constexpr Wording kCitedFor{"Cited here for", "여기서 인용한 문장"};
inline constexpr Wording kCitedAlsoFor{"Also cited for", "같은 출처를 인용한 다른 문장"};
inline constexpr Wording kCitedNowhereElse{"No other passage cites it.",
                                           "다른 대목에서는 인용하지 않습니다."};
inline constexpr Wording kAllThatCite{"all {0} passages that cite it",
                                      "이 출처를 인용한 대목 {0}개 모두"};
inline constexpr Wording kSimilarPassages{"Similar passages", "비슷한 대목"};
inline constexpr Wording kNothingSimilar{"No passage is like this one.", "비슷한 대목이 없습니다."};
inline constexpr Wording kNearlyTheSame{"nearly the same text", "거의 같은 글"};
inline constexpr Wording kSameReport{"same report", "같은 보고서"};
inline constexpr Wording kCompare{"compare", "비교"};

inline constexpr Wording kCite{"Cite and copy", "인용 표기 복사"};
inline constexpr Wording kCiteLine{"Citation", "인용 표기"};
inline constexpr Wording kQuoteWithMark{"Quotation with its source", "출처를 단 인용문"};
inline constexpr Wording kBundle{"Evidence bundle (ZIP)", "근거 자료 묶음(ZIP)"};
inline constexpr Wording kVerifyIt{"Verify a quotation of it", "인용문으로 확인"};

}  // namespace ibid::passages_words
