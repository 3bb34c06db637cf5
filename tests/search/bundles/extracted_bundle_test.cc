// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles of reports whose text a reader made of another format: what they hold, what is
// proven of them with and without reading the file again, and that what was changed is found.
#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "corpus/text/code_points.h"
#include "search/bundles/bundle.h"
#include "search/bundles/check_bundle.h"
#include "search/bundles/render_bundle_check.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/docx_writer.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Optional;
using ::testing::SizeIs;
using Json = nlohmann::ordered_json;

constexpr char kProgram[] = "ibid test";
constexpr char kHtml[] =
    "<!DOCTYPE html><title>x</title>\n"
    "<p>Storage in Korea &amp; Japan doubled in 2024 &ndash; to 12 GWh.</p>\n"
    "<p>한국의 저장 장치는 2024년에 &lt;두 배&gt;로 늘었다.</p>\n";
const std::vector<std::string> kLines = {"Storage in ports grew by -23% in the first half.",
                                         "항구의 저장 시설은 상반기에 네 곳이 늘었다.",
                                         "Storage는 부산에서 먼저 시작됐다."};

// A reader of a few formats, as small as can be.
struct FakeReader {
  std::string name = "fake/1";
  std::vector<std::string> lines = kLines;
  float shift = 0;          // of boxes
  std::uint64_t moved = 0;  // bytes of parts
  int read = 0;             // files

  std::vector<ExtractedFile> operator()(const ReaderInput& input) {
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

  ExtractedFile html(std::string_view bytes) const {
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

  ExtractedFile part() const {
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

  ExtractedFile pages() const {
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

  ExtractedFile item(const std::string& id, const std::string& line) const {
    ExtractBuilder out(FileFormat::kJsonLines, AnchorGrade::kByte, name, 1 << 20);
    out.add_part({});
    out.file().item = id;
    out.begin_block(ExtractedBlock::Kind::kParagraph);
    out.add(line, 0, line == lines[0] ? 0 : 100, line.size());
    out.end_block();
    return out.finish();
  }
};

std::string jsonl() {
  std::string out = kLines[0];
  return out + std::string(100 - out.size(), ' ') + kLines[1];
}

class ExtractedBundleTest : public ::testing::Test {
 protected:
  ExtractedBundleTest() {
    test_.write("web.html", kHtml);
    test_.write("paper.docx", testing::docx_of(testing::paragraph("x")));
    test_.write("논문.pdf", "%PDF-1.4\nStorage");
    UpdateOptions options = test_.options();
    options.read_documents = std::ref(reader_);
    EXPECT_THAT(update_index(options).problems, IsEmpty());
  }

  OpenIndex& open() {
    if (!open_) open_.emplace(test_.index());
    return *open_;
  }

  // All passages of a report; of all reports without a name.
  std::vector<PassageRef> passages_of(const std::string& report = "") {
    Searcher searcher(open());
    std::vector<PassageRef> out;
    const std::string query = "storage OR 저장";
    for (const Hit& hit : searcher.search(query, testing::SampleIndex::everything()).hits) {
      if (!report.empty() && hit.passage.report.id != report) continue;
      out.push_back(*parse_passage_ref(hit.passage.permalink));
    }
    return out;
  }

  Bundle make(const std::string& report, BundleMode mode = BundleMode::kReports) {
    BundleRequest request;
    request.passages = passages_of(report);
    request.mode = mode;
    request.program = kProgram;
    Bundle out = make_bundle(open(), request);
    EXPECT_THAT(out.refused, IsEmpty());
    return out;
  }

  testing::TestIndex test_;
  FakeReader reader_;
  std::optional<OpenIndex> open_;
};

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

// All passages, proven with or without what the readers did.
::testing::Matcher<std::vector<CheckedPassage>> all_proven(bool extraction) {
  return Each(AllOf(Field(&CheckedPassage::proven, true),
                    Field(&CheckedPassage::extraction_proven, Optional(extraction))));
}

TEST_F(ExtractedBundleTest, IsProvenFromItsOwnBytes) {
  const struct {
    const char *report, *file;
    std::size_t passages;
    bool extraction;
  } kCases[] = {{"web", "reports/web.html", 2, true},
                {"paper", "reports/paper.docx", 3, false},
                {"논문", "reports/논문.pdf", 3, false}};
  for (const auto& one : kCases) {
    const Bundle bundle = make(one.report);
    const BundleCheck check = check_bundle(bundle.bytes, kProgram);
    EXPECT_THAT(messages(check), IsEmpty()) << one.report;
    EXPECT_THAT(check.passages, AllOf(SizeIs(one.passages), all_proven(one.extraction)))
        << one.report;
    EXPECT_TRUE(check.page_proven);
    EXPECT_FALSE(check.reread);
    const auto manifest = Json::parse(file_of(bundle.bytes, "manifest.json"));
    EXPECT_EQ(manifest["schema_version"], 2);
    const Json& report = manifest["reports"][0];
    EXPECT_EQ(report["file"], one.file);
    EXPECT_EQ(report["text_file"], std::string("texts/") + one.report + ".txt");
    EXPECT_EQ(report["reader"], "fake/1");
    EXPECT_EQ(sha256_hex(file_of(bundle.bytes, report["text_file"].get<std::string>())),
              report["text_sha256"]);
    EXPECT_EQ(sha256_hex(file_of(bundle.bytes, one.file)), report["sha256"]);
  }
}

TEST_F(ExtractedBundleTest, NamesThePlacesOfItsPassages) {
  const auto places = [&](const std::string& report) {
    const auto manifest = Json::parse(file_of(make(report).bytes, "manifest.json"));
    return manifest["passages"][1];
  };
  const Json web = places("web");
  EXPECT_FALSE(web.contains("bytes"));
  const std::string html = kHtml;
  const std::uint64_t begin = html.find("한국");
  EXPECT_EQ(web["anchor"]["places"][0]["bytes"]["begin"], begin);
  EXPECT_EQ(web["anchor"]["places"][0]["bytes"]["end"], html.rfind("</p>"));
  EXPECT_EQ(web["selectors"][1]["type"], "DataPositionSelector");
  const Json paper = places("paper");
  EXPECT_EQ(paper["anchor"]["places"][0]["part"], "word/document.xml");
  EXPECT_EQ(paper["label"], "나.");
  EXPECT_THAT(paper["selectors"], SizeIs(1));
  const Json pdf = places("논문");
  EXPECT_EQ(pdf["anchor"]["places"][0]["page"], 2);
  EXPECT_EQ(pdf["anchor"]["places"][0]["boxes"][0]["left"], 72.13);
  EXPECT_EQ(pdf["selectors"][0]["value"], "page=2");
}

TEST_F(ExtractedBundleTest, ShowsPageAndLabel) {
  const std::string page = file_of(make("").bytes, "index.html");
  EXPECT_THAT(page, AllOf(HasSubstr("p. iv (page 1) of <a href"), HasSubstr("p. 2 of <a href"),
                          HasSubstr("<dt>Label</dt><dd>나.</dd>"),
                          HasSubstr("word/document.xml, bytes 1100 to "),
                          HasSubstr("text extracted by fake/1")));
}

TEST_F(ExtractedBundleTest, IsProvenWholeWhenReadAgain) {
  const Bundle bundle = make("");
  FakeReader again;
  const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
  EXPECT_THAT(messages(check), IsEmpty());
  EXPECT_THAT(check.passages, AllOf(SizeIs(8), all_proven(true)));
  EXPECT_TRUE(check.reread);
  EXPECT_EQ(again.read, 3);
  EXPECT_THAT(bundle_check_text("a.zip", check),
              HasSubstr("the files were read again and say the same text"));
  EXPECT_THAT(bundle_check_json_lines("a.zip", check),
              HasSubstr(R"("extraction_proven":true,"reread":true)"));
}

TEST_F(ExtractedBundleTest, SaysWhatIsNotProvenUntilItIsReadAgain) {
  const std::string text = bundle_check_text("a.zip", check_bundle(make("").bytes, kProgram));
  EXPECT_THAT(text, AllOf(HasSubstr("a.zip: whole"),
                          HasSubstr("the text was extracted by fake/1; not proven here, --reread "
                                    "reads the file again"),
                          HasSubstr("  (in the extracted text)")));
  EXPECT_THAT(bundle_check_text("a.zip", check_bundle(make("web").bytes, kProgram)),
              AllOf(Not(HasSubstr("extracted")), HasSubstr("proven      web#")));
}

TEST_F(ExtractedBundleTest, SaysWhetherTheReaderDiffers) {
  const Bundle bundle = make("논문");
  FakeReader other;
  other.lines[0] = "Storage in ports grew by 23% in the first half.";
  FakeReader newer = other;
  newer.name = "fake/2";
  FakeReader elsewhere;
  elsewhere.shift = 5;
  FakeReader renamed;
  renamed.name = "fake/2";
  const struct {
    FakeReader reader;
    const char* problem;
  } kCases[] = {{other, "read again, its text differs (of the same reader fake/1)"},
                {newer, "says another text (the reader differs: it was fake/1, now it is fake/2)"},
                {elsewhere, "read again, its text is at other places (of the same reader fake/1)"},
                {renamed, ""}};
  for (auto one : kCases) {
    const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(one.reader));
    if (*one.problem == '\0') {
      EXPECT_THAT(messages(check), IsEmpty());
      EXPECT_THAT(check.passages, all_proven(true));
    } else {
      EXPECT_THAT(messages(check), AllOf(Not(IsEmpty()), Each(HasSubstr(one.problem))));
      EXPECT_THAT(check.passages, all_proven(false));
    }
  }
}

TEST_F(ExtractedBundleTest, SaysThatAFileCannotBeReadAgain) {
  const Bundle bundle = make("paper");
  const BundleCheck check =
      check_bundle(bundle.bytes, kProgram, [](const ReaderInput&) -> std::vector<ExtractedFile> {
        throw Error(ErrorKind::kInput, "it is damaged");
      });
  EXPECT_THAT(messages(check), ElementsAre("it cannot be read again: it is damaged"));
  EXPECT_THROW(check_bundle(bundle.bytes, kProgram,
                            [](const ReaderInput&) -> std::vector<ExtractedFile> {
                              throw Error(ErrorKind::kSystem, "no ibid-read");
                            }),
               Error);
}

TEST_F(ExtractedBundleTest, HoldsExcerptsOfTheText) {
  for (const char* report : {"web", "paper", "논문"}) {
    const Bundle bundle = make(report, BundleMode::kExcerpts);
    FakeReader again;
    const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
    EXPECT_THAT(messages(check), IsEmpty()) << report;
    EXPECT_THAT(check.passages, all_proven(false));
    EXPECT_EQ(again.read, 0);
    const BundlePassage& passage = check.manifest.passages[0];
    EXPECT_EQ(file_of(bundle.bytes, passage.file), passage.text);
    EXPECT_THAT(bundle_check_text("a.zip", check),
                HasSubstr("not proven here, as the files are not in the bundle"));
  }
}

TEST_F(ExtractedBundleTest, KeepsAFileOfSeveralDocumentsOnce) {
  test_.write("feed.jsonl", jsonl());
  UpdateOptions options = test_.options();
  options.read_documents = std::ref(reader_);
  ASSERT_THAT(update_index(options).problems, IsEmpty());
  BundleRequest request;
  for (const PassageRef& ref : passages_of()) {
    if (ref.report.starts_with("feed")) request.passages.push_back(ref);
  }
  request.program = kProgram;
  const Bundle bundle = make_bundle(open(), request);
  ASSERT_THAT(bundle.manifest.reports, SizeIs(2));
  EXPECT_EQ(bundle.manifest.reports[0].file, bundle.manifest.reports[1].file);
  EXPECT_EQ(bundle.manifest.reports[1].info.extraction->item, "둘");
  FakeReader again;
  const BundleCheck check = check_bundle(bundle.bytes, kProgram, std::ref(again));
  EXPECT_THAT(messages(check), IsEmpty());
  EXPECT_EQ(again.read, 1);
  EXPECT_EQ(check.files, 6U);
  EXPECT_THAT(check.passages, AllOf(SizeIs(2), all_proven(true)));
}

TEST_F(ExtractedBundleTest, RefusesAReportThatHasChanged) {
  const std::vector<PassageRef> refs = passages_of("논문");
  test_.change("논문.pdf", "%PDF-1.4\nAnother");
  BundleRequest request;
  request.passages = refs;
  request.program = kProgram;
  const Bundle bundle = make_bundle(open(), request);
  EXPECT_THAT(bundle.refused, Contains(HasSubstr("is no longer the file that was indexed")));
  EXPECT_THAT(bundle.bytes, IsEmpty());
}

// A bundle whose files were changed, with all hashes of files made again.
using Files = std::map<std::string, std::string>;
std::string forged(const std::string& bundle,
                   const std::function<void(Files& files, Json& manifest)>& change) {
  Files files;
  std::vector<std::string> names;
  for (const BundleEntry& entry : read_bundle_archive(bundle).entries) {
    names.emplace_back(entry.name);
    files[names.back()] = entry.bytes;
  }
  Json manifest = Json::parse(files[kManifestName]);
  change(files, manifest);
  for (Json& file : manifest["files"]) {
    const std::string& bytes = files[file["name"].get<std::string>()];
    file["size"] = bytes.size();
    file["sha256"] = sha256_hex(bytes);
  }
  files[kManifestName] = manifest.dump(2) + "\n";
  std::string& sums = files[kSumsName];
  sums = sha256_hex(files[kManifestName]) + "  " + kManifestName + "\n";
  for (const Json& file : manifest["files"]) {
    sums += file["sha256"].get<std::string>() + "  " + file["name"].get<std::string>() + "\n";
  }
  std::vector<BundleFile> out;
  for (const std::string& name : names) out.push_back({name, files[name]});
  return write_bundle_archive(out);
}

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

// The text of the report in the bundle says something else, and the passage, too.
void say(Files& files, Json& manifest, const std::string& old, const std::string& now) {
  Json& report = manifest["reports"][0];
  std::string& text = files[report["text_file"].get<std::string>()];
  text = replaced(text, old, now);
  report["text_sha256"] = sha256_hex(text);
  for (Json& passage : manifest["passages"]) {
    Json& selector = passage["selectors"][0];
    Json& quote = selector.contains("refinedBy") ? selector["refinedBy"] : selector;
    for (const char* side : {"prefix", "suffix"}) {
      const std::string beside = quote[side].get<std::string>();
      if (beside.find(old) != std::string::npos) quote[side] = replaced(beside, old, now);
    }
    std::string said = passage["text"].get<std::string>();
    if (said.find(old) == std::string::npos) continue;
    said = replaced(said, old, now);
    passage["text"] = said;
    passage["text_sha256"] = passage["sha256"] = sha256_hex(said);
    passage["permalink"] = permalink(passage["id"].get<std::string>(), said, HashRule::kWords);
    quote["exact"] = said;
  }
}

TEST_F(ExtractedBundleTest, ReportsWhatWasForged) {
  const auto at = [](Json& manifest) -> Json& { return manifest["passages"][0]; };
  const auto place = [at](Json& manifest) -> Json& { return at(manifest)["anchor"]["places"][0]; };
  const struct {
    const char *name, *report;
    std::function<void(Files& files, Json& manifest)> change;
    const char* problem;
  } kCases[] = {
      {"the original", "논문", [](Files& f, Json&) { f["reports/논문.pdf"] += "more"; },
       "it is not the file that was indexed"},
      {"the text", "paper",
       [](Files& f, Json&) {
         f["texts/paper.txt"] = replaced(f["texts/paper.txt"], "-23%", "+23%");
       },
       "it is not the text that was indexed"},
      {"text and passage, not the file", "web",
       [](Files& f, Json& m) { say(f, m, "12 GWh", "99 GWh"); },
       "the bytes of the file at its anchor do not say its text"},
      {"Korean text and passage", "web", [](Files& f, Json& m) { say(f, m, "두 배", "세 배"); },
       "the bytes of the file at its anchor do not say its text"},
      {"bytes of the anchor", "web",
       [=](Files&, Json& m) {
         for (Json* one : {&place(m)["bytes"], &place(m)["spans"][0]["bytes"]}) {
           (*one)["begin"] = 2;
         }
         at(m)["selectors"][1]["start"] = 2;
       },
       "the bytes of the file at its anchor do not say its text"},
      {"an anchor past the file", "web", [=](Files&, Json& m) { place(m)["bytes"]["end"] = 99999; },
       "its anchor ends past the end of the file"},
      {"an anchor of other text", "paper",
       [=](Files&, Json& m) { place(m)["spans"][0]["text_bytes"]["end"] = 99999; },
       "its anchor is not of its text"},
      {"bytes out of the place", "paper",
       [=](Files&, Json& m) { place(m)["spans"][0]["bytes"]["end"] = 18446744073709551615U; },
       "the bytes of its anchor are out of order"},
      {"no part", "paper", [=](Files&, Json& m) { place(m)["part"] = ""; },
       "its anchor names no part of the file"},
      {"the page", "논문", [=](Files&, Json& m) { place(m)["page"] = 7; },
       "its FragmentSelector is not its page"},
      {"page 0", "논문", [=](Files&, Json& m) { place(m)["page"] = 0; },
       "its anchor is on no page"},
      {"the fragment", "논문", [=](Files&, Json& m) { at(m)["selectors"][0]["value"] = "page=7"; },
       "its FragmentSelector is not its page"},
      {"a made-up standard", "논문",
       [=](Files&, Json& m) { at(m)["selectors"][0]["conformsTo"] = "https://example.org"; },
       "its FragmentSelector is not its page"},
      {"a quotation", "논문",
       [=](Files&, Json& m) { at(m)["selectors"][0]["refinedBy"]["suffix"] = "x"; },
       "the text of its TextQuoteSelector is not there"},
      {"bytes of a page", "논문",
       [=](Files&, Json& m) {
         at(m)["selectors"].push_back({{"type", "DataPositionSelector"}, {"start", 0}, {"end", 1}});
       },
       "its DataPositionSelector is not that of its anchor"},
      {"a position", "paper",
       [=](Files&, Json& m) {
         at(m)["selectors"].push_back({{"type", "TextPositionSelector"}, {"start", 0}, {"end", 1}});
       },
       "it has a TextPositionSelector, but its text is not that of the file"},
      {"another grade", "논문", [](Files&, Json& m) { m["reports"][0]["grade"] = "byte"; },
       "it is not a passage of a report of that format"},
      {"the old hash", "paper",
       [=](Files&, Json& m) {
         at(m)["permalink"] =
             permalink(at(m)["id"].get<std::string>(), at(m)["text"].get<std::string>());
       },
       "its permalink is not for this text"},
      {"no text", "paper", [](Files&, Json& m) { m["reports"][0]["text_file"] = "texts/x.txt"; },
       "it is not in the bundle"},
      {"the file as the text", "논문",
       [](Files&, Json& m) { m["reports"][0]["text_file"] = m["reports"][0]["file"]; },
       "it is not the text that was indexed"},
  };
  for (const auto& one : kCases) {
    const std::string changed = forged(make(one.report).bytes, one.change);
    const BundleCheck check = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(check), Contains(HasSubstr(one.problem))) << one.name;
    EXPECT_THAT(check.passages, Contains(Field(&CheckedPassage::proven, false))) << one.name;
  }
}

// What only the reader knows is found by reading again.
TEST_F(ExtractedBundleTest, ReportsByReadingAgainWhatWasForgedWell) {
  const struct {
    const char* report;
    std::function<void(Files& files, Json& manifest)> change;
    const char* problem;
  } kCases[] = {
      {"논문", [](Files& f, Json& m) { say(f, m, "-23%", "+23%"); }, "it says another text"},
      {"paper", [](Files& f, Json& m) { say(f, m, "네 곳", "세 곳"); }, "it says another text"},
      {"web",
       [](Files& f, Json& m) {
         say(f, m, "12 GWh", "99 GWh");
         m["passages"][0]["anchor"]["decodes"] = false;
       },
       "it says another text"},
      {"논문",
       [](Files&, Json& m) {
         m["passages"][0]["anchor"]["places"][0]["page"] = 3;
         m["passages"][0]["selectors"][0]["value"] = "page=3";
       },
       "its text is at other places"},
      {"논문",
       [](Files&, Json& m) { m["passages"][0]["anchor"]["places"][0]["boxes"][0]["top"] = 91; },
       "its text is at other places"},
      {"paper", [](Files&, Json& m) { m["passages"][1]["label"] = "다."; },
       "it has the label \"나.\", not \"다.\""},
      {"논문", [](Files&, Json& m) { m["reports"][0]["format"] = "docx"; },
       "it is a file of format pdf, not docx"},
      {"논문", [](Files&, Json& m) { m["reports"][0]["item"] = "7"; },
       "it contains no document \"7\""},
  };
  for (const auto& one : kCases) {
    const std::string changed = forged(make(one.report).bytes, one.change);
    const BundleCheck unread = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(unread), IsEmpty()) << one.problem;
    EXPECT_THAT(unread.passages,
                Contains(Field(&CheckedPassage::extraction_proven, Optional(false))));
    FakeReader again;
    const BundleCheck check = check_bundle(changed, "ibid of another version", std::ref(again));
    EXPECT_THAT(messages(check), Contains(HasSubstr(one.problem)));
    EXPECT_THAT(check.passages,
                Contains(Field(&CheckedPassage::extraction_proven, Optional(false))))
        << one.problem;
  }
}

TEST_F(ExtractedBundleTest, RefusesMembersThatAreNone) {
  const auto at = [](Json& manifest) -> Json& { return manifest["passages"][0]; };
  const auto place = [at](Json& manifest) -> Json& { return at(manifest)["anchor"]["places"][0]; };
  const struct {
    const char* report;
    std::function<void(Json& manifest)> change;
    const char* problem;
  } kCases[] = {
      {"논문", [=](Json& m) { at(m)["anchor"] = 1; }, "passages[0].anchor.grade is missing"},
      {"논문", [=](Json& m) { at(m)["anchor"]["grade"] = "exact"; }, "anchor.grade is not one of"},
      {"논문", [=](Json& m) { at(m)["anchor"]["places"] = "x"; }, "anchor.places is not a list"},
      {"논문", [=](Json& m) { place(m)["page"] = 4294967296U; }, "page is not a small count"},
      {"논문", [=](Json& m) { place(m)["boxes"][0]["left"] = 1e300; }, "left is not a length"},
      {"논문", [=](Json& m) { place(m)["boxes"][0].erase("top"); }, "top is missing"},
      {"논문", [=](Json& m) { at(m).erase("text_bytes"); }, "text_bytes is missing"},
      {"논문", [=](Json& m) { at(m).erase("anchor"); }, "bytes is missing"},
      {"논문", [=](Json& m) { at(m)["selectors"] = Json::array(); }, "not a list of selectors"},
      {"논문", [=](Json& m) { at(m)["selectors"][0]["type"] = "XPathSelector"; },
       "selectors[0].type is not one of the words"},
      {"논문", [=](Json& m) { at(m)["selectors"][0].erase("refinedBy"); }, "refinedBy is missing"},
      {"web", [=](Json& m) { at(m)["selectors"].push_back(at(m)["selectors"][1]); },
       "not a list of different selectors"},
      {"web", [=](Json& m) { at(m)["anchor"].erase("decodes"); }, "decodes is missing"},
      {"web", [=](Json& m) { place(m)["bytes"]["begin"] = 99999; }, "bytes is not a range"},
      {"web", [](Json& m) { m["reports"][0]["format"] = "xlsx"; }, "not the name of a format"},
      {"web", [](Json& m) { m["reports"][0]["encoding"] = "CP949"; }, "not a member beside"},
      {"web", [](Json& m) { m["reports"][0].erase("text_file"); }, "text_file is missing"},
      {"web", [](Json& m) { m["schema_version"] = 1; }, "not the version of what it holds"},
  };
  for (const auto& one : kCases) {
    const std::string changed =
        forged(make(one.report).bytes, [&](Files&, Json& manifest) { one.change(manifest); });
    const BundleCheck check = check_bundle(changed, "ibid of another version");
    EXPECT_THAT(messages(check), ElementsAre(HasSubstr(one.problem)));
    EXPECT_THAT(check.passages, IsEmpty());
  }
}

TEST_F(ExtractedBundleTest, ReportsChangedBytes) {
  const std::string whole = make("web").bytes;
  std::string bundle = whole;
  for (std::size_t at = 0; at < whole.size(); at += 41) {
    bundle[at] = static_cast<char>(whole[at] ^ 0x20);
    EXPECT_THAT(check_bundle(bundle, kProgram).problems, Not(IsEmpty())) << "byte " << at;
    bundle[at] = whole[at];
  }
}

// A claim of bytes that is the whole file, for each passage: read no more often than the bundle is
// large.
TEST_F(ExtractedBundleTest, MayClaimTheWholeFileForEachPassage) {
  const std::string changed = forged(make("web").bytes, [](Files& files, Json& manifest) {
    std::string& file = files["reports/web.html"];
    file += std::string(1'000'000, ' ');
    manifest["reports"][0]["size"] = file.size();
    manifest["reports"][0]["sha256"] = sha256_hex(file);
    Json passage = manifest["passages"][0];
    passage["anchor"]["places"][0]["bytes"] = {{"begin", 0}, {"end", file.size()}};
    passage["anchor"]["places"][0]["spans"].back()["bytes"]["end"] = file.size();
    manifest["passages"] = std::vector<Json>(500, passage);
  });
  const BundleCheck check = check_bundle(changed, "ibid of another version");
  std::size_t unread = 0;
  for (const std::string& message : messages(check)) {
    unread += message == "it is not checked: the ranges of the manifest overlap too often" ? 1 : 0;
  }
  EXPECT_GT(unread, 450U);
  EXPECT_THAT(check.passages, Each(Field(&CheckedPassage::proven, false)));
}

}  // namespace
}  // namespace ibid
