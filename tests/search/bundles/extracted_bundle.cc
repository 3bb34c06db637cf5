// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/search/bundles/extracted_bundle.h"

#include <functional>

#include "corpus/report/sha256.h"
#include "indexer/update/update.h"
#include "search/hits/searcher.h"
#include "tests/support/docx_writer.h"
#include "tests/support/sample_index.h"

namespace ibid::testing {

const char* const kWebPage =
    "<!DOCTYPE html><title>x</title>\n"
    "<p>Storage in Korea &amp; Japan doubled in 2024 &ndash; to 12 GWh.</p>\n"
    "<p>한국의 저장 장치는 2024년에 &lt;두 배&gt;로 늘었다.</p>\n";
const std::vector<std::string> kLines = {"Storage in ports grew by -23% in the first half.",
                                         "항구의 저장 시설은 상반기에 네 곳이 늘었다.",
                                         "Storage는 부산에서 먼저 시작됐다."};

std::vector<ExtractedFile> FakeReader::operator()(const ReaderInput& input) {
  ++read;
  switch (input.format) {
    case FileFormat::kHtml:
      return {html(input.bytes)};
    case FileFormat::kDocx:
      return {part()};
    case FileFormat::kJsonLines:
      return {item("one", lines[0]), item("둘", lines[1])};
    default:
      return {pages()};
  }
}

ExtractedFile FakeReader::html(std::string_view bytes) const {
  ExtractBuilder out(FileFormat::kHtml, AnchorGrade::kByte, name, 1 << 20);
  out.add_part({});
  for (std::size_t at = 0; (at = bytes.find("<p>", at)) != std::string_view::npos;) {
    out.begin_block(ExtractedBlock::Kind::kParagraph);
    for (at += 3; bytes[at] != '<';) {
      const std::pair<std::string_view, std::string_view> kReferences[] = {
          {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&ndash;", "–"}};
      std::size_t end = std::min(bytes.find_first_of("<&", at + 1), bytes.size());
      std::string_view said = bytes.substr(at, end - at);
      for (const auto& [source, text] : kReferences) {
        if (!bytes.substr(at).starts_with(source)) continue;
        end = at + source.size();
        said = text;
      }
      out.add(said, 0, at, end - at);
      at = end;
    }
    out.end_block();
  }
  return out.finish();
}

ExtractedFile FakeReader::part() const {
  ExtractBuilder out(FileFormat::kDocx, AnchorGrade::kPart, name, 1 << 20);
  out.add_part({"word/document.xml", sha256_hex("xml"), 5000, 0, 0});
  std::uint64_t at = 100 + moved;
  for (const std::string& line : lines) {
    out.begin_block(ExtractedBlock::Kind::kItem, 1, line == lines[1] ? "나." : "a)");
    out.add(line, 0, at, line.size());
    out.end_block();
    at += 1000;
  }
  return out.finish();
}

ExtractedFile FakeReader::pages() const {
  ExtractBuilder out(FileFormat::kPdf, AnchorGrade::kPage, name, 1 << 20);
  out.add_part({"iv", "", 0, 612, 792});
  out.add_part({"", "", 0, 612, 792});
  out.add_part({"", "", 0, 612, 792});
  std::uint32_t page = 0;
  for (const std::string& line : lines) {
    out.begin_block(ExtractedBlock::Kind::kParagraph);
    out.add(line, page++, PageBox{72.126F + shift, 90, 300.333F, 12});
    out.end_block();
  }
  return out.finish();
}

ExtractedFile FakeReader::item(const std::string& id, const std::string& line) const {
  ExtractBuilder out(FileFormat::kJsonLines, AnchorGrade::kByte, name, 1 << 20);
  out.add_part({});
  out.file().item = id;
  out.begin_block(ExtractedBlock::Kind::kParagraph);
  out.add(line, 0, line == lines[0] ? 0 : 100, line.size());
  out.end_block();
  return out.finish();
}

ExtractedBundleTest::ExtractedBundleTest() {
  test_.write("web.html", kWebPage);
  test_.write("paper.docx", docx_of(paragraph("x")));
  test_.write("논문.pdf", "%PDF-1.4\nStorage");
  UpdateOptions options = test_.options();
  options.read_documents = std::ref(reader_);
  EXPECT_THAT(update_index(options).problems, ::testing::IsEmpty());
}

OpenIndex& ExtractedBundleTest::open() {
  if (!open_) open_.emplace(test_.index());
  return *open_;
}

std::vector<PassageRef> ExtractedBundleTest::passages_of(const std::string& report) {
  Searcher searcher(open());
  std::vector<PassageRef> out;
  const std::string query = "storage OR 저장";
  for (const Hit& hit : searcher.search(query, SampleIndex::everything()).hits) {
    if (!report.empty() && hit.passage.report.id != report) continue;
    out.push_back(*parse_passage_ref(hit.passage.permalink));
  }
  return out;
}

Bundle ExtractedBundleTest::make(const std::string& report, BundleMode mode) {
  BundleRequest request;
  request.passages = passages_of(report);
  request.mode = mode;
  request.program = kProgram;
  Bundle out = make_bundle(open(), request);
  EXPECT_THAT(out.refused, ::testing::IsEmpty());
  return out;
}

std::string file_of(const std::string& bundle, std::string_view name) {
  for (const BundleEntry& entry : read_bundle_archive(bundle).entries) {
    if (entry.name == name) return std::string(entry.bytes);
  }
  ADD_FAILURE() << name;
  return "";
}

std::vector<std::string> messages(const BundleCheck& check) {
  std::vector<std::string> out;
  for (const BundleProblem& problem : check.problems) out.push_back(problem.message);
  return out;
}

::testing::Matcher<std::vector<CheckedPassage>> all_proven(bool extraction) {
  return ::testing::Each(::testing::AllOf(
      ::testing::Field(&CheckedPassage::proven, true),
      ::testing::Field(&CheckedPassage::extraction_proven, ::testing::Optional(extraction))));
}

}  // namespace ibid::testing
