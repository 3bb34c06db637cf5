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
#include "tests/support/sample_reports.h"
#include "tests/support/text_parts.h"

namespace ibid {
namespace {

using testing::find_in;

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

}  // namespace
}  // namespace ibid
