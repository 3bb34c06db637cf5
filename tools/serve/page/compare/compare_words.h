// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the page of two passages side by side says.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::compare_words {

inline constexpr Wording kCompareTitle{"Two passages compared", "두 대목 비교"};
inline constexpr Wording kCompareForm{"Name two passages by permalink or id.",
                                      "고유 링크나 식별자로 두 대목을 적어 주십시오."};
inline constexpr Wording kFirst{"First passage", "첫째 대목"};
inline constexpr Wording kSecond{"Second passage", "둘째 대목"};
inline constexpr Wording kCompareThem{"Compare", "비교"};
inline constexpr Wording kNotThere{"The index holds no passage {0}.",
                                   "색인에 {0} 대목이 없습니다."};
inline constexpr Wording kHasChanged{"This text has changed since the permalink was made.",
                                     "고유 링크를 만든 뒤 글이 바뀌었습니다."};
inline constexpr Wording kSwap{"swap", "좌우 바꾸기"};
inline constexpr Wording kSameWords{"The two texts have the same words.",
                                    "두 글의 낱말이 모두 같습니다."};
inline constexpr Wording kLegend{"Marked: words that only this passage has.",
                                 "표시: 이쪽에만 있는 낱말"};
inline constexpr Wording kOtherLanguage{
    "The passages are in two languages: figures, dates and sources are compared, not words.",
    "두 대목의 언어가 달라 낱말은 비교하지 않고 수치, 날짜, 출처만 비교합니다."};
inline constexpr Wording kDifferences{"What differs", "다른 점"};
inline constexpr Wording kWhat{"What", "항목"};
inline constexpr Wording kOnlyFirst{"Only in the first", "첫째 대목에만"};
inline constexpr Wording kOnlySecond{"Only in the second", "둘째 대목에만"};
inline constexpr Wording kInBoth{"In both", "양쪽 모두"};
inline constexpr Wording kFigures{"Figures", "수치"};
inline constexpr Wording kDays{"Dates", "날짜"};
inline constexpr Wording kSourcesRow{"Sources", "출처"};
inline constexpr Wording kNone{"none", "없음"};

}  // namespace ibid::compare_words
