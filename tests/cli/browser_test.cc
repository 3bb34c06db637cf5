// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages of `ibid serve` in Chromium: tests/cli/browser has what is checked, a file for each
// test.
#include "tests/cli/cli_test.h"
#include "tests/support/pdf_writer.h"

namespace ibid {
namespace {

using testing::PdfPageContent;

// Three pages, printed as 79 to 81.
std::string harbour_pdf() {
  testing::PdfWriter pdf;
  PdfPageContent first;
  first.lines(72, 100, 10, 12, "F",
              {"The harbour took 54 ships in June, and most of them carried grain from the north",
               "to the mills of the city (source: Quay Times)."});
  first.lines(72, 300, 10, 12, "F", {"Nothing else came in."});
  pdf.add_page(first);
  pdf.add_page(PdfPageContent().text(72, 100, 10, "F", "The strike of the crane drivers ended."),
               "/Rotate 90");
  pdf.add_page(PdfPageContent().korean(72, 100, 10, "항만은 7월에 S-400 부품을 받았다."));
  pdf.set_info("/Title (Harbour Review) /CreationDate (D:20240627103000+09'00')");
  pdf.set_catalog("/PageLabels << /Nums [0 << /S /D /St 79 >>] >>");
  return pdf.bytes();
}

class BrowserPages : public CommandTest {
 protected:
  void SetUp() override {
    if (!fs::exists(IBID_CITATION_READERS "/node_modules/puppeteer-core") ||
        !succeeds("node --version") || !succeeds("chromium --version")) {
      GTEST_SKIP() << "node, chromium or puppeteer is not installed; CitationReaders.Install says "
                      "why";
    }
    fs::create_directories(folder_ / "reports");
    for (const auto& entry : fs::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
      fs::copy(entry.path(), folder_ / "reports");
    }
    fs::copy(IBID_SOURCE_DIR "/tests/cli/browser/hostile-2024-10-05.txt", folder_ / "reports");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  }

  // Runs the checks of browser/GROUP.mjs, each a line of its output.
  void browse(const std::string& group) {
    Child server({"serve", "--port", "0", "--no-token"}, options());
    std::string origin = server.first_line();
    ASSERT_THAT(origin, StartsWith("http://127.0.0.1:"));
    while (origin.ends_with('/')) origin.pop_back();
    const std::string update = "IBID_INDEX=" + path("index") + " HOME=" + path("home") +
                               " " IBID_TOOLS_DIR "/ibid index reports";
    const std::string command = "cd " + folder_.string() + " && IBID_UPDATE='" + update +
                                "' node " IBID_SOURCE_DIR
                                "/tests/cli/browser/browse_pages.mjs " IBID_CITATION_READERS " " +
                                origin + " " + group + " " + path("profile") + " >said 2>&1";
    const int status = std::system(command.c_str());
    std::size_t right = 0;
    for (const std::string& line : split_lines(read_all(path("said")))) {
      right += line.starts_with("ok ") ? 1 : 0;
      if (!line.starts_with("ok ")) std::cout << line << "\n";
    }
    std::cout << group << ": " << right << " checks are right\n";
    EXPECT_EQ(status, 0);
    EXPECT_GE(right, 5U);
  }
};

TEST_F(BrowserPages, AreFoundByTypingComposingAndNarrowing) { browse("reading"); }

TEST_F(BrowserPages, ShowPagesOfAPdfWithTheirMarks) {
  write("reports/harbour.pdf", harbour_pdf());
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  browse("pdf_pages");
}

TEST_F(BrowserPages, ObeyKeysAndCopyWhatTheyShow) { browse("keys"); }

TEST_F(BrowserPages, NeedNoScripts) { browse("no_scripts"); }

TEST_F(BrowserPages, ShowHostileTextAsText) { browse("hostile"); }

TEST_F(BrowserPages, PrintTheirStateAndFollowTheIndex) { browse("index_state"); }

TEST_F(BrowserPages, AreAccessible) { browse("accessible_en"); }

TEST_F(BrowserPages, AreAccessibleInKorean) { browse("accessible_ko"); }

}  // namespace
}  // namespace ibid
