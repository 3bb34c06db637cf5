// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text output over the fixtures against tests/golden/<command>/<case>/stdout, which
// UPDATE_GOLDEN=1 rewrites. Read the diff before keeping it. The cases avoid near ties in ranking,
// which is tested and measured elsewhere.
#include <cstdlib>
#include <fstream>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

struct GoldenCase {
  std::string name;  // <command>/<case>
  std::vector<std::string> arguments;
};

class Golden : public CommandTest {};

// Leaves out what differs between machines or releases: the test's folder, the program that made
// the index and when, the size of tables.
std::string without_machine(std::string text, const std::string& folder) {
  for (std::size_t at = 0; (at = text.find(folder, at)) != std::string::npos;) {
    text.replace(at, folder.size(), "FOLDER");
  }
  for (const char* row : {"\ncommitted ", "\nmade by ", "\nsize ", "\nibid-read "}) {
    const std::size_t at = text.find(row);
    if (at != std::string::npos) text.erase(at + 1, text.find('\n', at + 1) - at);
  }
  return text;
}

TEST_F(Golden, TextIsWhatItWas) {
  index_fixtures();
  const std::vector<GoldenCase> cases = {
      {"search/english", {"search", "--sort", "report", "India", "S-400"}},
      {"search/korean", {"search", "--limit", "1", "인도가", "S-400"}},
      {"search/phrase", {"search", "\"no limits\""}},
      {"search/long", {"search", "--long", "--sort", "report", "cites:any"}},
      {"search/by-source", {"search", "--sort", "report", "cites:any"}},
      {"search/nothing", {"search", "xylophone"}},
      {"search/facets", {"search", "--limit", "0", "--facets", "language,report,date", "S-400"}},
      {"search/narrow", {"search", "--width", "40", "\"no limits\""}},
      {"show/passage", {"show", "harbour-pact-2024-06-27#2-2.1"}},
      {"show/korean-outline", {"show", "hangman-hyeopjeong-2024-06-28"}},
      {"show/english-outline", {"show", "harbour-pact-2024-06-27"}},
      {"show/no-form", {"show", "notes#0.2"}},
      {"show/moved", {"show", "--context", "0", "renamed#2-1.1@f30ba611873b"}},
      {"resolve/english-same", {"resolve", "harbour-pact-2024-06-27#2-2.1@0ccbafd7ce0b"}},
      {"resolve/korean-changed",
       {"resolve", "--cited", "인도는 S-300을 주문했고 협정을 지켜본다.",
        "hangman-hyeopjeong-2024-06-28#2-2.1@000000000000"}},
      {"resolve/mixed-moved-and-gone",
       {"resolve", "notes#0.1@f30ba611873b", "없는-보고서#1.1@0123456789ab"}},
      {"info/counts", {"info"}},
      {"sources/all", {"sources"}},
      {"sources/korean", {"sources", "급유"}},
      {"source/english", {"source", "go-public-web-eng-2877220144866105163-0-0"}},
      {"source/narrow", {"source", "--width", "40", "go-public-web-kor-N8120-0-0"}},
  };
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (const GoldenCase& c : cases) {
    const std::string shown = without_machine(run(c.arguments).out, folder_.string());
    const fs::path file = fs::path(IBID_SOURCE_DIR "/tests/golden") / c.name / "stdout";
    if (update) {
      fs::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << shown;
    } else {
      EXPECT_EQ(shown, read_all(file)) << c.name;
    }
  }
}

}  // namespace
}  // namespace ibid
