// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/sourceless_texts.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(SourcelessTexts, SpeakOfTheirText) {
  for (const char* text :
       {"This report sets out five trends.", "The report closes with advice.",
        "What follows in the sections below is a survey.", "As outlined above, three paths exist.",
        "이 보고서는 다섯 흐름을 짚는다.", "앞서 살펴본 세 갈래가 있다.",
        "끝으로 항만의 앞날을 살펴본다.", "All figures are in dollars.",
        "그 배경은 본문에서 다룬다.", "이번 브리핑에서는 항만을 다룬다."}) {
    EXPECT_TRUE(speaks_of_its_text(text)) << text;
  }
  for (const char* text :
       {"The port grew by a third.", "Reporters left the port.", "Three crews were debriefed.",
        "항만이 커졌다.", "기자들이 항만을 떠났다."}) {
    EXPECT_FALSE(speaks_of_its_text(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
