// SPDX-License-Identifier: GPL-2.0-or-later
//
// What pages say of pages of a file.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::picture_words {

inline constexpr Wording kAlternative{"Picture of page {0} of the file", "파일 {0}쪽 이미지"};
inline constexpr Wording kAlternativeMarked{
    "Picture of page {0} of the file, with the passage marked",
    "파일 {0}쪽 이미지, 이 대목을 표시함"};
inline constexpr Wording kOnThePage{"On the printed page", "원본 쪽"};
inline constexpr Wording kChanged{
    "The file has changed since it was indexed, so its pages are not shown. Index it again.",
    "색인한 뒤 파일이 바뀌어 원본 쪽을 보여 주지 않습니다. 다시 색인하십시오."};
inline constexpr Wording kTooLarge{"The file is too large for its pages to be drawn here.",
                                   "파일이 너무 커서 원본 쪽을 보여 줄 수 없습니다."};
inline constexpr Wording kCannotDraw{"This page cannot be drawn.",
                                     "이 쪽은 이미지로 만들 수 없습니다."};
inline constexpr Wording kNoSuchPage{"The report has no such page.",
                                     "보고서에 그런 쪽이 없습니다."};
inline constexpr Wording kNoPages{"The file of this report is not a PDF, so it has no pages.",
                                  "이 보고서의 파일은 PDF가 아니어서 쪽이 없습니다."};
inline constexpr Wording kPageTitle{"Page {0}", "{0}쪽"};
inline constexpr Wording kPageOf{"Page {0} of {1}", "{1}쪽 중 {0}쪽"};
inline constexpr Wording kPagesOfFile{"Pages of the file", "파일의 쪽"};
inline constexpr Wording kPageBefore{"← Page before", "← 앞쪽"};
inline constexpr Wording kPageAfter{"Next page →", "뒤쪽 →"};
inline constexpr Wording kPassagesHere{"Passages on this page", "이 쪽의 대목"};
inline constexpr Wording kNoPassages{"No passage is on this page.", "이 쪽에는 대목이 없습니다."};
inline constexpr Wording kMark{"Mark on the page", "원본에 표시"};
inline constexpr Wording kMarked{"marked", "표시됨"};
inline constexpr Wording kBackToReport{"The report as text", "보고서 본문"};

}  // namespace ibid::picture_words
