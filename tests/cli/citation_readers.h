// SPDX-License-Identifier: GPL-2.0-or-later
//
// The samples, exported for the programs that people read such files with, and what those keep of a
// work.
#pragma once

#include <cstdlib>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/cli_test.h"

namespace ibid {

inline constexpr const char* kWhats[] = {"passages", "sources"};

// The fields of a work that readers keep.
struct Fields {
  std::string id, title, publisher, url;
  std::vector<int> date;
  bool operator==(const Fields&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Fields& f) {
  out << f.id << " | " << f.title << " | " << f.publisher << " | " << f.url << " |";
  for (const int part : f.date) out << " " << part;
  return out;
}

inline std::string text_of(const Json& item, const char* name) {
  const auto it = item.find(name);
  return it == item.end() ? "" : it->get<std::string>();
}

// Readers mark letters that no style may change, and pandoc sets typographic apostrophes.
inline std::string plain(const std::string& title) {
  return std::regex_replace(std::regex_replace(title, std::regex("</?span[^>]*>"), ""),
                            std::regex("’|‘"), "'");
}

inline Fields fields_of(const Json& item) {
  Fields out;
  out.id = text_of(item, "id");
  out.title = plain(text_of(item, "title"));
  out.publisher = text_of(item, "publisher");
  out.url = text_of(item, "URL");
  if (item.contains("issued")) out.date = item["issued"]["date-parts"][0].get<std::vector<int>>();
  return out;
}

inline std::vector<int> parts_of(const std::string& date) {
  std::vector<int> out;
  for (std::size_t at = 0; at < date.size(); at += 3 + (at == 0 ? 2 : 0)) {
    out.push_back(std::atoi(date.c_str() + at));
  }
  return out;
}

class CitationReaders : public CommandTest {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "reports");
    for (const auto& entry : fs::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
      fs::copy(entry.path(), folder_ / "reports");
    }
    // The samples have no URL; this report has one, with characters that are special in formats.
    write("reports/주소-url-2024-09-30.txt",
          "R&D 100%: 항만 #1 of A_B $5\n\nGOOVER DAILY REPORT September 30, 2024\ngoover\n"
          "URL: https://example.org/a_b%20c?x=1&y=2\n\n1. Part\n\n  • A claim about 항만.\n");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  }

  // As in the index, by a way that shares nothing with the formats.
  std::vector<Fields> expected(const std::string& what) {
    std::map<std::string, Fields> out;
    for (const Json& line : jsonl({"export", "--all", "--what", what})) {
      if (line["type"] == "end") continue;
      const Json& from = what == "sources" ? line : line["report"];
      const std::string id = what == "sources" ? from["source"] : from["id"];
      std::string title = from["title"];
      std::string url = from["url"];
      const bool is_id = what == "sources" && (from["form"] == "id" || from["form"] == "malformed");
      if (title.empty()) title = is_id ? "[no title listed: " + id + "]" : id;
      if (url.empty() && id.starts_with("https://")) url = id;
      out[id] = {id, plain(title), from["publisher"], url, parts_of(from.value("date", ""))};
    }
    std::vector<Fields> works;
    for (auto& [id, fields] : out) works.push_back(fields);
    return works;
  }

  void export_to(const std::string& file, const std::string& format, const std::string& what) {
    ASSERT_EQ(
        run({"export", "--all", "--what", what, "--format", format, "--output", file}).exit_code,
        0);
  }

  // The CSL-JSON that `command` prints for the file.
  std::vector<Fields> read_by(const std::string& command, const std::string& file) {
    const std::string out = path("read.json");
    EXPECT_TRUE(std::system((command + " " + path(file) + " >" + out).c_str()) == 0) << command;
    std::vector<Fields> works;
    for (const Json& item : Json::parse(read_all(out))) works.push_back(fields_of(item));
    return works;
  }

  // Other formats have keys for ids: all except the id must be the same, and all ids different.
  void expect_all_but_ids(std::vector<Fields> works, std::vector<Fields> wanted) {
    std::set<std::string> ids;
    for (Fields& work : works) {
      ids.insert(work.id);
      work.id.clear();
    }
    EXPECT_EQ(ids.size(), wanted.size());
    for (Fields& work : wanted) work.id.clear();
    EXPECT_EQ(works, wanted);
  }

  static std::string citation_js() {
    const fs::path folder = IBID_CITATION_READERS;
    if (!fs::exists(folder / "node_modules/@citation-js") || !succeeds("node --version")) return {};
    return "node " IBID_SOURCE_DIR "/tests/cli/citation_readers/to_csl.js " + folder.string();
  }
};

}  // namespace ibid
