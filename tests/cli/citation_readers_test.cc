// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exports of the samples, read by the programs that people use: pandoc, biber, citation-js;
// CSL-JSON against its schema; the examples of docs/export.md with pandoc and jq. The result is
// compared with the reports' records. A test is skipped if its program is missing; tools/run-tests
// installs all of them.
#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

// The code of a section of docs/export.md, without its indent; "" separates blocks.
std::vector<std::string> page_code(const std::string& heading) {
  std::vector<std::string> lines;
  bool inside = false;
  for (const std::string& line : split_lines(read_all(IBID_SOURCE_DIR "/docs/export.md"))) {
    if (line.starts_with("## ")) inside = line == heading;
    if (!inside) continue;
    if (line.starts_with("    ")) {
      lines.push_back(line.substr(4));
    } else if (!lines.empty() && !line.empty()) {
      lines.emplace_back();
    } else if (!lines.empty()) {
      lines.emplace_back(line);
    }
  }
  return lines;
}

TEST_F(CitationReaders, CslJsonKeepsToTheSchema) {
  for (const char* what : kWhats) {
    export_to("a.json", "csl-json", what);
    EXPECT_TRUE(succeeds("/usr/bin/python3 -W ignore -m jsonschema -i " + path("a.json") + " " +
                         IBID_SOURCE_DIR "/tests/support/schemas/csl-data-subset.json"))
        << what;
  }
  // The schema does refuse wrong input.
  write("bad.json", R"([{"id":"a","type":"report","locator":"7-2"}])");
  EXPECT_FALSE(succeeds("/usr/bin/python3 -W ignore -m jsonschema -i " + path("bad.json") + " " +
                        IBID_SOURCE_DIR "/tests/support/schemas/csl-data-subset.json"));
}

TEST_F(CitationReaders, PandocReadsThem) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  for (const char* what : kWhats) {
    const std::vector<Fields> wanted = expected(what);
    ASSERT_GE(wanted.size(), 9U);
    export_to("a.json", "csl-json", what);
    EXPECT_EQ(read_by("pandoc -f csljson -t csljson", "a.json"), wanted);
    export_to("a.bib", "bibtex", what);
    for (const char* reader : {"bibtex", "biblatex"}) {
      expect_all_but_ids(read_by(std::string("pandoc -t csljson -f ") + reader, "a.bib"), wanted);
    }
  }
}

TEST_F(CitationReaders, PandocReadsRis) {
  if (!succeeds("pandoc --list-input-formats | grep -qx ris")) {
    GTEST_SKIP() << "pandoc is not installed, or is older than 3.0 and reads no RIS";
  }
  for (const char* what : kWhats) {
    export_to("a.ris", "ris", what);
    expect_all_but_ids(read_by("pandoc -f ris -t csljson", "a.ris"), expected(what));
  }
}

TEST_F(CitationReaders, PandocMakesABibliography) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  const std::vector<std::pair<std::string, std::string>> formats = {{"csl-json", "csljson"},
                                                                    {"bibtex", "bibtex"}};
  for (const auto& [format, reader] : formats) {
    export_to("a", format, "passages");
    ASSERT_TRUE(succeeds("pandoc --citeproc --wrap=none -t plain -o " + path("a.txt") + " -f " +
                         reader + " " + path("a")));
    const std::string bibliography = read_all(path("a.txt"));
    for (const Fields& work : expected("passages")) {
      // Styles change quotes and dashes; the text before the first one stays the same.
      EXPECT_THAT(bibliography, HasSubstr(work.title.substr(0, work.title.find_first_of("'\":"))));
    }
    EXPECT_THAT(bibliography, HasSubstr("평양의 서명: 북러 포괄적 전략 동반자 조약을 읽는다"));
    EXPECT_THAT(bibliography, HasSubstr("China–Russia Trade: A Record Year"));
  }
  // Through citation-js, too: an older pandoc needs it to read RIS.
  if (citation_js().empty()) return;
  export_to("a.ris", "ris", "passages");
  ASSERT_TRUE(
      std::system((citation_js() + " " + path("a.ris") +
                   " | pandoc --citeproc --wrap=none -f csljson -t plain -o " + path("a.txt"))
                      .c_str()) == 0);
  EXPECT_THAT(read_all(path("a.txt")), HasSubstr("평양의 서명: 북러 포괄적 전략"));
}

TEST_F(CitationReaders, TheExportPageDoesWhatItSays) {
  if (!succeeds("pandoc --version") || !succeeds("jq --version")) {
    GTEST_SKIP() << "pandoc or jq is not installed";
  }
  fs::remove(path("reports/주소-url-2024-09-30.txt"));  // docs/export.md has the samples only
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  std::string session;                 // commands after "$ "
  std::string shown;                   // what they print
  std::vector<std::string> pipelines;  // the others
  bool command = false;
  for (const std::string& line : page_code("## From passages to a bibliography")) {
    if (line.starts_with("$ ") || line.starts_with("ibid ")) command = true;
    if (!command || line.empty()) {
      if (pipelines.empty()) shown += line + "\n";
      continue;
    }
    if (line.starts_with("ibid ")) pipelines.emplace_back();
    std::string& script = pipelines.empty() ? session : pipelines.back();
    script += (line.starts_with("$ ") ? line.substr(2) : line) + "\n";
    write("script", script);
    command = line.ends_with("\\") || !succeeds("bash -n " + path("script"));  // goes on
  }
  const auto printed_by = [&](const std::string& script) {
    write("script", "set -eo pipefail\n" + script);
    const std::string all = "cd " + path("") +
                            " && PATH=" IBID_TOOLS_DIR ":$PATH IBID_INDEX=" + path("index") +
                            " bash script >printed";
    EXPECT_EQ(std::system(all.c_str()), 0) << script;
    return read_all(path("printed"));
  };
  const std::string printed = printed_by(session);
  EXPECT_THAT(printed, HasSubstr("평양의 서명"));
  EXPECT_EQ(shown.substr(0, printed.size()), printed);
  ASSERT_EQ(pipelines.size(), 3U);
  // Counted by ways that share nothing with jq.
  EXPECT_EQ(split_lines(printed_by(pipelines[0])).size() + 1,
            split_lines(run({"export", "--all", "--format", "jsonl"}).out).size());
  std::size_t citations = 0;
  for (const std::string& line : split_lines(printed_by(pipelines[1]))) {
    citations += static_cast<std::size_t>(std::atoi(line.c_str()));
  }
  EXPECT_EQ(
      citations + 1,
      split_lines(run({"export", "--all", "--what", "citations", "--format", "jsonl"}).out).size());
  std::size_t without = 0;
  for (const std::string& line : split_lines(printed_by(pipelines[2]))) {
    without += static_cast<std::size_t>(std::atoi(line.c_str()));
  }
  const RunResult found = run({"search", "--format", "jsonl", "cites:none kind:body"});
  EXPECT_EQ(parse_lines(found.out).back()["matches"], without);
}

TEST_F(CitationReaders, PandocReadsTheFootnotes) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  export_to("notes.md", "markdown", "citations");
  const std::string notes = read_all(path("notes.md"));
  std::string text;
  std::size_t count = 0;
  for (const std::string& line : split_lines(notes)) {
    text += "Claim" + line.substr(0, line.find("]:") + 1) + ".\n";
    ++count;
  }
  write("text.md", text + "\n" + notes);
  for (const char* dialect : {"markdown", "gfm"}) {
    ASSERT_TRUE(succeeds("pandoc -t json -f " + std::string(dialect) + " -o " + path("text.json") +
                         " " + path("text.md")));
    const std::string json = read_all(path("text.json"));
    std::size_t found = 0;
    for (std::size_t at = 0; (at = json.find("\"t\":\"Note\"", at)) != std::string::npos; ++at) {
      ++found;
    }
    EXPECT_EQ(found, count) << dialect;
  }
}

TEST_F(CitationReaders, BiberReadsBibtex) {
  if (!succeeds("biber --version")) GTEST_SKIP() << "biber is not installed";
  for (const char* what : kWhats) {
    export_to("a.bib", "bibtex", what);
    // No --validate-datamodel for sources: biblatex wants a date, and no list gives them one.
    const std::string validate = what == std::string("passages") ? " --validate-datamodel" : "";
    EXPECT_TRUE(succeeds("biber --tool" + validate + " -O " + path("tool.bib") + " --logfile " +
                         path("log") + " " + path("a.bib")));
    const std::string log = read_all(path("log.blg"));
    EXPECT_THAT(log, HasSubstr("INFO"));
    EXPECT_THAT(log, testing::Not(testing::ContainsRegex("WARN|ERROR")));
    if (!succeeds("pandoc --version")) continue;
    expect_all_but_ids(read_by("pandoc -f biblatex -t csljson", "tool.bib"), expected(what));
  }
}

TEST_F(CitationReaders, CitationJsReadsThem) {
  if (citation_js().empty()) {
    GTEST_SKIP() << "citation-js is not in the build folder; CitationReaders.Install says why";
  }
  for (const char* what : kWhats) {
    const std::vector<Fields> wanted = expected(what);
    export_to("a.json", "csl-json", what);
    EXPECT_EQ(read_by(citation_js(), "a.json"), wanted);
    export_to("a.bib", "bibtex", what);
    expect_all_but_ids(read_by(citation_js(), "a.bib"), wanted);
    export_to("a.ris", "ris", what);
    expect_all_but_ids(read_by(citation_js(), "a.ris"), wanted);
  }
}

}  // namespace
}  // namespace ibid
