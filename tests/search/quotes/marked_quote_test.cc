// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations from Markdown reports: what a reader sees, and what is written.
#include <gmock/gmock.h>

#include "corpus/text/code_points.h"
#include "search/open/open_index.h"
#include "search/quotes/quote_verifier.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

class MarkedQuotes : public ::testing::Test {
 protected:
  MarkedQuotes() {
    test_.write("a.md",
                "# Port\n\n## Findings\n\n"
                "The **harbour** may reopen in *May* after a trade sur**plus** of **14** billion "
                "won (source: go-public-web-eng-2877220144866105163-0-0).\n\n"
                "See [the port](https://example.com/p) now; the fee&nbsp;is R&amp;D based.\n\n"
                "- 정부는 **\"국방\"**은 중요하다고 `밝혔다`.\n"
                "- 수출은 *크게* 늘지 않았다고 [통계청](https://k.example)이 말했다.\n\n"
                "| Year | Volume |\n|------|--------|\n| 2023 | **35** ships |\n");
    test_.write("b.txt", "Stars\n\n1. Part\n\n• The *starred* word stays as it was typed.\n");
    test_.update_all();
  }
  QuoteAnswer verify(std::string_view text) {
    OpenIndex index(test_.index());
    return QuoteVerifier(index, "").verify(text);
  }
  TestIndex test_;
};

TEST_F(MarkedQuotes, AreFoundAsAReaderSeesThem) {
  const struct {
    const char* quotation;
    std::vector<FormDifference> differences;
    const char* written;
  } cases[] = {
      {"The harbour may reopen", {FormDifference::kMarkup}, "The **harbour** may reopen"},
      {"in May after a trade surplus",
       {FormDifference::kMarkup},
       "in *May* after a trade sur**plus"},
      {"HARBOUR may", {FormDifference::kCase, FormDifference::kMarkup}, "harbour** may"},
      {"surplus of 14 billion won", {FormDifference::kMarkup}, "sur**plus** of **14** billion won"},
      {"See the port now", {FormDifference::kMarkup}, "See [the port](https://example.com/p) now"},
      {"fee is R&D based", {FormDifference::kMarkup}, "fee&nbsp;is R&amp;D based"},
      {"정부는 \"국방\"은 중요하다고 밝혔다",
       {FormDifference::kMarkup},
       "정부는 **\"국방\"**은 중요하다고 `밝혔다"},
      {"크게 늘지 않았다고 통계청이 말했다",
       {FormDifference::kMarkup},
       "크게* 늘지 않았다고 [통계청](https://k.example)이 말했다"},
      {"2023 35 ships", {FormDifference::kSpaces, FormDifference::kMarkup}, "2023 | **35** ships"},
  };
  for (const auto& c : cases) {
    const QuoteAnswer answer = verify(c.quotation);
    EXPECT_EQ(answer.status, QuoteStatus::kNormalised) << c.quotation;
    EXPECT_EQ(answer.differences, c.differences) << c.quotation;
    ASSERT_EQ(answer.matches.size(), 1U) << c.quotation;
    const QuotedSpan& part = answer.matches[0].spans[0];
    EXPECT_EQ(slice(part.passage.text, part.text), c.written);
    EXPECT_EQ(part.bytes.size(), std::string_view(c.written).size()) << c.quotation;
  }
}

TEST_F(MarkedQuotes, AreExactWhereNoSignIsInThem) {
  for (const char* quotation : {"may reopen in", "after a trade", "늘지 않았다고", "harbour"}) {
    EXPECT_EQ(verify(quotation).status, QuoteStatus::kExact) << quotation;
  }
}

TEST_F(MarkedQuotes, AreExactWithTheSignsAsWritten) {
  for (const char* quotation :
       {"The **harbour** may", "See [the port](https://example.com/p) now", "a trade sur**plus**",
        "정부는 **\"국방\"**은", "The *starred* word"}) {
    EXPECT_EQ(verify(quotation).status, QuoteStatus::kExact) << quotation;
  }
}

TEST_F(MarkedQuotes, CutNoWordOrFigureAtASign) {
  for (const char* quotation :
       {"plus of", "trade sur", "surplus of 14", "국방\"은 중요하다고 밝혔"}) {
    const QuoteStatus status = verify(quotation).status;
    EXPECT_TRUE(status == QuoteStatus::kAltered || status == QuoteStatus::kAbsent) << quotation;
  }
}

TEST_F(MarkedQuotes, AreAlteredByWordsAndNotBySigns) {
  const QuoteAnswer english = verify("The harbour may not reopen in May after a trade surplus");
  ASSERT_EQ(english.status, QuoteStatus::kAltered);
  ASSERT_EQ(english.alteration->changes.size(), 1U);
  EXPECT_EQ(english.alteration->changes[0].kind, ChangeKind::kNegation);
  EXPECT_EQ(english.alteration->said, "The harbour may reopen in May after a trade surplus");
  const QuoteAnswer korean = verify("수출은 크게 늘었다고 통계청이 말했다");
  ASSERT_EQ(korean.status, QuoteStatus::kAltered);
  EXPECT_EQ(korean.alteration->said, "수출은 크게 늘지 않았다고 통계청이 말했다");
}

// In plain text a star is a star.
TEST_F(MarkedQuotes, KeepSignsOfPlainText) {
  EXPECT_EQ(verify("The starred word stays").status, QuoteStatus::kAltered);
}

TEST_F(MarkedQuotes, RunOverABreakWithSigns) {
  const QuoteAnswer answer = verify("중요하다고 밝혔다. 수출은 크게 늘지");
  EXPECT_EQ(answer.status, QuoteStatus::kNormalised);
  EXPECT_EQ(answer.differences,
            (std::vector{FormDifference::kPassageBreak, FormDifference::kMarkup}));
}

}  // namespace
}  // namespace ibid::testing
