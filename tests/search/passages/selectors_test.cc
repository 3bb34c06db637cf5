// SPDX-License-Identifier: GPL-2.0-or-later
//
// Checks selectors and links by what a reader who has only the file would do with them: normalise
// the text by the rule in report_text.h, search for the quotation, count.
#include "search/passages/selectors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/files/reader.h"
#include "corpus/text/code_points.h"
#include "search/passages/text_fragment.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

ByteRange find_in(std::string_view text, std::string_view part, std::size_t nth = 0) {
  std::size_t at = text.find(part);
  for (; nth > 0; --nth) at = text.find(part, at + 1);
  EXPECT_NE(at, std::string_view::npos) << part;
  return {at, at + part.size()};
}

// The rule again, implemented as simply as possible.
std::u32string normalised(std::string_view bytes) {
  std::u32string out;
  bool space = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
        c == 0x200B || c == 0x2028) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += U' ';
    space = false;
    out += c;
  }
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::size_t count_of(const std::u32string& text, const std::u32string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(Selectors, LeadToEveryPassageOfTheSamples) {
  for (const Report& report : testing::sample_reports()) {
    const std::string bytes = read_file(report.path);
    const std::u32string text = normalised(bytes);
    const ReportText report_text(bytes);
    ASSERT_EQ(code_points(report_text.text()), text) << report.id;
    for (const Passage& passage : report.passages) {
      const Selectors found = selectors_of(report_text, passage.bytes);
      const std::u32string exact = code_points(found.quote.exact);
      EXPECT_EQ(exact, normalised(passage.text)) << passage.id;
      EXPECT_EQ(text.substr(found.position.start, found.position.end - found.position.start),
                exact);
      const std::u32string quote =
          code_points(found.quote.prefix) + exact + code_points(found.quote.suffix);
      EXPECT_EQ(count_of(text, quote), 1U) << passage.id;
      EXPECT_EQ(normalised(bytes.substr(found.data.start, found.data.end - found.data.start)),
                exact);
    }
  }
}

TEST(Selectors, LengthenThePrefixUntilTheLocationIsUnique) {
  // The line occurs three times, the second and third time after the same 60 characters.
  const std::string same = "일곱 글자 문장 and the words before it are the same in both places";
  const std::string line = "Ships of both navies met. 두 나라 함정이 만났다.";
  const std::string bytes = line + "\n\nfirst " + same + "\n" + line + "\n\nsecond " + same + "\n" +
                            line + "\nfirst " + same + "\nend";
  const ReportText text(bytes);
  for (std::size_t nth = 0; nth < 3; ++nth) {
    const ByteRange range = find_in(bytes, line, nth);
    const Selectors found = selectors_of(text, range);
    EXPECT_EQ(found.quote.exact, line);
    const std::string quote = found.quote.prefix + found.quote.exact + found.quote.suffix;
    EXPECT_EQ(count_of(code_points(text.text()), code_points(quote)), 1U) << nth;
    EXPECT_EQ(found.data.start, range.begin);
  }
  // A quotation that is unique anyway has 32 code points on each side, whatever their bytes.
  const Selectors alone = selectors_of(text, find_in(bytes, "second"));
  EXPECT_EQ(code_points(alone.quote.prefix).size(), 32U);
  EXPECT_EQ(code_points(alone.quote.suffix).size(), 32U);
  EXPECT_EQ(selectors_of(text, find_in(bytes, line, 0)).quote.prefix, "");
}

TEST(Selectors, QuoteASingleWord) {
  const std::string bytes = "• 인도는 S-400을 주문했다.\r\n\r\n• 중국도 S-400을 샀다.\n";
  const ReportText text(bytes);
  EXPECT_EQ(text.text(), "• 인도는 S-400을 주문했다. • 중국도 S-400을 샀다.");
  const Selectors found = selectors_of(text, find_in(bytes, "S-400", 1));
  EXPECT_EQ(found.quote.exact, "S-400");
  EXPECT_EQ(found.quote.prefix, "• 인도는 S-400을 주문했다. • 중국도 ");
  EXPECT_EQ(found.quote.suffix, "을 샀다.");
  // Counted by hand: "• 인도는 S-400을 주문했다. " is 19 code points, "• 중국도 " 6.
  EXPECT_EQ(found.position.start, 25U);
  EXPECT_EQ(found.position.end, 30U);
}

TEST(Selectors, CountInTheFileEvenIfItIsNotCleanUtf8) {
  const std::string bytes =
      "\xEF\xBB\xBFOne \xFF\xFE two.\n\n가\xEA\xB0 나  다\n" + std::string(40, '.');
  const ReportText text(bytes);
  EXPECT_EQ(text.text(), "One \uFFFD\uFFFD two. 가\uFFFD 나 다 " + std::string(40, '.'));
  const ByteRange range = find_in(bytes, "나  다");
  const Selectors found = selectors_of(text, range);
  EXPECT_EQ(found.quote.exact, "나 다");
  EXPECT_EQ(found.position.start, 15U);
  EXPECT_EQ(found.position.end, 18U);
  EXPECT_EQ(found.data.start, range.begin);
  EXPECT_EQ(selectors_of(text, find_in(bytes, "two")).quote.exact, "two");
  EXPECT_EQ(selectors_of(text, {bytes.size(), bytes.size() + 9}).quote.exact, "");
}

// As a browser does: unquote, then take the first match of all parts, ignoring letter case.
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
  return ascii_lower(out);
}

constexpr char kUrl[] = "https://reports.example.org/a";

TEST(TextFragment, LeadsToEveryPassageOfTheSamplesThatHasOne) {
  std::size_t given = 0;
  std::size_t all = 0;
  for (const Report& report : testing::sample_reports()) {
    const std::string bytes = read_file(report.path);
    const ReportText report_text(bytes);
    const std::string text = ascii_lower(report_text.text());
    for (const Passage& passage : report.passages) {
      ++all;
      const std::string link = text_fragment_link(kUrl, report_text, passage.bytes);
      if (link.empty()) continue;
      ++given;
      const std::string head = std::string(kUrl) + "#:~:text=";
      ASSERT_THAT(link, StartsWith(head));
      const std::string directive = link.substr(head.size());
      EXPECT_EQ(directive.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789%._~,-"),
                std::string::npos);
      if (directive.find("-,") != std::string::npos) continue;  // with a prefix: tested below
      const std::size_t comma = directive.find(',');
      const std::string start = unquoted(directive.substr(0, comma));
      const std::size_t begin = report_text.range_of(passage.bytes).begin;
      EXPECT_EQ(text.find(start), begin) << passage.id;
      if (comma == std::string::npos) continue;
      const std::string end = unquoted(directive.substr(comma + 1));
      EXPECT_EQ(text.find(end, begin + start.size()) + end.size(),
                report_text.range_of(passage.bytes).end)
          << passage.id;
    }
  }
  EXPECT_GT(all, 200U);
  EXPECT_EQ(given, all);
}

TEST(TextFragment, IsEncodedExactly) {
  const std::string bytes = "Title\n\n• S-400, R&D: 100% “인도”.\n";
  const ReportText text(bytes);
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
  const ReportText text(bytes);
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
  EXPECT_EQ(text_fragment_link(kUrl, ReportText(bytes), find_in(bytes, passage)),
            std::string(kUrl) + "#:~:text=It%20begins%20with%20these,and%20stops%20right%20here.");
  // The same words come before it: more words distinguish the two.
  const std::string twice = "It begins with these words too.\n\n• " + passage + "\n";
  EXPECT_THAT(text_fragment_link(kUrl, ReportText(twice), find_in(twice, passage)),
              HasSubstr("#:~:text=It%20begins%20with%20these%20words%20and%20goes%20on,"));
}

}  // namespace
}  // namespace ibid
