// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/search/export/cited_files.h"

#include <utility>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/report/sha256.h"
#include "search/open/open_index.h"
#include "tests/support/zip_writer.h"

namespace ibid::testing {
namespace {

using Kind = ExtractedBlock::Kind;

constexpr PageBox kBox{72, 100, 300, 12};

// A sentence a page, so that a block may cross one.
void add_block(ExtractBuilder& out, Kind kind,
               const std::vector<std::pair<std::uint32_t, std::string>>& sentences,
               std::string label = {}) {
  out.begin_block(kind, kind == Kind::kHeading || kind == Kind::kItem ? 1 : 0, std::move(label));
  for (const auto& [page, sentence] : sentences) {
    if (!out.ends_in_space()) out.add_unplaced(" ");
    out.add(sentence, page, kBox);
  }
  out.end_block();
}

// Three pages, of which the first is 79.
ExtractedFile pdf_document() {
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kPage, "ibid-pdf/1", 1 << 20);
  for (const char* printed : {"79", "80", "81"}) {
    out.add_part({.name = printed, .sha256 = {}, .width = 612, .height = 792});
  }
  out.add_field("title", "Harbour Review 항만", "PDF info Title");
  out.add_field("author", "Harbour Office", "PDF info Author");
  out.add_field("date", "2024-06-27", "PDF info CreationDate");
  add_block(out, Kind::kHeading, {{0, "Traffic"}});
  add_block(out, Kind::kParagraph, {{0, "The harbour took 54 ships in June."}});
  add_block(out, Kind::kParagraph,
            {{0, "Cranes stood idle all week (source: Quay Times)."},
             {1, "The strike ended on Friday (source: Harbour Gazette)."}});
  add_block(out, Kind::kParagraph, {{2, "항만은 7월에 다시 열렸다 (출처: 연합뉴스)."}});
  return out.finish();
}

// `text` at offsets of the part as in a file of lines.
void add_part_block(ExtractBuilder& out, Kind kind, const std::string& text, std::uint64_t& at,
                    std::string label = {}) {
  out.begin_block(kind, kind == Kind::kHeading || kind == Kind::kItem ? 1 : 0, std::move(label));
  out.add(text, 0, at, text.size());
  at += text.size() + 7;
  out.end_block();
}

ExtractedFile office_document(FileFormat format, const char* part) {
  ExtractBuilder out(format, AnchorGrade::kPart, "ibid-office/1", 1 << 20);
  out.add_part({.name = part, .sha256 = sha256_hex("part"), .size = 4000});
  out.add_field("title", "항만 협정", "docProps/core.xml");
  out.add_field("date", "2024-06", "docProps/core.xml");
  std::uint64_t at = 100;
  add_part_block(out, Kind::kHeading, "총칙", at, "제1장");
  add_part_block(out, Kind::kItem, "협정은 S-400 부품의 수송에 적용한다.", at, "제3조");
  add_part_block(out, Kind::kItem, "A bullet names no place, whatever it looks like.", at, "●");
  add_part_block(out, Kind::kHeading, "부칙", at);
  add_part_block(out, Kind::kItem, "이 협정은 공포한 날부터 시행한다.", at, "가.");
  return out.finish();
}

}  // namespace

ExtractedFile html_document() {
  ExtractBuilder out(FileFormat::kHtml, AnchorGrade::kByte, "ibid-html/1", 1 << 20);
  out.add_part({});
  out.add_field("title", "Port news", "og:title");
  out.add_field("publisher", "Quay Times", "og:site_name");
  out.add_field("url", "https://example.org/port", "og:url");
  std::uint64_t at = 20;
  add_part_block(out, Kind::kParagraph, "The port grew by a third (source: Harbour Gazette).", at);
  return out.finish();
}

CitedPlaceTest::CitedPlaceTest() {
  documents_["%PDF-1.5\nharbour\n"] = pdf_document();
  write("harbour.pdf", documents_.begin()->first);
}

void CitedPlaceTest::add(const std::string& name, const std::string& bytes,
                         ExtractedFile document) {
  documents_[bytes] = std::move(document);
  write(name, bytes);
}

std::string CitedPlaceTest::exported(ExportRenderer& renderer, ExportWhat what,
                                     const std::string& query) {
  UpdateOptions options = test_.options();
  options.read_documents = [&](const ReaderInput& input) -> std::vector<ExtractedFile> {
    return {documents_.at(std::string(input.bytes))};
  };
  const UpdateSummary summary = update_index(options);
  EXPECT_EQ(summary.failed, 0U);
  OpenIndex index(test_.index());
  Exporter exporter(index);
  ExportOptions asked;
  asked.what = what;
  if (!query.empty()) {
    asked.select = ExportOptions::Select::kQuery;
    asked.query = query;
  }
  std::string out = renderer.begin();
  const ExportTotals totals = exporter.run(asked, [&](const ExportedReport& report) {
    renderer.report(report, [&](std::string_view text) { out += text; });
    return Next::kGoOn;
  });
  return out + renderer.end(totals);
}

std::string CitedPlaceTest::cited(CitationStyle style, const std::string& query) {
  const std::string out =
      exported(*export_text(ExportWhat::kPassages, style), ExportWhat::kPassages, query);
  return out.substr(0, out.find('\n'));
}

CitedLabels::CitedLabels() {
  test_.remove("harbour.pdf");
  const std::string bytes =
      zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}});
  add("협정.docx", bytes, office_document(FileFormat::kDocx, "word/document.xml"));
}

}  // namespace ibid::testing
