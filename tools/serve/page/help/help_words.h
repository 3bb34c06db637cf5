// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the help page says; the query language is shown as its document has it.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::help_words {

inline constexpr Wording kHelpTitle{"Help", "도움말"};
inline constexpr Wording kKeysTitle{"Keys", "단축키"};
inline constexpr Wording kKeysNote{
    "Keys need scripts and do nothing while you type; everything is done without them, too.",
    "단축키는 스크립트가 켜져 있고 글자를 입력하고 있지 않을 때만 작동합니다. 단축키 없이도 모든 "
    "기능을 쓸 수 있습니다."};
inline constexpr Wording kKeysToggle{"Single-key shortcuts", "한 글자 단축키"};
inline constexpr Wording kKeyColumn{"Key", "키"};
inline constexpr Wording kDoesColumn{"What it does", "하는 일"};
inline constexpr Wording kKeySearch{"to the search box", "검색창으로"};
inline constexpr Wording kKeyNext{"next hit", "다음 결과"};
inline constexpr Wording kKeyBefore{"hit before", "이전 결과"};
inline constexpr Wording kKeyEnter{"open the hit", "결과 열기"};
inline constexpr Wording kKeyReport{"open it in the report", "보고서에서 열기"};
inline constexpr Wording kKeyCite{"copy its citation", "인용 표기 복사"};
inline constexpr Wording kKeyPermalink{"copy its permalink", "고유 링크 복사"};
inline constexpr Wording kKeyVerify{"verify the selected text as a quotation",
                                    "선택한 글을 인용문으로 확인"};
inline constexpr Wording kKeyHelp{"this page", "이 페이지"};
inline constexpr Wording kKeyEscape{"out of the search box", "검색창에서 나오기"};
inline constexpr Wording kQueryTitle{"The query language", "검색식 쓰는 법"};
inline constexpr Wording kQueryNote{"Any text is a query; operators are optional.",
                                    "어떤 글이든 검색식이 됩니다. 연산자는 쓰지 않아도 됩니다. "
                                    "아래는 영어로 된 한 화면 요약입니다."};
inline constexpr Wording kSavedTitle{"Saved searches", "검색 저장"};
inline constexpr Wording kSavedNote{
    "The address of a page is its whole state: a bookmark is a saved search, and a link shows a "
    "colleague what you see.",
    "페이지 주소에 모든 상태가 담깁니다. 즐겨찾기에 넣으면 검색이 저장되고, 링크를 보내면 받는 "
    "사람도 같은 화면을 봅니다."};

}  // namespace ibid::help_words
