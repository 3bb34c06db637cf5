// SPDX-License-Identifier: GPL-2.0-or-later
//
// What pages say of a passage wherever they show one.
#pragma once

#include "tools/serve/page/wording.h"

namespace ibid::words {

inline constexpr Wording kStaleFile{"the file has changed since it was indexed, or is gone",
                                    "색인한 뒤 파일이 바뀌었거나 없어졌습니다"};
inline constexpr Wording kNoEntry{"no entry in the source list", "출처 목록에 없음"};
inline constexpr Wording kMalformedId{"malformed id", "형식이 잘못된 식별자"};
inline constexpr Wording kKindSummary{"summary", "요약"};
inline constexpr Wording kKindConclusion{"conclusion", "결론"};
inline constexpr Wording kKindGlossary{"glossary", "용어집"};
inline constexpr Wording kKindSource{"source list", "출처 목록"};
inline constexpr Wording kKindNote{"note", "주석"};

}  // namespace ibid::words
