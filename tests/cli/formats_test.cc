// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every command on a report of every format, through the real ibid-read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/docx_writer.h"
#include "tests/support/hwp_writer.h"
#include "tests/support/pdf_writer.h"
#include "tests/support/run_ibid.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::ordered_json;

constexpr const char* kKorean = "김 수출이 9% 줄었다.";
constexpr const char* kEnglish = "Laver exports fell 9% in May.";

struct Sample {
  std::string name, bytes, grade, place;
};

std::string html() {
  return std::string(
             "<!doctype html><html lang=ko><head><title>Laver</title></head><body><nav><a "
             "href=/>Menu</a></nav><main><h1>Laver</h1><p>") +
         kKorean + "</p><p>" + kEnglish + "</p></main></body></html>";
}

std::string docx() {
  return testing::docx_of(testing::paragraph(kKorean) + testing::paragraph(kEnglish));
}

std::string hwpx() {
  const auto paragraph = [](const std::string& text) {
    return "<hp:p><hp:run><hp:t>" + text + "</hp:t></hp:run></hp:p>";
  };
  return testing::stored_zip_of(
      {{"mimetype", "application/hwp+zip"},
       {"META-INF/container.xml",
        "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
        "full-path=\"Contents/content.hpf\" "
        "media-type=\"application/hwpml-package+xml\"/></rootfiles></container>"},
       {"Contents/content.hpf",
        "<opf:package xmlns:opf=\"http://www.idpf.org/2007/opf/\"><opf:manifest><opf:item id=\"s\" "
        "href=\"Contents/section0.xml\" "
        "media-type=\"application/xml\"/></opf:manifest><opf:spine><opf:itemref "
        "idref=\"s\"/></opf:spine></opf:package>"},
       {"Contents/section0.xml",
        "<hs:sec xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" "
        "xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\">" +
            paragraph(kKorean) + paragraph(kEnglish) + "</hs:sec>"}});
}

std::string hwp() {
  testing::HwpParts parts;
  parts.doc_info = testing::hwp_shape_of(0, 0, 0);
  parts.sections = {testing::hwp_paragraph(0, 0, testing::utf16_of(kKorean)) +
                    testing::hwp_paragraph(0, 0, testing::utf16_of(kEnglish))};
  return testing::hwp_file_of(parts);
}

std::string pdf() {
  testing::PdfWriter writer;
  testing::PdfPageContent first;
  first.text(72, 90, 12, "F", "A page of its own comes before.");
  writer.add_page(first);
  testing::PdfPageContent second;
  second.korean(72, 90, 12, kKorean);
  second.text(72, 140, 12, "F", kEnglish);
  writer.add_page(second);
  return writer.bytes();
}

std::string odt() {
  return testing::stored_zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        std::string("<office:document-content "
                    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
                    "<office:text><text:p>") +
            kKorean + "</text:p><text:p>" + kEnglish +
            "</text:p></office:text></office:body></office:document-content>"}});
}

std::string eml() {
  return std::string(
             "From: Ha Yun <ha@example.org>\r\nTo: desk@example.org\r\nSubject: Laver\r\n"
             "Date: Mon, 3 Jun 2024 09:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: "
             "text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n") +
         kKorean + "\r\n\r\n" + kEnglish + "\r\n";
}

std::string json_lines() {
  return std::string(R"({"id":"a1","title":"Laver","date":"2024-06-03","text":")") + kKorean +
         "\\n\\n" + kEnglish + "\"}\n" +
         R"({"id":"a2","title":"Oysters","date":"2024-06-04","text":"Oyster prices held."})" + "\n";
}

std::vector<Sample> samples() {
  return {{"page.html", html(), "byte", ""},
          {"report.docx", docx(), "part", "word/document.xml"},
          {"notice.hwpx", hwpx(), "part", "Contents/section0.xml"},
          {"paper.hwp", hwp(), "part", "BodyText/Section0"},
          {"brief.pdf", pdf(), "page", "p. 2"},
          {"letter.odt", odt(), "part", "content.xml"},
          {"mail.eml", eml(), "part", ""},
          {"feed.jsonl", json_lines(), "byte", ""}};
}

class FormatsTest : public CliTest {
 protected:
  void SetUp() override {
    for (const Sample& sample : samples()) write("in/" + sample.name, sample.bytes);
    const RunResult indexed = run({"index", path("in")});
    ASSERT_EQ(indexed.exit_code, 0) << indexed.out << indexed.err;
  }
  // The passage of that text in the report made of `name`.
  Json hit(const std::string& name, const std::string& text) {
    const RunResult found =
        run({"search", "--format", "jsonl", "--limit", "50", "--literal", "9%"});
    for (const Json& line : parse_lines(found.out)) {
      if (line["type"] != "hit" || line["passage"]["text"] != text) continue;
      if (line["report"]["path"].get<std::string>().ends_with("/" + name)) return line;
    }
    ADD_FAILURE() << name << " is not found: " << found.out << found.err;
    return {};
  }
};

TEST_F(FormatsTest, AreFoundAndSayWhereTheyAre) {
  for (const Sample& sample : samples()) {
    for (const std::string text : {kKorean, kEnglish}) {
      SCOPED_TRACE(sample.name + ": " + text);
      const Json found = hit(sample.name, text);
      ASSERT_TRUE(found.contains("anchor"));
      EXPECT_EQ(found["anchor"]["grade"], sample.grade);
      EXPECT_TRUE(found.contains("text_bytes"));
      EXPECT_EQ(found.contains("bytes"), sample.grade == "byte");
      const std::string link = found["passage"]["permalink"];
      EXPECT_THAT(link, HasSubstr("@n"));
      const RunResult shown = run({"show", link});
      EXPECT_EQ(shown.exit_code, 0) << shown.err;
      EXPECT_THAT(shown.out, HasSubstr(sample.place));
      EXPECT_THAT(shown.out, HasSubstr(text));
    }
  }
}

TEST_F(FormatsTest, AreProvenInTheirBytesWhereTheGradeSaysSo) {
  for (const Sample& sample : samples()) {
    if (sample.grade != "byte") continue;
    SCOPED_TRACE(sample.name);
    const Json found = hit(sample.name, kKorean);
    const std::size_t begin = found["bytes"]["begin"], end = found["bytes"]["end"];
    EXPECT_EQ(sample.bytes.substr(begin, end - begin), kKorean);
  }
}

TEST_F(FormatsTest, AnswerQuotationsClaimsPermalinksAndCitations) {
  for (const Sample& sample : samples()) {
    SCOPED_TRACE(sample.name);
    const Json found = hit(sample.name, kEnglish);
    const std::string link = found["passage"]["permalink"];
    const std::string report = found["report"]["id"];
    const RunResult resolved = run({"resolve", link});
    EXPECT_EQ(resolved.exit_code, 0) << resolved.out;
    const RunResult quote =
        run({"verify-quote", "--format", "jsonl", "--report", report, "exports fell 9% in May"});
    EXPECT_EQ(quote.exit_code, 0) << quote.out << quote.err;
    const RunResult altered = run({"verify-quote", "--report", report, "exports fell 19% in May"});
    EXPECT_EQ(altered.exit_code, 1) << altered.out;
    const RunResult cited = run({"cite", "--format", "bibtex", link});
    EXPECT_EQ(cited.exit_code, 0) << cited.err;
    EXPECT_THAT(cited.out, Not(IsEmpty()));
  }
  const RunResult claim = run({"check", "Laver exports fell 12% in May"});
  EXPECT_EQ(claim.exit_code, 0) << claim.err;
  EXPECT_THAT(claim.out, HasSubstr("9%"));
  const RunResult audit = run({"audit", "--format", "jsonl"});
  EXPECT_LE(audit.exit_code, 1) << audit.err;
  EXPECT_THAT(audit.err, IsEmpty());
}

TEST_F(FormatsTest, AreBundledAndCheckedWithoutAnIndex) {
  for (const Sample& sample : samples()) {
    SCOPED_TRACE(sample.name);
    const std::string link = hit(sample.name, kKorean)["passage"]["permalink"];
    const std::string file = path(sample.name + ".zip");
    const RunResult made = run({"bundle", link, "-o", file});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const RunResult checked = run({"check-bundle", file});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  }
}

TEST_F(FormatsTest, AreReadAgainOnlyIfTheyChange) {
  const RunResult again = run({"index", path("in")});
  EXPECT_THAT(again.out, HasSubstr("nothing to do, 9 unchanged"));
  std::string changed = html();
  changed.replace(changed.find("9% in May"), 9, "8% in May");
  write("in/page.html", changed);
  const RunResult updated = run({"index", path("in")});
  EXPECT_THAT(updated.out, HasSubstr("1 updated"));
  // The entries of a feed come and go with its lines.
  const std::string feed = json_lines();
  write("in/feed.jsonl", feed.substr(feed.find('\n') + 1) +
                             R"({"id":"a3","title":"Kelp","text":"Kelp was landed."})" + "\n");
  const RunResult rolled = run({"index", path("in")});
  EXPECT_EQ(rolled.exit_code, 0) << rolled.err;
  EXPECT_THAT(rolled.out, HasSubstr("1 report added"));
  EXPECT_THAT(rolled.out, HasSubstr("1 removed"));
}

TEST_F(FormatsTest, LeaveOutWhatIsNotTheText) {
  const RunResult found = run({"search", "--count", "Menu"});
  EXPECT_EQ(found.out, "0\n");
  const RunResult shown = run({"show", "--all", "page"});
  EXPECT_THAT(shown.out, HasSubstr("(navigation) Menu"));
}

TEST_F(FormatsTest, AFileThatCannotBeReadCostsOnlyItself) {
  write("in/broken.docx", docx().substr(0, 300));
  write("in/locked.hwp", [] {
    testing::HwpParts parts;
    parts.flags = 3;
    parts.sections = {"x"};
    return testing::hwp_file_of(parts);
  }());
  write("in/false.pdf", "%PDF-1.4\nnothing of a PDF");
  const RunResult indexed = run({"index", path("in")});
  EXPECT_EQ(indexed.exit_code, 1);
  EXPECT_THAT(indexed.out, HasSubstr("broken.docx"));
  EXPECT_THAT(indexed.out, HasSubstr("password"));
  EXPECT_THAT(indexed.out, HasSubstr("false.pdf"));
  EXPECT_EQ(hit("report.docx", kKorean)["stale"], false);
}

TEST_F(FormatsTest, AStreamIsAReportOfTheIndex) {
  RunOptions options = this->options();
  options.input = html();
  EXPECT_EQ(run({"index", "-"}, options).exit_code, 2);
  const RunResult taken = run({"index", "--name", "piped.html", "-"}, options);
  EXPECT_EQ(taken.exit_code, 0) << taken.err;
  const RunResult shown = run({"show", "piped"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr(kKorean));
  EXPECT_THAT(run({"index", path("in")}).out, HasSubstr("nothing to do"));
  EXPECT_EQ(run({"show", "piped"}).exit_code, 0);
}

}  // namespace
}  // namespace ibid
