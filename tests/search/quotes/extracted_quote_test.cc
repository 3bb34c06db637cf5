// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations from files that are not text: line ends of pages, what was left out, places.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "corpus/text/code_points.h"
#include "search/open/open_index.h"
#include "search/quotes/quote_verifier.h"
#include "search/quotes/render_quote.h"
#include "tests/support/extracted_index.h"

namespace ibid::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;
using Kind = ExtractedBlock::Kind;

class ExtractedQuotes : public ::testing::Test {
 protected:
  ExtractedQuotes() {
    DocumentOf pdf(AnchorGrade::kPage);
    // Lines that end where nobody knows whether a space belongs there: | is such a joint.
    add_lines(pdf, "위원회는 총 두 종|으로 나뉜 국방| 협정을 어제 검토했다고 밝혔다.");
    add_lines(pdf,
              "The harbour board published its cyber| security plan at "
              "https://www.harbour.example/eng/br|ief for the ferry line.");
    add_lines(pdf, "승인은 사실상 불|가능하다고 항만청이 말했다.");
    pdf.begin(Kind::kParagraph).add("The pact begins on the first page and ends on the ");
    pdf.page().add("second page of the re\xC2\xADport, 둘째 쪽에\xE2\x80\x8B서 끝난다.").end();
    pdf.paragraph("항만의 안전은 항만청이 맡는다", "가.");
    pdf.paragraph("and the mayor is told of it at once.");
    pdf.out().leave_out(LeftOutText::Reason::kPageFrame, "Harbour Board 항만 연감 2026", 1);
    test_.add("board.pdf", pdf);
    DocumentOf docx(AnchorGrade::kPart);
    docx.paragraph("The ministers agreed on nine ports.");
    docx.out().leave_out(LeftOutText::Reason::kDeleted, "The ministers agreed on twelve ports.");
    docx.out().leave_out(LeftOutText::Reason::kHidden, "내부 검토용 문장은 공개하지 않는다.");
    test_.add("pact.docx", docx);
    DocumentOf html(AnchorGrade::kByte);
    html.paragraph("페리 노선은 10월에 다시 열린다.");
    html.out().leave_out(LeftOutText::Reason::kNavigation, "구독 신청하기");
    test_.add("ferry.html", html);
    test_.update_all();
  }

  static void add_lines(DocumentOf& out, std::string_view text) {
    out.begin(Kind::kParagraph);
    for (std::size_t bar; (bar = text.find('|')) != std::string_view::npos;) {
      out.add(text.substr(0, bar));
      out.out().add_joint();
      text.remove_prefix(bar + 1);
    }
    out.add(text).end();
  }
  QuoteAnswer verify(std::string_view text, const std::string& report = "") {
    OpenIndex index(test_.index());
    return QuoteVerifier(index, report).verify(text);
  }
  std::string text_of(std::string_view quotation) {
    TextLayout layout;
    layout.columns = 200;
    return quote_text({}, verify(quotation), layout);
  }
  Json json_of(std::string_view quotation) {
    return Json::parse(quote_json_line({}, verify(quotation)));
  }
  ExtractedIndex test_;
};

TEST_F(ExtractedQuotes, HaveASpaceOrNoneWhereALineEndsInDoubt) {
  for (const char* written : {"총 두 종으로 나뉜", "국방 협정을 어제", "its cyber security plan",
                              "https://www.harbour.example/eng/brief for the"}) {
    EXPECT_EQ(verify(written).status, QuoteStatus::kExact) << written;
  }
  for (const char* other :
       {"총 두 종 으로 나뉜", "나뉜 국방협정을 어제", "총 두 종 으로 나뉜 국방협정을 어제",
        "국방협정을", "its cybersecurity plan", "published its cybersecurity plan at",
        "https://www.harbour.example/eng/br ief for the",
        "cybersecurity plan at https://www.harbour.example/eng/br ief"}) {
    const QuoteAnswer answer = verify(other);
    EXPECT_EQ(answer.status, QuoteStatus::kNormalised) << other;
    EXPECT_THAT(answer.differences, ElementsAre(FormDifference::kSpaces)) << other;
  }
}

TEST_F(ExtractedQuotes, AreCutAtALineEndOnlyAsTheTextIsWritten) {
  for (const char* text :
       {"가능하다고 항만청이", "총 두종으로 나뉜", "나뉜국방 협정을", "its cyber securityplan"}) {
    EXPECT_FALSE(is_verified(verify(text))) << text;
  }
  EXPECT_EQ(verify("협정을 어제 검토했다고").status, QuoteStatus::kExact);
}

TEST_F(ExtractedQuotes, DoNotSeeSoftHyphens) {
  for (const char* text : {"second page of the report", "둘째 쪽에서 끝난다"}) {
    const QuoteAnswer answer = verify(text);
    EXPECT_EQ(answer.status, QuoteStatus::kNormalised) << text;
    EXPECT_THAT(answer.differences, ElementsAre(FormDifference::kUnicode)) << text;
  }
}

TEST_F(ExtractedQuotes, RunOverPagesAndPassages) {
  const QuoteAnswer pages = verify("first page and ends on the second page");
  EXPECT_EQ(pages.status, QuoteStatus::kExact);
  EXPECT_THAT(text_of("first page and ends on the second page"), HasSubstr("board.pdf pp. 1-2\n"));
  EXPECT_THAT(text_of("The pact begins"), HasSubstr("board.pdf p. 1\n"));
  const QuoteAnswer passages = verify("항만청이 맡는다 and the mayor is told");
  EXPECT_EQ(passages.status, QuoteStatus::kNormalised);
  ASSERT_EQ(passages.matches[0].spans.size(), 2U);
}

TEST_F(ExtractedQuotes, SayThePageThePartAndTheLabel) {
  EXPECT_THAT(text_of("안전은 항만청이"), HasSubstr("board.pdf p. 2 가.\n"));
  EXPECT_THAT(text_of("agreed on nine ports"), HasSubstr("pact.docx (word/document.xml)\n"));
  EXPECT_THAT(text_of("10월에 다시"), HasSubstr("ferry.html (bytes 117-132)\n"));

  const Json page = json_of("안전은 항만청이")["places"][0]["parts"][0];
  EXPECT_EQ(page["passage"]["label"], "가.");
  EXPECT_FALSE(page.contains("bytes"));
  EXPECT_TRUE(page.contains("text_bytes"));
  EXPECT_EQ(page["anchor"]["grade"], "page");
  EXPECT_EQ(page["anchor"]["places"][0]["page"], 2);
  const Json part = json_of("nine ports")["places"][0]["parts"][0];
  EXPECT_EQ(part["anchor"]["places"][0]["part"], "word/document.xml");
  const Json byte = json_of("10월에 다시")["places"][0]["parts"][0];
  EXPECT_EQ(byte["bytes"], Json({{"begin", 117}, {"end", 132}})) << byte;
}

TEST_F(ExtractedQuotes, StandInWhatWasLeftOut) {
  const QuoteAnswer deleted = verify("agreed on twelve ports");
  EXPECT_EQ(deleted.status, QuoteStatus::kAltered);  // nine became twelve
  ASSERT_EQ(deleted.left_out.size(), 1U);
  EXPECT_EQ(deleted.left_out[0].reason, LeftOutText::Reason::kDeleted);
  EXPECT_EQ(deleted.left_out[0].text, "The ministers agreed on twelve ports.");
  EXPECT_THAT(text_of("agreed on twelve ports"), HasSubstr("found in deleted text of pact"));

  const QuoteAnswer hidden = verify("내부 검토용 문장은");
  EXPECT_EQ(hidden.status, QuoteStatus::kAbsent);
  EXPECT_THAT(text_of("내부 검토용 문장은"),
              HasSubstr("found in hidden text of pact, word/document.xml"));
  EXPECT_THAT(text_of("harbour board 항만 연감"),
              HasSubstr("found in a running head or foot of board, p. 2"));
  EXPECT_THAT(text_of("구독 신청하기"), HasSubstr("found in text around the article of ferry"));
  const Json head = json_of("항만 연감 2026");
  EXPECT_EQ(head["status"], "absent");
  EXPECT_EQ(head["left_out"], Json::parse(R"([{"report":"board","reason":"page frame","page":2,
                            "text":"Harbour Board 항만 연감 2026"}])"));
}

TEST_F(ExtractedQuotes, AreNotLeftOutTextThatCutsAWordOrIsOfAnotherReport) {
  EXPECT_THAT(verify("agreed on twelve por").left_out, IsEmpty());
  EXPECT_THAT(verify("구독 신청을 받는다").left_out, IsEmpty());
  EXPECT_THAT(verify("내부 검토용 문장은", "ferry").left_out, IsEmpty());
  EXPECT_THAT(verify("내부 검토용 문장은", "pact").left_out, ::testing::SizeIs(1));
  EXPECT_THAT(text_of("no such words at all"), Not(HasSubstr("found in")));
  EXPECT_FALSE(json_of("no such words at all").contains("left_out"));
}

}  // namespace
}  // namespace ibid::testing
