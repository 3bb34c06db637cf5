// SPDX-License-Identifier: GPL-2.0-or-later
//
// Claims against files that are not text: pages, parts, notes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "search/claims/claim_checker.h"
#include "search/claims/render_claim.h"
#include "search/open/open_index.h"
#include "tests/support/extracted_index.h"

namespace ibid::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;
using Kind = ExtractedBlock::Kind;

class ExtractedClaims : public ::testing::Test {
 protected:
  ExtractedClaims() {
    DocumentOf pdf(AnchorGrade::kPage);
    pdf.paragraph("The harbour board met in Oslo.");
    pdf.page().paragraph("항만청은 페리 노선에 54억 원을 쓴다고 밝혔다.", "나.");
    pdf.paragraph("Minister Ada Okoye ordered nine tugs for the Blue Line ferry.");
    test_.add("board.pdf", pdf);
    DocumentOf docx(AnchorGrade::kPart);
    docx.begin(Kind::kParagraph).add("The Blue Line ferry has nine tugs, and Minister Okoye.");
    docx.out().add_mark("1", 1);
    docx.end();
    docx.begin(Kind::kNote, "1")
        .add(
            "Minister Ada Okoye ordered nine tugs for the ferry. 도크 공사비는 8억 원으로 "
            "추정된다.")
        .end();
    test_.add("line.docx", docx);
    test_.update_all();
  }
  ClaimAnswer check(std::string_view claim) {
    OpenIndex index(test_.index());
    return ClaimChecker(index, {}).check(claim);
  }
  std::string rendered(const ClaimRenderer& renderer, std::string_view claim) {
    return renderer.claim({}, check(claim));
  }
  ExtractedIndex test_;
};

TEST_F(ExtractedClaims, NameThePageInEachFormat) {
  constexpr std::string_view kClaim = "항만청이 페리 노선에 54억 원을 쓴다";
  TextLayout layout;
  layout.columns = 120;
  EXPECT_THAT(rendered(*claim_text(layout), kClaim), HasSubstr("board.pdf p. 2 나.\n"));
  EXPECT_THAT(rendered(*claim_markdown({}), kClaim), HasSubstr("board.pdf p. 2 나.`"));
  EXPECT_THAT(rendered(*claim_html({}), kClaim), HasSubstr("<span class=\"faint\">p. 2</span>"));
  EXPECT_THAT(rendered(*claim_csv(), kClaim), HasSubstr("board.pdf,,,"));
  EXPECT_THAT(rendered(*claim_csv(), kClaim), HasSubstr(",p. 2\r\n"));
  const Json line = Json::parse(rendered(*claim_jsonl(), kClaim));
  const Json& sentence = line["passages"][0]["sentence"];
  EXPECT_EQ(sentence["anchor"]["places"][0]["page"], 2) << line;
  EXPECT_FALSE(sentence.contains("bytes"));
}

TEST_F(ExtractedClaims, AreInNotesLastUnlessTheyHoldMore) {
  const ClaimAnswer answer = check("Minister Ada Okoye ordered nine tugs for the ferry");
  ASSERT_GE(answer.passages.size(), 2U);
  EXPECT_EQ(answer.passages.front().passage.kind, PassageKind::kBody);
  EXPECT_EQ(answer.passages.back().passage.kind, PassageKind::kNote);
  EXPECT_EQ(sources_text(answer.passages.back()), "is a note, and cites no source");
  EXPECT_EQ(check("도크 공사비는 8억 원이다").passages.front().passage.kind, PassageKind::kNote);
}

}  // namespace
}  // namespace ibid::testing
