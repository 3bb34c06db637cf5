// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the pages of sources say.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::sources_words {

inline constexpr Wording kSourcesTitle{"Sources", "출처"};
inline constexpr Wording kSourcesOf{"Sources of passages that match {0}", "{0} 검색 결과의 출처"};
inline constexpr Wording kSourcesLine{"{0} sources; {1} of {2} passages cite one",
                                      "출처 {0}개. 대목 {2}개 중 {1}개가 출처를 인용합니다"};
inline constexpr Wording kNoSourcesAtAll{"No source is cited.", "인용된 출처가 없습니다."};
inline constexpr Wording kOnlyOf{"Only of passages that match", "이 검색식에 맞는 대목만"};
inline constexpr Wording kShow{"Show", "보기"};
inline constexpr Wording kMostCited{"most cited", "많이 인용된 순"};
inline constexpr Wording kLastCited{"last cited", "최근 인용순"};
inline constexpr Wording kById{"by id", "식별자순"};
inline constexpr Wording kSortedBy{"Order", "정렬"};
inline constexpr Wording kSourceColumn{"Source", "출처"};
inline constexpr Wording kPassagesColumn{"Passages", "대목"};
inline constexpr Wording kReportsColumn{"Reports", "보고서"};
inline constexpr Wording kCitedBetween{"Cited", "인용 시기"};
inline constexpr Wording kTwoTitles{"several titles", "제목이 여럿"};
inline constexpr Wording kEarlier{"Previous", "이전"};
inline constexpr Wording kLater{"Next", "다음"};
inline constexpr Wording kPagesOfSources{"More sources", "출처 더 보기"};
inline constexpr Wording kFromTo{"{0} to {1} of {2}", "{2}개 중 {0}~{1}번째"};

inline constexpr Wording kUnknownSource{"The index knows no source {0}.",
                                        "색인에 {0} 출처가 없습니다."};
inline constexpr Wording kMeant{"Did you mean", "혹시 이 출처를 찾으셨나요"};
inline constexpr Wording kWhichSource{
    "Which source? Name one: an id, words or an address.",
    "어느 출처인가요? 식별자, 이름, 주소 중 하나를 적어 주십시오."};
inline constexpr Wording kId{"Id", "식별자"};
inline constexpr Wording kPublisherRow{"Publisher", "발행처"};
inline constexpr Wording kAuthorOf{"Author", "저자"};
inline constexpr Wording kDateRow{"Date", "날짜"};
inline constexpr Wording kAddressRow{"Address", "주소"};
inline constexpr Wording kOtherTitles{"Also titled", "다른 제목"};
inline constexpr Wording kCitedRow{"Cited by", "인용"};
inline constexpr Wording kMembers{"These sources are meant", "해당하는 출처"};
inline constexpr Wording kSiblings{"Other parts of it", "같은 출처의 다른 부분"};

inline constexpr Wording kRests{"What rests on this source alone", "이 출처에만 의존하는 내용"};
inline constexpr Wording kRestsLine{
    "If it is withdrawn, {0} of {1} citing passages lose their only source.",
    "이 출처가 철회되면, 인용한 대목 {1}개 중 {0}개가 유일한 출처를 잃습니다."};
inline constexpr Wording kOnlyResting{"only what rests on it", "이 출처에만 의존하는 것만 보기"};
inline constexpr Wording kAllCiting{"all that cite it", "인용한 대목 모두 보기"};
inline constexpr Wording kShareOfReport{"Resting on it alone", "이 출처에만 의존"};
inline constexpr Wording kShareText{"{0} of {1} passages, {2} sentences",
                                    "대목 {1}개 중 {0}개, 문장 {2}개"};
inline constexpr Wording kCitingPassages{"Who cites it, and for what", "인용한 곳과 내용"};
inline constexpr Wording kAlone{"rests on it alone", "이 출처뿐"};
inline constexpr Wording kBeside{"Cited together with", "함께 인용된 출처"};
inline constexpr Wording kListedIn{"As source lists describe it", "출처 목록에 적힌 대로"};
inline constexpr Wording kReportColumn{"Report", "보고서"};
inline constexpr Wording kTitleColumn{"Title", "제목"};

}  // namespace ibid::sources_words
