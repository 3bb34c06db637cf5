// SPDX-License-Identifier: GPL-2.0-or-later
//
// What every page says: the wordings of the layout and of pages that say what went wrong. Rooms of
// pages have tables of their own.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::words {

inline constexpr Wording kSearch{"Search", "검색"};
inline constexpr Wording kSources{"Sources", "출처"};
inline constexpr Wording kReports{"Reports", "보고서"};
inline constexpr Wording kQuote{"Quote", "인용문"};
inline constexpr Wording kClaims{"Claims", "주장"};
inline constexpr Wording kAudit{"Audit", "점검"};
inline constexpr Wording kHelp{"Help", "도움말"};

inline constexpr Wording kSkip{"Skip to content", "본문으로 건너뛰기"};
inline constexpr Wording kPages{"Pages", "페이지"};
inline constexpr Wording kLanguage{"Language", "언어"};
inline constexpr Wording kSearchFor{"Search the reports", "보고서 검색"};
inline constexpr Wording kPassage{"1 passage", "대목 1개"};
inline constexpr Wording kPassages{"{0} passages", "대목 {0}개"};
inline constexpr Wording kReport{"1 report", "보고서 1건"};
inline constexpr Wording kReportCount{"{0} reports", "보고서 {0}건"};
inline constexpr Wording kOf{"{0} of {1}", "{1}의 {0}"};
inline constexpr Wording kGeneration{"generation {0}", "{0}세대"};
inline constexpr Wording kIndexOf{"index of {0}", "{0} 색인"};
inline constexpr Wording kSheet{"Query", "검색어"};
inline constexpr Wording kCopied{"Copied", "복사했습니다"};
inline constexpr Wording kNotCopied{"The browser did not allow copying",
                                    "브라우저가 복사를 허용하지 않았습니다"};
inline constexpr Wording kCopy{"Copy", "복사"};
inline constexpr Wording kKeysOn{"Single-key shortcuts are on", "한 글자 단축키가 켜져 있습니다"};
inline constexpr Wording kKeysOff{"Single-key shortcuts are off", "한 글자 단축키가 꺼져 있습니다"};
inline constexpr Wording kServerAway{"ibid does not answer: it may have been stopped",
                                     "ibid가 응답하지 않습니다. 서버가 종료되었을 수 있습니다"};
inline constexpr Wording kFeed{"Feed", "피드"};
inline constexpr Wording kNewPassage{"1 new passage", "새 대목 1개"};
inline constexpr Wording kNewPassages{"{0} new passages", "새 대목 {0}개"};
inline constexpr Wording kIndexIsNewer{
    "The index has changed since this page was made. Load it again",
    "이 페이지를 만든 뒤 색인이 바뀌었습니다. 다시 불러오기"};

inline constexpr Wording kNotFound{"Page not found", "페이지를 찾을 수 없습니다"};
inline constexpr Wording kNoSuchPage{"There is no page at this address.",
                                     "이 주소에는 페이지가 없습니다."};
inline constexpr Wording kBadQuery{"The query cannot be read", "검색식을 읽을 수 없습니다"};
inline constexpr Wording kHowToAsk{"How to write a query", "검색식 쓰는 법"};
inline constexpr Wording kBadRequest{"This cannot be asked", "요청을 처리할 수 없습니다"};
inline constexpr Wording kNotAllowed{"This page takes no such request",
                                     "이 페이지에는 그런 요청을 보낼 수 없습니다"};
inline constexpr Wording kNoAnswer{"The index cannot answer now", "지금은 색인을 읽을 수 없습니다"};
inline constexpr Wording kTryAgain{"Try again", "다시 시도"};
inline constexpr Wording kFailed{"This page failed", "페이지를 만들지 못했습니다"};
inline constexpr Wording kToSearch{"To the search page", "검색 페이지로"};

}  // namespace ibid::words
