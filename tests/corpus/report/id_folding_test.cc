// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/id_folding.h"

#include <gtest/gtest.h>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

const std::string kId = "go-public-news-kor-2234567890123456789-0-0";

std::string with_dashes(const std::string& dash) {
  std::string out;
  for (const char c : kId) out += c == '-' ? dash : std::string(1, c);
  return out;
}

TEST(FoldedIds, AreWhatWasMeant) {
  for (const std::string dash : {"‐", "‑", "‒", "–", "—", "―", "−", "﹣", "－"}) {
    const std::string text = "배가 떠났다(출처: " + with_dashes(dash) + ").";
    const FoldedIds folded(text);
    EXPECT_EQ(folded.text(), "배가 떠났다(출처: " + kId + ").") << dash;
    const std::size_t at = folded.text().find(kId);
    const ByteRange written = folded.as_written({at, at + kId.size()});
    EXPECT_EQ(slice(text, written), with_dashes(dash));
    const ByteRange end{folded.text().size() - 1, folded.text().size()};
    EXPECT_EQ(folded.as_written(end), (ByteRange{text.size() - 1, text.size()}));
  }
}

TEST(FoldedIds, LoseInvisibleCharactersAndLineBreaks) {
  for (const std::string text : {"go-public-\u200Bnews-kor-2234567890123456789-0-0",
                                 "go-public-news-kor-22345\u00AD67890123456789-0-0",
                                 "go-public- news-kor-2234567890123456789-0-0",
                                 "go-public-news-kor-2234567890123456789- 0-0"}) {
    EXPECT_EQ(FoldedIds("See " + text + " now").text(), "See " + kId + " now") << text;
  }
}

TEST(FoldedIds, LeaveAllElse) {
  for (const std::string& text :
       {std::string("A 2020–2024 plan – and more – for post–war towns"),
        std::string("the years 2020- and on"), kId + "- dash", kId + " - 한결경제",
        std::string("한·중–러 관계"), std::string("state‑of‑the‑art")}) {
    EXPECT_EQ(FoldedIds(text).text(), text);
    EXPECT_FALSE(FoldedIds(text).changed()) << text;
  }
}

}  // namespace
}  // namespace ibid
