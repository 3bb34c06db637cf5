// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports of files that a reader of another format has read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/extract/mark_blocks.h"
#include "corpus/extract/reader_input.h"
#include "corpus/parser/report_parser.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

// Blocks one after the other, each at its own place of a part.
class Document {
 public:
  explicit Document(AnchorGrade grade = AnchorGrade::kPart)
      : out_(FileFormat::kDocx, grade, "test/1", 1 << 20) {
    out_.add_part({"word/document.xml", std::string(64, 'a'), 5000, 0, 0});
  }
  Document& add(Kind kind, std::string_view text, std::uint8_t level = 0, std::string label = {}) {
    out_.begin_block(kind, level, std::move(label));
    out_.add(text, 0, at_, text.size());
    at_ += text.size() + 100;
    out_.end_block();
    return *this;
  }
  Document& add_noted(std::string_view text, std::string label, std::uint32_t note) {
    out_.begin_block(Kind::kParagraph);
    out_.add(text, 0, at_, text.size());
    at_ += text.size() + 100;
    out_.add_mark(std::move(label), note);
    out_.end_block();
    return *this;
  }
  ExtractBuilder& out() { return out_; }
  Report parse() {
    const ExtractedFile file = out_.finish();
    EXPECT_EQ(why_unsound(file), "");
    DecodedText decoded = decode_file(file.text, Encoding::kUtf8);
    const TextMarks marked = mark_blocks(file);
    return parse_report({decoded, &marked, &file}, "doc", "doc");
  }

 private:
  ExtractBuilder out_;
  std::uint64_t at_ = 1000;
};

std::vector<std::string> texts(const Report& report) {
  std::vector<std::string> out;
  for (const Passage& passage : report.passages) out.push_back(passage.text);
  return out;
}

TEST(ExtractedReport, HasTheSectionsThatTheFileMarks) {
  Document doc;
  doc.add(Kind::kHeading, "총칙", 1, "제1장")
      .add(Kind::kParagraph, "이 훈령은 수산물 검역의 절차를 정한다.")
      .add(Kind::kHeading, "Scope", 2, "1.1.")
      .add(Kind::kParagraph, "3. Squid and cuttlefish")
      .add(Kind::kItem, "위반한 업체는 명단을 공개한다.", 1, "가.")
      .add(Kind::kHeading, "부칙", 1);
  doc.add(Kind::kParagraph, "공포한 날부터 시행한다.");
  const Report report = doc.parse();
  ASSERT_EQ(report.sections.size(), 3u);
  EXPECT_EQ(report.sections[0].number, "제1장");
  EXPECT_EQ(report.sections[0].title, "총칙");
  EXPECT_EQ(report.sections[0].locator, "h1");
  EXPECT_EQ(report.sections[1].number, "1.1");
  EXPECT_EQ(report.sections[1].locator, "1-1");
  EXPECT_EQ(report.sections[1].parent, 0);
  EXPECT_EQ(report.sections[2].parent, -1);
  EXPECT_THAT(texts(report),
              ElementsAre("이 훈령은 수산물 검역의 절차를 정한다.", "3. Squid and cuttlefish",
                          "위반한 업체는 명단을 공개한다.", "공포한 날부터 시행한다."));
  EXPECT_EQ(report.passages[2].origin.label, "가.");
  EXPECT_EQ(report.passages[2].id, "doc#1-1.2");
  ASSERT_EQ(report.passages[2].origin.places.size(), 1u);
  EXPECT_EQ(report.passages[2].origin.places[0].bytes.size(), report.passages[2].text.size());
  ASSERT_TRUE(report.extraction);
  EXPECT_EQ(report.extraction->format, FileFormat::kDocx);
}

TEST(ExtractedReport, ReadsTypedHeadingsAndBulletsWhereTheFileMarksNone) {
  Document doc;
  doc.add(Kind::kParagraph, "1. 개정이유")
      .add(Kind::kParagraph, "어촌 인구가 줄어 지원 기준을 고친다.")
      .add(Kind::kParagraph, "2. 주요내용")
      .add(Kind::kParagraph, "□ 지원 대상을 넓힌다.")
      .add(Kind::kParagraph, "□ 신청 기간을 두 달로 늘린다.");
  const Report report = doc.parse();
  ASSERT_EQ(report.sections.size(), 2u);
  EXPECT_EQ(report.sections[1].number, "2");
  EXPECT_EQ(report.sections[1].title, "주요내용");
  EXPECT_THAT(texts(report), ElementsAre("어촌 인구가 줄어 지원 기준을 고친다.",
                                         "지원 대상을 넓힌다.", "신청 기간을 두 달로 늘린다."));
}

TEST(ExtractedReport, TakesFieldsOfTheFileBeforeWhatTheTextSays) {
  Document doc;
  doc.add(Kind::kHeading, "Kelp Harvest Outlook", 1)
      .add(Kind::kParagraph, "2023-02-01")
      .add(Kind::kParagraph, "Kelp prices held through spring.");
  doc.out().add_field("title", "Kelp Outlook 2024", "og:title");
  doc.out().add_field("date", "2024-05-03", "og:published_time");
  doc.out().add_field("publisher", "Harbour Desk", "og:site_name");
  const Report report = doc.parse();
  EXPECT_EQ(report.title, "Kelp Outlook 2024");
  EXPECT_EQ(report.date, "2024-05-03");
  EXPECT_EQ(report.publisher, "Harbour Desk");
  // What is no field now is in no field of the report, and yet there.
  ASSERT_EQ(report.sections.size(), 1u);
  EXPECT_EQ(report.sections[0].title, "Kelp Harvest Outlook");
  ASSERT_EQ(report.furniture.size(), 1u);
  EXPECT_EQ(report.furniture[0].text, "2023-02-01");
  EXPECT_THAT(texts(report), ElementsAre("Kelp prices held through spring."));
}

TEST(ExtractedReport, LosesNoLineThatTheFileDoesNotTakeForAField) {
  const std::vector<std::string> english = {"Cases rose by 12", "The second line is here.",
                                            "The third one ends it."};
  const std::vector<std::string> korean = {"확진자 12명 늘어", "둘째 줄이 여기 있다.",
                                           "셋째 줄로 끝난다."};
  const std::vector<std::string> mixed = {"Kelp 12톤", "다시마 price가 올랐다.", "The end."};
  for (const auto& lines : {english, korean, mixed}) {
    const auto parsed = [&](const std::string& title) {
      Document doc;
      for (const std::string& line : lines) doc.add(Kind::kParagraph, line);
      doc.out().add_field("title", title, "dc:title");
      const Report report = doc.parse();
      EXPECT_EQ(report.title, title);
      return texts(report);
    };
    EXPECT_EQ(parsed("Trade report"), lines);
    EXPECT_EQ(parsed(lines[0].substr(0, lines[0].find(' '))), lines);
    // Said by the title.
    EXPECT_EQ(parsed(lines[0] + " | Harbour Desk"),
              std::vector<std::string>(lines.begin() + 1, lines.end()));
  }
}

TEST(ExtractedReport, PrefersADateOfTheTextToThatOfTheFilesMaking) {
  Document doc;
  doc.add(Kind::kParagraph, "다시마 전망").add(Kind::kParagraph, "2023년 2월 1일");
  doc.add(Kind::kHeading, "현황", 1).add(Kind::kParagraph, "다시마 값이 봄까지 그대로였다.");
  doc.out().add_field("date", "2024-05-03", "docProps/core.xml created");
  EXPECT_EQ(doc.parse().date, "2023-02-01");
  Document undated;
  undated.add(Kind::kParagraph, "다시마 값이 봄까지 그대로였다.");
  undated.out().add_field("date", "2024-05-03", "docProps/core.xml created");
  EXPECT_EQ(undated.parse().date, "2024-05-03");
}

TEST(ExtractedReport, CitesTheSourcesOfANoteInTheSentenceOfItsMark) {
  Document doc;
  doc.add_noted("어획량이 9% 줄었다. 값은 올랐다.", "1", 1)
      .add(Kind::kNote, "해양수산부, 어획 통계, 2024, https://www.mof.example/stat/9", 0, "1")
      .add_noted("The quota was cut.", "2", 3)
      .add(Kind::kNote, "That is, the one for the inner bay.", 0, "2");
  const Report report = doc.parse();
  ASSERT_EQ(report.passages.size(), 4u);
  ASSERT_EQ(report.passages[0].citations.size(), 1u);
  const Citation& citation = report.passages[0].citations.front();
  EXPECT_EQ(citation.source, "https://mof.example/stat/9");
  EXPECT_EQ(citation.form, Citation::Form::kUrl);
  EXPECT_EQ(citation.sentence, 2u);
  EXPECT_TRUE(citation.text.empty());
  EXPECT_EQ(report.passages[1].kind, PassageKind::kNote);
  EXPECT_EQ(report.passages[1].origin.note_of, report.passages[0].id);
  EXPECT_EQ(report.passages[1].origin.label, "1");
  EXPECT_THAT(report.passages[1].citations, IsEmpty());
  EXPECT_THAT(report.passages[2].citations, IsEmpty());
  EXPECT_EQ(report.passages[3].origin.note_of, report.passages[2].id);
  ASSERT_EQ(report.listed_sources.size(), 1u);
  EXPECT_EQ(report.listed_sources[0].url, "https://www.mof.example/stat/9");
}

TEST(ExtractedReport, CitesWhereALinkLeadsWithoutTakingItsWordsAway) {
  Document doc;
  doc.out().begin_block(Kind::kParagraph);
  doc.out().add("Landings fell, ", 0, 10, 15);
  const std::uint64_t begin = doc.out().at();
  doc.out().add("the ministry said", 0, 60, 17);
  doc.out().add_link(begin, "http://www.mof.example/news?utm_source=x&id=4#top");
  doc.out().add(".", 0, 90, 1);
  const Report report = doc.parse();
  ASSERT_EQ(report.passages.size(), 1u);
  ASSERT_EQ(report.passages[0].citations.size(), 1u);
  EXPECT_EQ(report.passages[0].citations[0].source, "https://mof.example/news?id=4");
  EXPECT_EQ(report.passages[0].text, "Landings fell, the ministry said.");
  EXPECT_THAT(report.passages[0].origin.places, ElementsAre(PartRange{0, {10, 91}}));
}

TEST(ExtractedReport, ListsSourcesWhoseAddressesAreLinks) {
  Document doc;
  doc.add(Kind::kHeading, "현황", 1).add(Kind::kParagraph, "굴 값이 내렸다. [1]");
  doc.add(Kind::kHeading, "출처", 1);
  doc.out().begin_block(Kind::kItem, 1, "1.");
  const std::uint64_t begin = doc.out().at();
  doc.out().add("굴 시세 동향 - 수협", 0, 3000, 26);
  doc.out().add_link(begin, "https://suhyup.example/oyster");
  const Report report = doc.parse();
  ASSERT_EQ(report.listed_sources.size(), 1u);
  EXPECT_EQ(report.listed_sources[0].url, "https://suhyup.example/oyster");
  EXPECT_EQ(report.listed_sources[0].label, "1");
  ASSERT_EQ(report.passages[0].citations.size(), 1u);
  EXPECT_EQ(report.passages[0].citations[0].source, report.listed_sources[0].id);
}

TEST(ExtractedReport, FindsARowByTheHeadOfItsTable) {
  Document doc;
  doc.add(Kind::kHeading, "Catch", 1).add(Kind::kRow, "Species\tTonnes");
  doc.out().begin_block(Kind::kRow);
  doc.out().block().header = 1;
  doc.out().add("Squid\t1,204", 0, 4000, 11);
  const Report report = doc.parse();
  ASSERT_EQ(report.passages.size(), 2u);
  EXPECT_EQ(report.passages[1].text, "Squid\t1,204");
  EXPECT_EQ(report.passages[1].table_head, "Species Tonnes");
  EXPECT_THAT(report.passages[1].markup, ElementsAre(ByteRange{5, 6}));
}

TEST(ExtractedReport, KnowsThePagesOfAPassageAndItsUncertainLineEnds) {
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kPage, "test/1", 1000);
  out.add_part({"iv", "", 0, 595, 842});
  out.add_part({"", "", 0, 595, 842});
  out.begin_block(Kind::kParagraph);
  out.add("김 값이 열", 0, {72, 700, 80, 12});
  out.add_joint();
  out.add("흘째 올랐다.", 1, {72, 90, 80, 12});
  const ExtractedFile file = out.finish();
  DecodedText decoded = decode_file(file.text, Encoding::kUtf8);
  const TextMarks marked = mark_blocks(file);
  const Report report = parse_report({decoded, &marked, &file}, "doc", "doc");
  ASSERT_EQ(report.passages.size(), 1u);
  const PassageOrigin& origin = report.passages[0].origin;
  EXPECT_THAT(origin.places, ElementsAre(PartRange{0, {}}, PartRange{1, {}}));
  EXPECT_THAT(origin.joints, ElementsAre(std::string("김 값이 열").size()));
  EXPECT_EQ(page_words(*report.extraction, origin), "pp. iv-2 (page 1 of the file)");
}

}  // namespace
}  // namespace ibid
