// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of quotations against a few passages: their status, differences and changes.
#include "search/quotes/quote_verifier.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// English, Korean, mixed; NFD; neighbours; marks. Report "a" is older than "b".
class Quotes : public ::testing::Test {
 protected:
  Quotes() {
    test_.write(
        "a.txt",
        report_with("Port",
                    {
                        "The ministers did not sign the harbour pact on Monday, which is worth "
                        "$240.1 billion over "
                        "ten years. “We will never base troops there,” Minister Ada Okoye said.",
                        "Officials reportedly expect the non-nuclear zone to hold until 2031. "
                        "Trade grew by 14 "
                        "billion dollars",
                        "and some 11 million people cross the strait each year.",
                        "The ferry line (source: go-public-web-eng-2877220144866105163-0-0) opened "
                        "in Zürich’s name "
                        "— a gesture, said the mayor.",
                    }));
    std::string korean = report_with(
        "항구",
        {
            "양국 장관은 월요일 국방 협정을 체결하지 않았다. 교역액은 2,401억 달러로 추정된다.",
            "러시아 대통령은 S-400을 인도에 넘길 가능성이 있다고 밝혔다.",
            "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xBC\xE1\x84\x80\xE1\x85\xAE 도시는 KTX 노선을 "
            "반대하지 않는다.",
        });
    test_.write("b.txt", korean);
    test_.update_all();
  }
  QuoteAnswer verify(std::string_view text) {
    OpenIndex index(test_.index());
    return QuoteVerifier(index, "").verify(text);
  }
  TestIndex test_;
};

TEST_F(Quotes, AreExactWhereTheirBytesOccurAndCutNoWord) {
  for (const char* text :
       {"sign the harbour pact on Monday", "\"sign the harbour pact on Monday\"",
        "“We will never base troops there,”", "worth $240.1 billion", "Minister Ada Okoye",
        "월요일 국방 협정을 체결하지 않았다.", "국방 협정", "S-400", "인도에 넘길", "KTX 노선을",
        "  ferry line  ", "Trade", "14 billion dollars", "said.", "$240.1 billion over"}) {
    const QuoteAnswer answer = verify(text);
    EXPECT_EQ(answer.status, QuoteStatus::kExact) << text;
    ASSERT_FALSE(answer.matches.empty()) << text;
    const QuotedSpan& part = answer.matches[0].spans[0];
    EXPECT_EQ(part.passage.text.substr(part.text.begin, part.text.size()), answer.quotation);
    EXPECT_EQ(part.bytes.size(), answer.quotation.size()) << text;
  }
}

TEST_F(Quotes, ThatCutAWordOrFigureAreNot) {
  for (const char* text : {"Trade grew by 14", "grew by 4 billion", "nuclear zone to hold",
                           "worth $240", "and some 11", "체결하", "방 협정을 체결", "400을 인도에",
                           "harbour pact on Mon", "정을 체결하지"}) {
    const QuoteStatus status = verify(text).status;
    EXPECT_TRUE(status == QuoteStatus::kAltered || status == QuoteStatus::kAbsent) << text;
  }
}

struct Typing {
  const char* text;
  std::vector<FormDifference> differences;
};

TEST_F(Quotes, AreNormalisedIfOnlyTheTypingDiffers) {
  using D = FormDifference;
  const std::vector<Typing> cases = {
      {"\"We will never base troops there,\" Minister", {D::kQuotes}},
      {"THE HARBOUR PACT ON MONDAY", {D::kCase}},
      {"the harbour  pact\xC2\xA0on Monday", {D::kSpaces}},
      {"opened in Zurich’s name", {D::kDiacritics}},
      {"opened in Zürich's name - a gesture", {D::kQuotes, D::kDashes}},
      {"name—a gesture", {D::kSpaces}},
      {"sign the harbour pact.", {D::kEndPunctuation}},
      {"The ministers did not … the harbour pact", {D::kEllipsis}},
      {"The ministers did not […] on Monday, ... over ten years", {D::kEllipsis}},
      {"[s]ign the harbour pact", {D::kMarkup}},
      {"The ferry line opened in", {D::kCitationMark}},
      {"\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8방 협정을", {D::kUnicode}},
      {"항구 도시는", {D::kUnicode}},
      {"ｔｈｅ ｈａｒｂｏｕｒ pact", {D::kUnicode}},
      {"grew by 14 billion dollars and some 11 million people", {D::kPassageBreak}},
      {"14 billion dollars and some", {D::kPassageBreak}},
      {"GREW BY 14 billion dollars and some", {D::kCase, D::kPassageBreak}},
  };
  for (const Typing& c : cases) {
    const QuoteAnswer answer = verify(c.text);
    EXPECT_EQ(answer.status, QuoteStatus::kNormalised) << c.text;
    EXPECT_EQ(answer.differences, c.differences) << c.text;
  }
}

TEST_F(Quotes, ReportWhatAnEllipsisLeavesOut) {
  const QuoteAnswer answer = verify("The ministers … sign the … pact on Monday …");
  ASSERT_EQ(answer.status, QuoteStatus::kAltered);
  EXPECT_THAT(answer.alteration->changes,
              ElementsAre(QuoteChange{ChangeKind::kNegation, "not", ""}));
  const QuoteAnswer fair = verify("did not sign the … pact on Monday …");
  ASSERT_EQ(fair.matches.size(), 1U);
  EXPECT_THAT(fair.matches[0].left_out,
              ElementsAre("harbour", ", which is worth $240.1 billion over ten years."));
}

TEST_F(Quotes, OverABreakNameBothPassages) {
  const QuoteAnswer answer = verify("14 billion dollars and some 11 million");
  ASSERT_EQ(answer.matches.size(), 1U);
  ASSERT_EQ(answer.matches[0].spans.size(), 2U);
  const auto& parts = answer.matches[0].spans;
  EXPECT_EQ(parts[0].passage.text.substr(parts[0].text.begin, parts[0].text.size()),
            "14 billion dollars");
  EXPECT_EQ(parts[1].passage.text.substr(parts[1].text.begin, parts[1].text.size()),
            "and some 11 million");
}

struct Changed {
  const char* text;
  QuoteChange first;
};

TEST_F(Quotes, AreAlteredWithTheGravestChangeFirst) {
  using K = ChangeKind;
  const std::vector<Changed> cases = {
      {"The ministers did sign the harbour pact on Monday", {K::kNegation, "not", ""}},
      {"Trade never grew by 14 billion dollars", {K::kNegation, "", "never"}},
      {"worth $241.1 billion over ten years", {K::kNumber, "$240.1", "$241.1"}},
      {"pact on Monday, which is worth $240", {K::kNumber, "$240.1", "$240"}},
      {"some 11", {K::kNumber, "million", ""}},
      {"Trade grew by 14", {K::kNumber, "billion", ""}},
      {"Officials expect the non-nuclear zone to hold until 2031", {K::kHedge, "reportedly", ""}},
      {"Officials reportedly expect the nuclear zone to hold",
       {K::kNegation, "non-nuclear", "nuclear"}},
      {"there,” Minister Ada Bello said", {K::kName, "Okoye", "Bello"}},
      {"did not sign the harbour deal on Monday", {K::kWording, "pact", "deal"}},
      {"did not sign the harbour pacts on Monday", {K::kInflection, "pact", "pacts"}},
      {"did not sign the harbour pact, on Monday", {K::kPunctuation, "", ","}},
      {"월요일 국방 협정을 체결했다", {K::kNegation, "않았다", ""}},
      {"월요일 국방 협정이 체결하지 않았다", {K::kInflection, "협정을", "협정이"}},
      {"교역액은 2,501억 달러로 추정된다", {K::kNumber, "2,401억", "2,501억"}},
      {"교역액은 2,401억 달러로 집계된다", {K::kHedge, "추정된다", ""}},
      {"중국 대통령은 S-400을 인도에 넘길 가능성이 있다고", {K::kName, "러시아", "중국"}},
      {"러시아 대통령은 S-300을 인도에 넘길 가능성이", {K::kNumber, "S-400을", "S-300을"}},
  };
  for (const Changed& c : cases) {
    const QuoteAnswer answer = verify(c.text);
    ASSERT_EQ(answer.status, QuoteStatus::kAltered) << c.text;
    ASSERT_FALSE(answer.alteration->changes.empty()) << c.text;
    const QuoteChange& first = answer.alteration->changes[0];
    EXPECT_EQ(first.kind, c.first.kind) << c.text << ": " << to_string(first.kind);
    EXPECT_EQ(first.said, c.first.said) << c.text;
    EXPECT_EQ(first.quoted, c.first.quoted) << c.text;
  }
}

TEST_F(Quotes, AreAbsentWithACertificate) {
  for (const char* text : {"Nobody ever mentioned submarines near the lighthouse",
                           "잠수함은 등대 근처에서 발견되지 않았다", "xyzzy", "※"}) {
    const QuoteAnswer answer = verify(text);
    EXPECT_EQ(answer.status, QuoteStatus::kAbsent) << text;
    EXPECT_EQ(answer.certificate.reports, 2U);
    EXPECT_EQ(answer.certificate.passages, 7U);
    EXPECT_EQ(answer.certificate.first_date, "2024-06-27");
    EXPECT_EQ(answer.certificate.index.generation, 1U);
    EXPECT_FALSE(answer.certificate.forms.empty());
    EXPECT_THAT(answer.matches, IsEmpty());
  }
}

TEST_F(Quotes, AreSearchedInOneReportIfAsked) {
  OpenIndex index(test_.index());
  QuoteVerifier korean(index, "b");
  EXPECT_EQ(korean.verify("국방 협정").status, QuoteStatus::kExact);
  const QuoteAnswer answer = korean.verify("sign the harbour pact on Monday");
  EXPECT_EQ(answer.status, QuoteStatus::kAbsent);
  EXPECT_EQ(answer.certificate.passages, 3U);
  EXPECT_EQ(answer.certificate.report, "b");
  try {
    QuoteVerifier(index, "c");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kUsage);
    EXPECT_THAT(error.what(), HasSubstr("the index holds no report c"));
  }
}

TEST_F(Quotes, OfNoUseAreRefusedInASentence) {
  for (const std::string& text : {std::string(), std::string(" \n"), std::string("a\xFF z"),
                                  std::string(kMostQuoteBytes + 1, 'a')}) {
    EXPECT_THROW(verify(text), Error);
  }
}

TEST_F(Quotes, HoweverHostileHaveAnAnswer) {
  std::string words;
  while (words.size() + 8 < kMostQuoteBytes) words += "harbour ";
  for (const std::string& text :
       {words, std::string(kMostQuoteBytes, '('), std::string(kMostQuoteBytes, '.'),
        std::string("pact\0pact", 9), std::string(1, '\0'), std::string(kMostQuoteBytes, 'x')}) {
    const QuoteStatus status = verify(text).status;
    EXPECT_TRUE(status == QuoteStatus::kAltered || status == QuoteStatus::kAbsent)
        << text.substr(0, 20);
  }
}

TEST_F(Quotes, AreListedFromTheEarliestReportOn) {
  test_.write("0.txt",
              "Notes\n\nGOOVER DAILY REPORT July 2, 2025\ngoover\n\n1. Pact\n\n  • They did "
              "not sign the harbour pact on Monday.\n");
  test_.update_all();
  const QuoteAnswer answer = verify("sign the harbour pact on Monday");
  ASSERT_EQ(answer.matches.size(), 2U);
  EXPECT_EQ(answer.matches[0].spans[0].passage.report.id, "a");
  EXPECT_EQ(answer.match_count, 2U);
  EXPECT_EQ(answer.certificate.index.generation, 2U);
}

}  // namespace
}  // namespace ibid::testing
