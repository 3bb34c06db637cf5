// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid bundle and ibid check-bundle.
#include <cstdlib>

#include "tests/cli/cli_test.h"
#include "tests/support/docx_writer.h"
#include "tests/support/pdf_writer.h"

namespace ibid {
namespace {

constexpr char kPact[] = "harbour-pact-2024-06-27#2-1.1";
constexpr char kKorean[] = "hangman-hyeopjeong-2024-06-28#2-2.1";

class BundleCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::string read(const std::string& file) { return read_all(path(file)); }
};

TEST_F(BundleCommand, WritesWhatCheckBundleProvesWithoutIndexAndReports) {
  const RunResult made = run({"bundle", kKorean, kPact, "--query", "협정 pact", "-o", "a.zip"});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("a.zip: 2 passages of 2 reports, "));
  EXPECT_EQ(run({"bundle", kPact, kKorean, "--query", "협정 pact", "-o", "b.zip"}).exit_code, 0);
  EXPECT_EQ(read("a.zip"), read("b.zip"));

  fs::remove_all(path("index"));
  fs::remove_all(path("reports"));
  const RunResult checked = run({"check-bundle", "a.zip"});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_THAT(checked.out, AllOf(HasSubstr("a.zip: whole, 2 passages of 2 reports, 5 files"),
                                 HasSubstr("query: 협정 pact"), HasSubstr("proven      harbour")));
}

// Bundles of whole reports and of excerpts, with an English, a Korean and a mixed file name.
class BundleReaders : public BundleCommand {
 protected:
  void SetUp() override {
    index_fixtures();
    write("reports/조약-2024.txt", "두 나라는 조약을 맺었다.\n");
    write("reports/pact-조약.txt", "The pact took effect.\n");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
    const std::vector<Json> found = jsonl({"search", "조약 OR pact OR 협정"});
    std::vector<std::string> bundle = {"bundle", "-o", "a.zip"};
    for (const auto& line : found) {
      if (line["type"] == "hit") bundle.push_back(line["passage"]["id"].get<std::string>());
    }
    ASSERT_GE(bundle.size(), 3U + 4U);
    ASSERT_EQ(run(bundle).exit_code, 0);
    bundle[2] = "b.zip";
    bundle.push_back("--excerpts");
    ASSERT_EQ(run(bundle).exit_code, 0);
  }
};

TEST_F(BundleReaders, UnzipFindsNothingWrong) {
  if (!succeeds("unzip -v")) GTEST_SKIP() << "unzip is not installed";
  for (const char* name : {"a.zip", "b.zip"}) {
    EXPECT_TRUE(succeeds("unzip -t " + path(name))) << name;
  }
  std::string bytes = read("a.zip");
  const std::size_t at = bytes.rfind("four ports");
  ASSERT_NE(at, std::string::npos);
  write("a.zip", bytes.replace(at, 4, "five"));
  EXPECT_FALSE(succeeds("unzip -t " + path("a.zip"))) << "it does look at the bytes";
}

// The files come out as they went in, in the order and with the names of the manifest; the entries
// and the seal are as docs/bundle.md says.
constexpr char kReadByPython[] = R"(
import hashlib, json, sys, zipfile
for path in sys.argv[1:]:
    whole = open(path, 'rb').read()
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    manifest = json.loads(archive.read('manifest.json'))
    names = ['manifest.json', 'SHA256SUMS'] + [file['name'] for file in manifest['files']]
    assert archive.namelist() == names, names
    assert any(not name.isascii() for name in names), names
    for file in manifest['files']:
        assert hashlib.sha256(archive.read(file['name'])).hexdigest() == file['sha256'], file
    for entry in archive.infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0), entry
        assert entry.compress_type == zipfile.ZIP_STORED, entry
        assert entry.create_system == 3 and entry.external_attr == 0o100644 << 16, entry
        assert not entry.extra and not entry.comment, entry
    seal = b'ibid-bundle/1 sha256=' + hashlib.sha256(whole[:-64]).hexdigest().encode()
    assert archive.comment == seal and whole.endswith(seal), archive.comment
)";

TEST_F(BundleReaders, PythonReadsWhatTheManifestSays) {
  if (!succeeds("python3 --version")) GTEST_SKIP() << "python3 is not installed";
  write("read.py", kReadByPython);
  const std::string command =
      "python3 " + path("read.py") + " " + path("a.zip") + " " + path("b.zip");
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(BundleCommand, UnderstandsTheQueryAsASearchDoes) {
  write("names.toml", "haven = [\"harbour\", \"항만\"]\n");
  const auto query_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"bundle", kPact, "--query", "haven", "-o", "a.zip"});
    arguments.insert(arguments.end(), "--force");
    const RunResult made = run(arguments);
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_EQ(run({"check-bundle", "a.zip"}).exit_code, 0);
    const std::string bytes = read("a.zip");
    const std::size_t at = bytes.find("{");
    return nlohmann::json::parse(bytes.substr(at, bytes.find("\n}\n", at) + 3 - at)).at("query");
  };
  const auto named = query_of({"--aliases", "names.toml"});
  EXPECT_EQ(named["names"].dump(),
            R"([{"name":"harbour","word":"haven"},{"name":"항만","word":"haven"}])");
  const RunResult found = run({"search", "--aliases", "names.toml", "--format", "jsonl", "haven"});
  EXPECT_EQ(named["matches"], parse_lines(found.out).back()["matches"]);
  const auto literal = query_of({"--literal"});
  EXPECT_EQ(literal["names"].size(), 0U);
  EXPECT_EQ(literal["matches"], 0);
}

TEST_F(BundleCommand, SaysWhereABundleWasChanged) {
  ASSERT_EQ(run({"bundle", kPact, "-o", "a.zip"}).exit_code, 0);
  std::string bytes = read("a.zip");
  const std::size_t at = bytes.rfind("four ports");
  ASSERT_NE(at, std::string::npos);
  write("a.zip", bytes.replace(at, 4, "five"));
  const RunResult text = run({"check-bundle", "a.zip"});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_THAT(text.out, AllOf(HasSubstr("a.zip: NOT whole"), HasSubstr("NOT proven  harbour-pact"),
                              HasSubstr("its bytes do not say its text")));
  const auto lines = jsonl({"check-bundle", "a.zip"});
  EXPECT_EQ(lines.at(0)["type"], "bundle");
  EXPECT_EQ(lines.at(0)["whole"], false);
  EXPECT_EQ(lines.at(1)["proven"], false);
  EXPECT_EQ(lines.at(2)["type"], "bundle-problem");
  EXPECT_EQ(lines.at(2)["where"], "reports/harbour-pact-2024-06-27.txt");
}

TEST_F(BundleCommand, ReplacesAFileOnlyWithForce) {
  write("a.zip", "mine");
  const RunResult kept = run({"bundle", kPact, "-o", "a.zip"});
  EXPECT_EQ(kept.exit_code, 2);
  EXPECT_EQ(kept.err, "ibid: a.zip already exists; --force replaces it\n");
  EXPECT_EQ(read("a.zip"), "mine");
  EXPECT_EQ(run({"bundle", kPact, "-o", "a.zip", "--force"}).exit_code, 0);
  EXPECT_EQ(run({"check-bundle", "a.zip"}).exit_code, 0);
}

TEST_F(BundleCommand, RefusesInOneSentence) {
  const struct {
    std::vector<std::string> arguments;
    int code;
    const char* error;
  } kCases[] = {
      {{"bundle", kPact}, 2, "ibid: bundle needs a file to write: -o FILE.zip\n"},
      {{"bundle", "harbour-pact-2024-06-27", "-o", "a.zip"}, 2, "is not a passage id"},
      {{"bundle", "x#1.1", "-o", "a.zip"},
       1,
       "holds no passage x#1.1\nibid: no bundle was written"},
      {{"bundle", kPact, "-o", "no/a.zip"}, 2, "cannot write no/a.zip"},
      {{"bundle", kPact, "--literal", "-o", "a.zip"}, 2, "apply to the words of --query QUERY"},
      {{"bundle", kPact, "--query", "date:never", "-o", "a.zip"}, 2, "^"},
      {{"check-bundle", "gone.zip"}, 2, "gone.zip"},
      {{"check-bundle", "reports/harbour-pact-2024-06-27.txt"}, 2, "it is not a bundle"},
      {{"check-bundle", "reports"}, 2, "it is a folder"},
  };
  for (const auto& one : kCases) {
    const RunResult result = run(one.arguments);
    EXPECT_EQ(result.exit_code, one.code) << one.error;
    EXPECT_THAT(result.err, HasSubstr(one.error));
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_FALSE(fs::exists(path("a.zip"))) << one.error;
  }
}

TEST_F(BundleCommand, RefusesAReportThatHasChanged) {
  write("reports/harbour-pact-2024-06-27.txt", "another text");
  const RunResult result = run({"bundle", kPact, kKorean, "-o", "a.zip"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("harbour-pact-2024-06-27.txt is no longer the file that was"));
  EXPECT_FALSE(fs::exists(path("a.zip")));
}

// Files that ibid-read reads: HTML in CP949, DOCX, PDF; English and Korean.
class BundleOfFormats : public BundleCommand {
 protected:
  void SetUp() override {
    write(
        "papers/web.html",
        "<!DOCTYPE html><meta charset=euc-kr><title>x</title><p>Tides &amp; ports rose by 12%.</p>"
        "<p>\xC7\xD1\xB1\xB9 tides.</p>");
    write("papers/paper.docx",
          testing::docx_of(testing::paragraph("Tides fell by -23% in the north.") +
                           testing::paragraph("tides: 북쪽 조수는 네 번 낮아졌다.")));
    testing::PdfWriter pdf;
    testing::PdfPageContent first, second;
    first.text(72, 72, 12, "F", "Tides were measured in four ports.");
    second.korean(72, 72, 12, "tides: 조수는 다섯 곳에서 쟀다.");
    pdf.add_page(first);
    pdf.add_page(second);
    write("papers/report.pdf", pdf.bytes());
    const RunResult indexed = run({"index", "papers"});
    ASSERT_EQ(indexed.exit_code, 0) << indexed.err;
  }

  // All passages of a report, in a.zip.
  void bundle(const std::string& report) {
    std::vector<std::string> arguments = {"bundle", "--force", "-o", "a.zip"};
    for (const Json& line : jsonl({"search", "tides"})) {
      if (line["type"] != "hit" || line["report"]["id"] != report) continue;
      arguments.push_back(line["passage"]["permalink"].get<std::string>());
    }
    ASSERT_EQ(arguments.size(), 4U + 2U) << report;
    const RunResult made = run(arguments);
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }
};

TEST_F(BundleOfFormats, AreProvenByReadingTheFilesAgain) {
  for (const auto& [report, bytes_say] :
       {std::pair("web", true), std::pair("paper", false), std::pair("report", false)}) {
    bundle(report);
    const std::vector<Json> unread = jsonl({"check-bundle", "a.zip"});
    EXPECT_EQ(unread.at(0)["whole"], true) << report;
    EXPECT_EQ(unread.at(0)["extraction_proven"], bytes_say) << report;
    const std::vector<Json> read = jsonl({"check-bundle", "--reread", "a.zip"});
    EXPECT_EQ(read.at(0)["whole"], true) << report;
    EXPECT_EQ(read.at(0)["extraction_proven"], true) << report;
    EXPECT_EQ(read.at(2)["extraction_proven"], true) << report;
  }
  EXPECT_THAT(run({"check-bundle", "a.zip"}).out,
              AllOf(HasSubstr("the text was extracted by ibid-pdf/"),
                    HasSubstr("not proven here, --reread reads the file again")));
  fs::remove_all(path("papers"));
  fs::remove_all(path("index"));
  EXPECT_EQ(run({"check-bundle", "--reread", "a.zip"}).exit_code, 0);
}

TEST_F(BundleOfFormats, SayThatThereIsNoReader) {
  bundle("report");
  RunOptions with = options();
  with.environment["IBID_READ"] = path("gone");
  EXPECT_EQ(run({"check-bundle", "a.zip"}, with).exit_code, 0);
  const RunResult result = run({"check-bundle", "--reread", "a.zip"}, with);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr(path("gone")));
}

}  // namespace
}  // namespace ibid
