// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exports of the samples as citation processors cite them: a place is one section, and authors and
// publishers arrive.
#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

// The places of a CSL-JSON export, in the order of the file.
std::vector<Json> places_in(const std::string& file) {
  std::vector<Json> out;
  for (const Json& work : Json::parse(read_all(file))) {
    for (const Json& place : work["custom"]["citation-items"]) out.push_back(place);
  }
  return out;
}

// What a processor made of each place: one section, as the file names it.
void expect_one_section_each(const std::vector<Json>& places, const std::string& cited) {
  const std::vector<std::string> lines = split_lines(cited);
  ASSERT_EQ(lines.size(), places.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!places[i].contains("locator")) continue;
    EXPECT_THAT(lines[i], HasSubstr("sec. " + places[i]["locator"].get<std::string>()));
  }
}

// The samples have sections of two levels; these have three, and a title with a dash.
class CitationPlaces : public CitationReaders {
 protected:
  void SetUp() override {
    CitationReaders::SetUp();
    write("reports/deep-sections-2024-10-02.txt",
          "Deep Sections\n\nGOOVER DAILY REPORT October 2, 2024\ngoover\n\n2. 부\n\n2-1. 장 A\n\n"
          "2-1-1. 절 B\n\n  • Cranes stood idle in the harbour.\n\n2-1-2. 절 C\n\n"
          "  • 크레인이 항구에 서 있었다.\n\n  • A second claim 2023-24.\n");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
    export_to("a.json", "csl-json", "passages");
    places_ = places_in(path("a.json"));
    ASSERT_GT(places_.size(), 217U);
  }

  std::vector<Json> places_;
};

TEST_F(CitationPlaces, HaveHyphensThatDoNotBreak) {
  EXPECT_THAT(read_all(path("a.json")), HasSubstr("\"locator\":\"2‑1‑2\""));
}

TEST_F(CitationPlaces, AreOneSectionToCitationJs) {
  if (citation_js().empty()) {
    GTEST_SKIP() << "citation-js is not in the build folder; CitationReaders.Install says why";
  }
  for (const char* style : {"apa", "harvard1"}) {
    ASSERT_EQ(std::system(("node " IBID_SOURCE_DIR
                           "/tests/cli/citation_readers/cite_places.js " IBID_CITATION_READERS " " +
                           path("a.json") + " " + style + " >" + path("cited"))
                              .c_str()),
              0);
    expect_one_section_each(places_, read_all(path("cited")));
  }
}

TEST_F(CitationPlaces, AreOneSectionToPandoc) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  std::string text;
  for (const Json& place : places_) {
    text += "[@{" + place["id"].get<std::string>() + "}, {sec. " + place.value("locator", "0") +
            "}]\n\n";
  }
  write("text.md", text);
  ASSERT_TRUE(
      succeeds("pandoc --citeproc --wrap=none -t plain -M suppress-bibliography "
               "--bibliography " +
               path("a.json") + " -o " + path("cited") + " " + path("text.md")));
  expect_one_section_each(places_,
                          std::regex_replace(read_all(path("cited")), std::regex("\n\n"), "\n"));
}

// The words of the author's name, in the order of RIS.
std::string name_of(const Json& work) {
  if (!work.contains("author")) return {};
  const Json& name = work["author"][0];
  if (name.contains("literal")) return name["literal"];
  return name.value("family", "") + (name.contains("given") ? ", " : "") + name.value("given", "");
}

TEST_F(CitationReaders, CitationJsReadsTheAuthorOfRis) {
  if (citation_js().empty()) {
    GTEST_SKIP() << "citation-js is not in the build folder; CitationReaders.Install says why";
  }
  for (const char* what : kWhats) {
    export_to("a.json", "csl-json", what);
    export_to("a.ris", "ris", what);
    ASSERT_EQ(std::system((citation_js() + " " + path("a.ris") + " >" + path("read")).c_str()), 0);
    const Json wanted = Json::parse(read_all(path("a.json")));
    const Json read = Json::parse(read_all(path("read")));
    ASSERT_EQ(read.size(), wanted.size());
    std::size_t authors = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
      // citation-js takes AU of a newspaper for its reporter.
      const std::string author = text_of(read[i], "reporter") + name_of(read[i]);
      EXPECT_EQ(author, name_of(wanted[i])) << wanted[i];
      authors += author.empty() ? 0 : 1;
      if (what == std::string("sources")) {
        EXPECT_EQ(text_of(read[i], "container-title") + text_of(read[i], "collection-title"),
                  text_of(wanted[i], "publisher"));
      }
    }
    EXPECT_GE(authors, 9U) << what;
    const std::regex note("N1  - [^\r]*;");
    EXPECT_FALSE(std::regex_search(read_all(path("a.ris")), note));
  }
}

}  // namespace
}  // namespace ibid
