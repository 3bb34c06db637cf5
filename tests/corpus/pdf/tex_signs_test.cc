// SPDX-License-Identifier: GPL-2.0-or-later
//
// Digits that are none.
#include "corpus/pdf/tex_signs.h"

#include <gmock/gmock.h>

#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

// `fonts`: a letter a character; s is the font of signs.
std::string mended(const std::string& text, const std::string& fonts,
                   const std::string& signs = "ABCDEF+CMSY10") {
  return without_false_digits(text, [&](std::size_t glyph) {
    return fonts.at(glyph) == 's' ? signs : std::string("ABCDEF+CMR10");
  });
}

TEST(TexSigns, AreNoDigits) {
  struct Case {
    const char *text, *fonts, *expected;
  };
  const Case cases[] = {
      {"1100", "rrss", "11\u2032\u2032"},
      {"900", "rss", "9\u2032\u2032"},
      {"6=", "sr", "\u2260"},
      {"x6=5", "rsrr", "x\u22605"},
      {"6\u2208", "ss", "\u2208\u0338"},
      {"7\u2192", "ss", "\u21A6"},
      {"7", "s", "|"},
      {"6", "s", "\u0338"},
      {"\u20DE0\uAC00"
       "0",
       "rsrr",
       "\u20DE\u2032\uAC00"
       "0"},
      {"1067", "rrrr", "1067"},
      {"\u22120.67", "srrrr", "\u22120.67"},
  };
  for (const Case& c : cases) EXPECT_EQ(mended(c.text, c.fonts), c.expected) << c.text;
}

TEST(TexSigns, AreOfSomeFontsOnly) {
  for (const char* name : {"CMSY7", "ABCDEF+CMBSY10", "ABCDEF+LMMathSymbols10-Regular"}) {
    EXPECT_EQ(mended("90", "rs", name), "9\u2032") << name;
  }
  for (const char* name : {"ABCDEF+CMSYX", "CMR10", "", "MyCMSY10", "ABCDEF+Helvetica"}) {
    EXPECT_EQ(mended("90", "rs", name), "90") << name;
  }
}

TEST(TexSigns, AreTakenFromTheFontOfEachCharacter) {
  testing::PdfPageContent page;
  page.text(72, 100, 10, "F", "Paper of 6 by 9").text(140, 100, 10, "S", "00");
  page.text(155, 100, 10, "F", "and 60 sheets.");
  EXPECT_EQ(testing::read_page(page).text, "Paper of 6 by 9\u2032\u2032 and 60 sheets.");
}

}  // namespace
}  // namespace ibid
