// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the search page says.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::search_words {

// The start page.
inline constexpr Wording kStartTitle{"Search reports, sources and quotations",
                                     "보고서, 출처, 인용문 검색"};
inline constexpr Wording kStartLine{
    "Each answer is a passage with its report, its place in the file and the sources it cites.",
    "대목마다 어느 보고서의 어느 부분인지, 어떤 출처를 인용했는지 함께 보여 줍니다."};
inline constexpr Wording kDates{"Reports from {0} to {1}", "{0}부터 {1}까지의 보고서"};
inline constexpr Wording kSourceCount{"{0} sources cited", "인용된 출처 {0}개"};
inline constexpr Wording kTry{"For example", "예"};

// What is told of an answer.
inline constexpr Wording kMatch{"1 passage matches", "대목 1개를 찾았습니다"};
inline constexpr Wording kMatches{"{0} passages match", "대목 {0}개를 찾았습니다"};
inline constexpr Wording kAbout{"about {0} passages match", "대목 약 {0}개를 찾았습니다"};
inline constexpr Wording kShown{"{0} to {1} shown", "{0}~{1}번째 표시"};
inline constexpr Wording kResultsFor{"Results for {0}", "{0} 검색 결과"};
inline constexpr Wording kUnderstood{"Understood as", "해석한 검색식"};
inline constexpr Wording kAskedAs{"Asked as", "실제 검색식"};
inline constexpr Wording kDidYouMean{"Did you mean", "혹시 이 검색어를 찾으셨나요"};
inline constexpr Wording kAlsoFound{"Also found as", "함께 찾은 표기"};
inline constexpr Wording kNote{"Note", "참고"};
inline constexpr Wording kUndated{"{0} without a date left out", "날짜 없는 {0} 제외"};
inline constexpr Wording kShowUndated{"show them", "보기"};

// Order and extent.
inline constexpr Wording kOrder{"Order", "정렬"};
inline constexpr Wording kByScore{"best first", "관련도순"};
inline constexpr Wording kByDate{"newest first", "최신순"};
inline constexpr Wording kBySeen{"last indexed first", "최근 색인순"};
inline constexpr Wording kOnlySince{"Only passages that came after generation {0}.",
                                    "{0}세대 뒤에 들어온 대목만 보입니다."};
inline constexpr Wording kNotOnlySince{"Show all", "모두 보기"};
inline constexpr Wording kByReport{"by report", "보고서순"};
inline constexpr Wording kListCopies{"list near copies", "비슷한 대목도 모두 보기"};
inline constexpr Wording kFoldCopies{"fold near copies", "비슷한 대목 접기"};
inline constexpr Wording kPrevious{"Previous", "이전"};
inline constexpr Wording kNext{"Next", "다음"};
inline constexpr Wording kPageLinks{"More results", "결과 더 보기"};

// A hit.
inline constexpr Wording kCites{"Cites", "인용 출처"};
inline constexpr Wording kCitesNone{"cites no source", "인용한 출처 없음"};
inline constexpr Wording kMoreSources{"and {0} more", "외 {0}개"};
inline constexpr Wording kOneCopy{"1 more nearly alike", "거의 같은 대목 1개 더"};
inline constexpr Wording kCopies{"{0} more nearly alike", "거의 같은 대목 {0}개 더"};
inline constexpr Wording kWhy{"Why this hit?", "검색된 이유"};
inline constexpr Wording kWhyTitle{"Why this hit: score {0}", "검색된 이유: 점수 {0}"};
inline constexpr Wording kWord{"Word", "검색어"};
inline constexpr Wording kFoundAs{"Found as", "찾은 형태"};
inline constexpr Wording kForm{"Form", "일치 방식"};
inline constexpr Wording kShare{"Share", "점수"};
inline constexpr Wording kInReport{"In the report", "보고서에서 보기"};
inline constexpr Wording kSimilar{"Similar", "비슷한 대목"};

// Filters.
inline constexpr Wording kFilters{"Narrow down", "결과 좁히기"};
inline constexpr Wording kChosen{"Chosen; each can be removed", "선택한 조건(하나씩 해제)"};
inline constexpr Wording kRemove{"Remove {0}: {1}", "{0} 해제: {1}"};
inline constexpr Wording kRemoveAll{"Remove all", "모두 해제"};
inline constexpr Wording kShowAll{"all {0}", "{0}개 모두"};
inline constexpr Wording kFacetSource{"Source", "출처"};
inline constexpr Wording kFacetPublisher{"Publisher", "발행처"};
inline constexpr Wording kFacetReport{"Report", "보고서"};
inline constexpr Wording kFacetSection{"Section", "장"};
inline constexpr Wording kFacetMonth{"Date", "날짜"};
inline constexpr Wording kFacetLanguage{"Language", "언어"};
inline constexpr Wording kFacetCollection{"Collection", "모음"};
inline constexpr Wording kFacetTag{"Tag", "태그"};
inline constexpr Wording kFacetKind{"Kind", "종류"};
inline constexpr Wording kEnglish{"English", "영어"};
inline constexpr Wording kKorean{"Korean", "한국어"};
inline constexpr Wording kOtherLanguage{"other", "기타"};

// Months.
inline constexpr Wording kMonths{"Matches by month of the report", "보고서 월별 결과 수"};
inline constexpr Wording kYears{"Matches by year of the report", "보고서 연도별 결과 수"};
inline constexpr Wording kPeriods{"Matches by date of the report", "보고서 시기별 결과 수"};
inline constexpr Wording kTableAndRange{"As a table; from and to", "표로 보기, 기간 정하기"};
inline constexpr Wording kMonth{"Month", "월"};
inline constexpr Wording kYear{"Year", "연도"};
inline constexpr Wording kPeriod{"Period", "기간"};
inline constexpr Wording kCount{"Passages", "대목 수"};
inline constexpr Wording kFrom{"From", "시작"};
inline constexpr Wording kTo{"To", "끝"};
inline constexpr Wording kApply{"Apply", "적용"};

// Nothing found.
inline constexpr Wording kNothing{"0 of {0} match", "{0} 가운데 일치하는 것이 없습니다"};
inline constexpr Wording kCertificate{
    "This page certifies what was looked for and where. It can be printed.",
    "무엇을 어디에서 찾았는지 증명하는 페이지입니다. 인쇄할 수 있습니다."};
inline constexpr Wording kQueryTyped{"Query", "검색식"};
inline constexpr Wording kFormsTried{"Forms tried", "찾아본 형태"};
inline constexpr Wording kNamesTried{"Other names tried", "찾아본 다른 이름"};
inline constexpr Wording kSearched{"Searched", "검색한 범위"};
inline constexpr Wording kIndexState{"State of the index", "색인 상태"};
inline constexpr Wording kMade{"Made", "작성 시각"};
inline constexpr Wording kNothingToTry{
    "Fewer words or conditions find more; a phrase in quotation marks finds only these words in a "
    "row.",
    "낱말이나 조건을 줄이면 더 많이 나옵니다. 따옴표로 묶으면 그 낱말들이 이어진 곳만 찾습니다."};

// The same question elsewhere.
inline constexpr Wording kSameQuestion{"This search as", "이 검색을 다른 형식으로"};

}  // namespace ibid::search_words
