// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is said on the pages of reports, texts and the audit alike.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::part_words {

inline constexpr Wording kRange{"{0}–{1} of {2}", "{2}개 중 {0}–{1}"};
inline constexpr Wording kPrevious{"Previous", "이전"};
inline constexpr Wording kNext{"Next", "다음"};
inline constexpr Wording kPagesOfList{"Parts of this list", "목록 나누어 보기"};
inline constexpr Wording kAsTable{"The same as a table", "같은 내용을 표로"};
inline constexpr Wording kNoTitle{"(no title)", "(제목 없음)"};
inline constexpr Wording kNoDate{"no date", "날짜 없음"};
inline constexpr Wording kStale{"The file has changed since it was indexed, or is gone",
                                "색인한 뒤 파일이 바뀌었거나 없어졌습니다"};
inline constexpr Wording kReportHead{"Report", "보고서"};
inline constexpr Wording kSource{"Source", "출처"};
inline constexpr Wording kPassagesHead{"Passages", "대목"};
inline constexpr Wording kDate{"Date", "날짜"};
inline constexpr Wording kPublisher{"Publisher", "발행처"};
inline constexpr Wording kShow{"Show", "보기"};
inline constexpr Wording kDownloadCsv{"Download as CSV", "CSV로 내려받기"};

inline constexpr Wording kNoEntry{"no entry in the source list", "출처 목록에 없음"};
inline constexpr Wording kMalformedId{"malformed id", "형식이 잘못된 식별자"};
inline constexpr Wording kKindSummary{"summary", "요약"};
inline constexpr Wording kKindConclusion{"conclusion", "결론"};
inline constexpr Wording kKindGlossary{"glossary", "용어집"};
inline constexpr Wording kKindSource{"source list", "출처 목록"};
inline constexpr Wording kKindNote{"note", "주석"};

}  // namespace ibid::part_words
