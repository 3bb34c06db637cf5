// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checks text fragments by what Chromium would do with them: unquote, then take the first match of
// all parts by ICU's search at primary strength. tests/cli/link_readers_test.cc asks Chromium.
#include "search/passages/text_fragment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucol.h>
#include <unicode/usearch.h>

#include <string>
#include <vector>

#include "corpus/files/reader.h"
#include "corpus/text/code_points.h"
#include "tests/support/sample_reports.h"
#include "tests/support/text_parts.h"

namespace ibid {
namespace {

using testing::find_in;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::u16string utf16(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x10000) out += static_cast<char16_t>(0xD7C0 + (c >> 10));
    out += static_cast<char16_t>(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
  }
  return out;
}

struct Match {
  std::int32_t begin = -1, end = -1;  // of UTF-16
};

// The first place of `part` in `text` from `from` on, as ICU searches at primary strength.
Match icu_find(const std::u16string& text, const std::u16string& part, std::int32_t from = 0) {
  UErrorCode error = U_ZERO_ERROR;
  UCollator* collator = ucol_open("@collation=search", &error);
  ucol_setStrength(collator, UCOL_PRIMARY);
  UStringSearch* search =
      usearch_openFromCollator(part.data(), static_cast<std::int32_t>(part.size()), text.data(),
                               static_cast<std::int32_t>(text.size()), collator, nullptr, &error);
  Match out;
  out.begin = usearch_following(search, from, &error);
  if (out.begin != USEARCH_DONE) out.end = out.begin + usearch_getMatchedLength(search);
  EXPECT_TRUE(U_SUCCESS(error)) << u_errorName(error);
  usearch_close(search);
  ucol_close(collator);
  return out;
}

std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
    i += 2;
  }
  return out;
}

constexpr char kUrl[] = "https://reports.example.org/a";

TEST(TextFragment, LeadsToEveryPassageOfTheSamples) {
  std::size_t all = 0;
  for (const Report& report : testing::sample_reports()) {
    const std::string bytes = read_file(report.path);
    const PageText page(bytes);
    const std::string& shown = page.shown.text();
    const std::u16string text = utf16(shown);
    for (const Passage& passage : report.passages) {
      ++all;
      const std::string link = text_fragment_link(kUrl, page, passage.bytes);
      const std::string head = std::string(kUrl) + "#:~:text=";
      ASSERT_THAT(link, StartsWith(head));
      const std::string directive = link.substr(head.size());
      EXPECT_EQ(directive.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789%._~,-"),
                std::string::npos);
      if (directive.find("-,") != std::string::npos) continue;  // with a prefix: tested below
      const ByteRange range = page.shown.range_of(passage.bytes);
      const auto begin = static_cast<std::int32_t>(utf16(shown.substr(0, range.begin)).size());
      const auto end = static_cast<std::int32_t>(utf16(shown.substr(0, range.end)).size());
      const std::size_t comma = directive.find(',');
      const Match start = icu_find(text, utf16(unquoted(directive.substr(0, comma))));
      EXPECT_EQ(start.begin, begin) << passage.id;
      if (comma == std::string::npos) {
        EXPECT_EQ(start.end, end) << passage.id;
      } else {
        EXPECT_EQ(icu_find(text, utf16(unquoted(directive.substr(comma + 1))), start.end).end, end)
            << passage.id;
      }
    }
  }
  EXPECT_EQ(all, 217U);
}

// Pairs that Chromium 156 takes for the same text.
constexpr std::pair<const char*, const char*> kLookalikes[] = {
    {"Cranes said “no” today.", "Cranes said \"no\" today."},
    {"Cranes said ‘no’ today.", "Cranes said 'no' today."},
    {"The café closed early.", "The cafe closed early."},
    {"① 항만 물동량이 늘었다.", "1 항만 물동량이 늘었다."},
    {"Part Ⅱ of the pact holds.", "Part II of the pact holds."},
    {"부두는 5㎞ 떨어져 있다.", "부두는 5km 떨어져 있다."},
    {"Ｃａｒｇｏ ｆｅｌｌ ｉｎ １２ ports.", "Cargo fell in 12 ports."},
    {"They waited… and left.", "They waited... and left."},
    {"ΤΟ ΛΙΜΑΝΙ ΕΚΛΕΙΣΕ.", "το λιμανι εκλεισε."},
    {"ПОРТ ЗАКРЫЛИ В СРЕДУ.", "порт закрыли в среду."},
    {"Die Straße ist offen.", "Die Strasse ist offen."},
    {"㈜한라가 부두를 샀다.", "(주)한라가 부두를 샀다."},
    {"기온은 30℃ 였다.", "기온은 30°C 였다."},
    {"CRANES stood IDLE.", "cranes stood idle."},
};

TEST(TextFragment, PutsAPrefixBeforeTheSecondOfLookalikes) {
  for (const auto& [one, other] : kLookalikes) {
    for (const auto& [first, second] : {std::pair(one, other), std::pair(other, one)}) {
      const std::string bytes = std::string("1. Earlier part\n\n  • ") + first +
                                "\n\n2. Second heading\n\n  • " + second + "\n";
      const PageText page(bytes);
      EXPECT_THAT(text_fragment_link(kUrl, page, find_in(bytes, second)),
                  HasSubstr("#:~:text=heading-,"))
          << first << " / " << second;
      EXPECT_THAT(text_fragment_link(kUrl, page, find_in(bytes, first)), Not(HasSubstr("-,")));
    }
  }
}

TEST(TextFragment, IsNotPutOffByWhatABrowserTellsApart) {
  for (const auto& [first, second] :
       {std::pair("Exports rose 12% in May.", "Exports rose 13% in May."),
        std::pair("항만이 열렸다.", "항만이 닫혔다."), std::pair("S-400 came.", "S-300 came.")}) {
    const std::string bytes = std::string("1. A\n\n• ") + first + "\n\n2. B\n\n• " + second + "\n";
    const std::string link = text_fragment_link(kUrl, PageText(bytes), find_in(bytes, second));
    EXPECT_THAT(link, HasSubstr("#:~:text=" + encode_fragment_text(second)));
  }
}

TEST(TextFragment, LeavesOutWhatNoBrowserShows) {
  for (const char* unseen : {"\u200B", "\uFEFF"}) {
    const std::string bytes = std::string("Title\n\n• Zebra") + unseen + "quilt 얼" + unseen +
                              "룩말 " + unseen + "end.\n";
    EXPECT_EQ(text_fragment_link(kUrl, PageText(bytes),
                                 find_in(bytes, bytes.substr(11, bytes.size() - 12))),
              std::string(kUrl) + "#:~:text=" + encode_fragment_text("Zebraquilt 얼룩말 end."));
  }
}

TEST(TextFragment, KeepsBlanksThatABrowserKeeps) {
  const std::string passage = "They paid 5\u00A0000 won \u3000for it\t \n  in 항구.";
  const std::string bytes = "Title\n\n• " + passage + "\n";
  EXPECT_EQ(text_fragment_link(kUrl, PageText(bytes), find_in(bytes, passage)),
            std::string(kUrl) + "#:~:text=" +
                encode_fragment_text("They paid 5\u00A0000 won \u3000for it in 항구."));
}

TEST(TextFragment, QuotesBothSidesOfWhatABrowserFindsNothingAcross) {
  for (const char* stop : {"\u0085", "\u2028", "\u2029", "\v", "\f"}) {
    const std::string passage =
        std::string("The pact of the harbour") + stop + "was signed " + stop + "in 항구 on Monday.";
    const std::string bytes = "Title\n\n• " + passage + "\n\n• Other words.\n";
    EXPECT_EQ(text_fragment_link(kUrl, PageText(bytes), find_in(bytes, passage)),
              std::string(kUrl) + "#:~:text=" + encode_fragment_text("The pact of the") + "," +
                  encode_fragment_text("in 항구 on Monday."));
  }
  // Each side is a word that occurs earlier.
  const std::string twice = "Ports and 항구\n\n• Ports\u2028항구\n";
  EXPECT_EQ(text_fragment_link(kUrl, PageText(twice), find_in(twice, "Ports\u2028항구")),
            std::string(kUrl) + "#:~:text=" + encode_fragment_text("항구") + "-,Ports," +
                encode_fragment_text("항구"));
}

TEST(TextFragment, IsEncodedExactly) {
  const std::string bytes = "Title\n\n• S-400, R&D: 100% “인도”.\n";
  const PageText text(bytes);
  const ByteRange place = find_in(bytes, "S-400, R&D: 100% “인도”.");
  const std::string words =
      "S%2D400%2C%20R%26D%3A%20100%25%20%E2%80%9C%EC%9D%B8%EB%8F%84%E2%80%9D.";
  EXPECT_EQ(text_fragment_link(kUrl, text, place), std::string(kUrl) + "#:~:text=" + words);
  EXPECT_EQ(text_fragment_link("https://a.example/#part", text, place),
            "https://a.example/#part:~:text=" + words);
  EXPECT_EQ(text_fragment_link("https://a.example/#:~:text=old", text, place),
            "https://a.example/#:~:text=" + words);
  EXPECT_THAT(text_fragment_link("", text, place), IsEmpty());
}

TEST(TextFragment, PutsWordsOfTheLineBeforeInFrontOfARepeatedLine) {
  const std::string bytes =
      "2-1. First part\n\n• The same line.\n\n2-2. Second part\n\n• The same line.\n\n"
      "2-2. Second part\n\n• The same line.\n";
  const PageText text(bytes);
  const auto link = [&](std::size_t nth) {
    return text_fragment_link(kUrl, text, find_in(bytes, "The same line.", nth));
  };
  EXPECT_THAT(link(0), HasSubstr("#:~:text=The%20same%20line."));
  EXPECT_THAT(link(1), HasSubstr("#:~:text=Second%20part-,The%20same%20line."));
  EXPECT_THAT(link(2), IsEmpty());  // nothing near distinguishes it from the second
}

TEST(TextFragment, ShortensLongPassagesToTheirEnds) {
  std::string passage = "It begins with these words";
  for (int i = 0; i < 60; ++i) passage += " and goes on";
  passage += " and stops right here.";
  const std::string bytes = "Title\n\n• " + passage + "\n\n• Another.\n";
  EXPECT_EQ(text_fragment_link(kUrl, PageText(bytes), find_in(bytes, passage)),
            std::string(kUrl) + "#:~:text=It%20begins%20with%20these,and%20stops%20right%20here.");
  // The same words come before it: more words distinguish the two.
  const std::string twice = "It begins with these words too.\n\n• " + passage + "\n";
  EXPECT_THAT(text_fragment_link(kUrl, PageText(twice), find_in(twice, passage)),
              HasSubstr("#:~:text=It%20begins%20with%20these%20words%20and%20goes%20on,"));
}

}  // namespace
}  // namespace ibid
