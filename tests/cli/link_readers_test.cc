// SPDX-License-Identifier: GPL-2.0-or-later
//
// Links and selectors of the samples, followed by the programs that people follow them with:
// Chromium opens each text fragment on a page made of the report's file, apache-annotator anchors
// each selector on the file.
#include <algorithm>

#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

// A page with a paragraph for each passage, whose id is its number from 1, and for each other line.
// Bullets are no text of it, as in a list.
std::string page_of(const std::string& bytes, const std::vector<Json>& hits) {
  std::string out =
      "<!doctype html><meta charset=utf-8>"
      "<style>p{padding:110vh 0;margin:0;width:70rem;font-size:.5rem}</style>\n<p>\n";
  const auto add = [&out](std::size_t number, std::string text) {
    for (const auto& [sign, name] : {std::pair("&", "&amp;"), std::pair("<", "&lt;")}) {
      text = std::regex_replace(text, std::regex(sign), name);
    }
    const std::string id = number == 0 ? "" : " id=" + std::to_string(number);
    if (!text.empty()) out += "<p" + id + ">" + text + "</p>\n";
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i <= hits.size(); ++i) {
    const std::size_t begin =
        i < hits.size() ? hits[i]["bytes"]["begin"].get<std::size_t>() : bytes.size();
    for (const std::string& line : split_lines(bytes.substr(at, begin - at))) {
      add(0, std::regex_replace(line, std::regex("^ *(•|-) *"), ""));
    }
    if (i == hits.size()) break;
    at = hits[i]["bytes"]["end"];
    add(i + 1, bytes.substr(begin, at - begin));
  }
  return out + "<p>\n";
}

class LinkReaders : public CitationReaders {
 protected:
  void SetUp() override {
    CitationReaders::SetUp();
    write("reports/ibid.toml",
          "[[report]]\nmatch = \"*\"\nurl = \"https://reports.example.org/r\"\n");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  }

  // The report's passages in file order, each with selectors and link.
  std::vector<Json> hits_of(const std::string& report) {
    std::vector<Json> hits;
    for (const Json& line :
         jsonl({"search", "--selectors", "--limit", "1000", "report:" + report})) {
      if (line["type"] == "hit") hits.push_back(line);
    }
    std::sort(hits.begin(), hits.end(), [](const Json& a, const Json& b) {
      return a["bytes"]["begin"].get<std::size_t>() < b["bytes"]["begin"].get<std::size_t>();
    });
    return hits;
  }

  // Follows the links of all passages of these reports; how many led to their passage, and how many
  // there are.
  std::pair<std::size_t, std::size_t> follow(const std::vector<std::string>& reports) {
    std::string addresses;
    std::vector<std::pair<std::string, std::string>> wanted;  // number, passage and link
    for (const std::string& report : reports) {
      const std::vector<Json> hits = hits_of(report);
      const std::string bytes = read_all(hits.at(0)["report"]["path"]);
      write(report + ".html", page_of(bytes, hits));
      for (std::size_t i = 0; i < hits.size(); ++i) {
        const std::string link = hits[i]["link"];
        wanted.emplace_back(std::to_string(i + 1),
                            hits[i]["passage"]["id"].get<std::string>() + " " + link);
        addresses += "file://" + path(report) + ".html?" + std::to_string(i) +
                     link.substr(std::min(link.find('#'), link.size())) + "\n";
      }
    }
    write("addresses", addresses);
    EXPECT_EQ(std::system(("node " IBID_SOURCE_DIR "/tests/cli/citation_readers/follow_links.js " +
                           path("profile") + " " + path("addresses") + " >" + path("led"))
                              .c_str()),
              0);
    std::istringstream led(read_all(path("led")));
    std::size_t right = 0;
    for (const auto& [number, passage] : wanted) {
      std::string id;
      std::getline(led, id);
      EXPECT_EQ(id, number) << passage;
      right += id == number ? 1 : 0;
    }
    return {right, wanted.size()};
  }
};

std::vector<std::string> sample_ids() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
    out.push_back(entry.path().stem());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST_F(LinkReaders, ChromiumFollowsEachLinkToItsPassage) {
  if (!succeeds("node --version") || !succeeds("chromium --version")) {
    GTEST_SKIP() << "node or chromium is not installed";
  }
  const auto [right, all] = follow(sample_ids());
  std::cout << "Chromium: " << right << " of " << all << " links lead to their passage\n";
  EXPECT_EQ(all, 217U);
}

// Passages that Chromium takes for one before them, and that hold what it does not show.
TEST_F(LinkReaders, ChromiumFollowsLinksToLookalikes) {
  if (!succeeds("node --version") || !succeeds("chromium --version")) {
    GTEST_SKIP() << "node or chromium is not installed";
  }
  const std::vector<std::string> passages = {
      "The mayor called it “a quiet year” for the port.",
      "The mayor called it \"a quiet year\" for the port.",
      "Cafés on pier ① stay open until ten.",
      "Cafes on pier 1 stay open until ten.",
      "항만공사는 5㎞ 떨어진 Ⅱ부두를 닫았다.",
      "항만공사는 5km 떨어진 II부두를 닫았다.",
      "Ｃａｒｇｏ ｆｅｌｌ ｉｎ June…",
      "Cargo fell in June...",
      "ΤΟ ΛΙΜΑΝΙ opened; ПОРТ closed.",
      "το λιμανι opened; порт closed.",
      "The con\u200Btract was re\uFEFFsigned in spring.",
      "부두\u200B노동자는 파업을\u2028끝내고 일터로 돌아갔다.",
      "Dredging began\u0085and the channel is deeper now.",
      "선박\u2029ships 12척이 왔다. They left at noon on Monday.",
      "The con tract was re signed in spring.",
      "They paid 5\u00A0000 won \u3000for the berth.",
  };
  std::string text = "Lookalikes\n\nGOOVER DAILY REPORT October 4, 2024\ngoover\n\n";
  for (std::size_t i = 0; i < passages.size(); ++i) {
    text += std::to_string(i + 1) + ". Heading " + std::string(1, static_cast<char>('A' + i)) +
            "\n\n  • " + passages[i] + "\n\n";
  }
  write("reports/lookalikes-2024-10-04.txt", text);
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  const auto [right, all] = follow({"lookalikes-2024-10-04"});
  EXPECT_EQ(all, passages.size());
  EXPECT_EQ(right, all);
}

TEST_F(LinkReaders, ApacheAnnotatorAnchorsEachSelectorOnTheFile) {
  if (citation_js().empty()) {
    GTEST_SKIP() << "the readers are not in the build folder; CitationReaders.Install says why";
  }
  for (const char* what : {"passages", "citations"}) {
    export_to("a.json", "webannotation", what);
    ASSERT_EQ(std::system(
                  ("node " IBID_SOURCE_DIR
                   "/tests/cli/citation_readers/anchor_annotations.mjs " IBID_CITATION_READERS " " +
                   path("a.json") + " >" + path("anchored"))
                      .c_str()),
              0);
    std::size_t all = 0, quotes = 0, positions = 0;
    for (const Json& line : parse_lines(read_all(path("anchored")))) {
      const Json once = Json::array({line["data"]});
      ++all;
      quotes += line["quote"] == once ? 1 : 0;
      positions += line["position"] == once ? 1 : 0;
    }
    std::cout << "apache-annotator, " << what << ": " << quotes << " quotations and " << positions
              << " positions of " << all << " are at their bytes of the file\n";
    EXPECT_EQ(quotes, all);
    EXPECT_EQ(positions, all);
    EXPECT_GE(all, 100U);
  }
}

}  // namespace
}  // namespace ibid
