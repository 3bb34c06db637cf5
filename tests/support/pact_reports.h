// SPDX-License-Identifier: GPL-2.0-or-later
//
// Two short reports, one in each language, with names, figures and cited sources.
#pragma once

#include "tests/support/test_index.h"

namespace ibid::testing {

// Writes pact.txt and 협정.txt; to be indexed yet.
inline void write_pact_reports(const TestIndex& test) {
  test.write(
      "pact.txt",
      report_with("Russia Pact", {"Russia and North Korea signed a defense pact with \"no limits\" "
                                  "(source: go-public-web-eng-12-0-0).",
                                  "India bought the S-400 for $5.43 billion in 2018."}));
  test.write("협정.txt", report_with("러시아 협정", {"러시아와 북한은 국방 협정을 체결했다 (출처: "
                                                     "go-public-news-kor-N7-0-0).",
                                                     "인도는 S-400을 2,401억 달러에 샀다."}));
}

}  // namespace ibid::testing
