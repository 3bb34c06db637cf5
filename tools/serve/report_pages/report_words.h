// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the pages of reports say.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::report_words {

inline constexpr Wording kAllReports{"Reports", "보고서"};
inline constexpr Wording kReportsWith{"Reports with passages for “{0}”",
                                      "“{0}” 검색 결과가 있는 보고서"};
inline constexpr Wording kOnlyReportsWith{"Only reports with", "이 검색식에 맞는 보고서만"};
inline constexpr Wording kOrder{"Order", "순서"};
inline constexpr Wording kByDate{"newest first", "최신순"};
inline constexpr Wording kByTitle{"by title", "제목순"};
inline constexpr Wording kByPassages{"most passages first", "대목 많은 순"};
inline constexpr Wording kMatching{"Matching", "검색 결과"};
inline constexpr Wording kFileState{"File", "파일"};
inline constexpr Wording kFileFresh{"as indexed", "색인 당시와 같음"};
inline constexpr Wording kFileChanged{"changed", "바뀜"};
inline constexpr Wording kFileGone{"gone", "없어짐"};
inline constexpr Wording kFileKept{"cannot be looked at", "확인할 수 없음"};
inline constexpr Wording kFileElsewhere{"on another machine", "다른 컴퓨터에 있음"};
inline constexpr Wording kNoReports{"There are no such reports.", "조건에 맞는 보고서가 없습니다."};

inline constexpr Wording kNoSuchReport{"The index holds no report “{0}”.",
                                       "색인에 “{0}” 보고서가 없습니다."};
inline constexpr Wording kDidYouMean{"Did you mean {0}?", "혹시 다음을 찾으셨나요? {0}"};
inline constexpr Wording kAuthor{"Author", "저자"};
inline constexpr Wording kCollection{"Collection", "모음"};
inline constexpr Wording kTags{"Tags", "태그"};
inline constexpr Wording kAddress{"Address", "주소"};
inline constexpr Wording kOriginal{"Original file ({0})", "원본 파일 ({0})"};
inline constexpr Wording kSearchInReport{"Search in this report", "이 보고서에서 검색"};
inline constexpr Wording kAuditOfReport{"Audit of this report", "이 보고서 점검"};
inline constexpr Wording kOutline{"Outline", "차례"};
inline constexpr Wording kText{"Text", "본문"};
inline constexpr Wording kWhyFields{"Where title, date and publisher come from",
                                    "제목·날짜·발행처의 근거"};
inline constexpr Wording kField{"Field", "항목"};
inline constexpr Wording kValue{"Value", "값"};
inline constexpr Wording kRuleOfField{"Rule", "규칙"};
inline constexpr Wording kLineOfField{"Line of the file", "파일의 줄"};
inline constexpr Wording kLineNumber{"line {0}", "{0}행"};
inline constexpr Wording kPassageLink{"Passage {0}", "대목 {0}"};
inline constexpr Wording kCites{"Cites", "인용한 출처"};
inline constexpr Wording kCitesNothing{"cites no source", "출처 없음"};
inline constexpr Wording kFindings{"Findings", "점검 결과"};
inline constexpr Wording kFindingsHere{
    "In the margin: sources cited, and findings of the rules that look at one report alone.",
    "여백에는 인용한 출처와 이 보고서만 따로 본 점검 결과가 있습니다."};
inline constexpr Wording kAllFindings{"Findings that compare reports, too",
                                      "보고서끼리 비교한 결과도 보기"};
inline constexpr Wording kNoFindings{"Without findings", "점검 결과 없이 보기"};
inline constexpr Wording kLeftOutLines{"Lines that are no passages, too", "대목이 아닌 줄도 보기"};
inline constexpr Wording kOnlyPassages{"Passages only", "대목만 보기"};
inline constexpr Wording kLeftOutLine{"not a passage", "대목 아님"};

inline constexpr Wording kOriginalChanged{
    "The file is no longer the one that was indexed, so it is not sent. Index it again.",
    "파일이 색인할 때와 다르므로 보내지 않습니다. 다시 색인하십시오."};
inline constexpr Wording kOriginalTooLarge{"The file is too large to be sent from here.",
                                           "파일이 너무 커서 여기서 보낼 수 없습니다."};

}  // namespace ibid::report_words
