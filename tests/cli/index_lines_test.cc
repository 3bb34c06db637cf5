// SPDX-License-Identifier: GPL-2.0-or-later
//
// The contents of an index and the result of an update: the text, and the JSON lines against
// docs/output-format.md.
#include "tools/commands/index_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "search/open/render_info.h"
#include "tests/support/hostile_texts.h"

namespace ibid {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Keys keys(const OrderedJson& object) {
  Keys out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

IndexInfo info_of(const std::string& t) {
  IndexInfo info;
  info.directory = "/srv/" + t;
  info.analyzer = info.created_by = info.storage = info.first_date = info.last_date = t;
  return info;
}

UpdateSummary summary_of(const std::string& t) {
  UpdateSummary summary;
  summary.problems = {{"/srv/" + t, t}};
  summary.notes = {{"/srv/" + t, t}};
  return summary;
}

TEST(IndexLines, ShowsWhatAnIndexHolds) {
  IndexInfo info;
  info.directory = "/srv/index";
  info.format_version = 1;
  info.analyzer = "ibid-en-ko/1";
  info.created_by = "ibid 0.1.0";
  info.storage = "xapian glass 1.4.22";
  info.generation = 3;
  info.committed = 1'766'000'000;
  info.undated_passages = 2;
  info.reports = 2;
  info.passages = 45;
  info.citations = 6;
  info.sources = 1;
  info.passages_by_language = {{"en", 25}, {"ko", 20}};
  info.passages_by_kind = {{"body", 45}};
  info.first_date = "2024-06-27";
  info.last_date = "2024-07-16";
  info.disk_bytes = 1234567;
  EXPECT_EQ(info_text(info, "seccomp yes", {}),
            "index       /srv/index\n"
            "reports     2, 2024-06-27 to 2024-07-16\n"
            "passages    45\n"
            "  language  25 en, 20 ko\n"
            "  kind      45 body\n"
            "citations   6 of 1 distinct source\n"
            "generation  3\n"
            "committed   2025-12-17T19:33:20Z\n"
            "first seen  not known of 2 passages: indexed before format 8, which notes it\n"
            "analyzer    ibid-en-ko/1\n"
            "made by     ibid 0.1.0, format 1, xapian glass 1.4.22\n"
            "size        1.2 MB\n"
            "ibid-read   seccomp yes\n");
}

TEST(IndexLines, WritesProgressAndSummary) {
  UpdateProgress progress;
  progress.phase = UpdateProgress::Phase::kIndexing;
  progress.files_done = 1;
  progress.files_total = 3;
  progress.bytes_done = 10;
  progress.bytes_total = 40;
  progress.passages = 7;
  progress.current = "/srv/보고서.txt";
  const OrderedJson line = OrderedJson::parse(progress_json_line(progress));
  EXPECT_EQ(line["type"], "progress");
  EXPECT_EQ(line["files"].dump(), R"({"done":1,"total":3})");
  EXPECT_EQ(line["bytes"].dump(), R"({"done":10,"total":40})");
  EXPECT_EQ(line["path"], "/srv/보고서.txt");

  UpdateSummary summary;
  summary.added = 2;
  summary.problems = {{"/srv/a.txt", "no text"}};
  const OrderedJson end = OrderedJson::parse(summary_json_line(summary));
  EXPECT_EQ(end["type"], "summary");
  EXPECT_EQ(end["added"], 2);
  EXPECT_EQ(end["problems"].dump(), R"([{"path":"/srv/a.txt","message":"no text"}])");
}

TEST(IndexLines, WritesInfoSchemaAndCheck) {
  IndexInfo info;
  info.directory = "/srv/index";
  info.passages_by_language = {{"en", 20}, {"ko", 5}};
  const OrderedJson line = OrderedJson::parse(info_json_line(info, "seccomp yes"));
  EXPECT_EQ(keys(line), (Keys{"type",
                              "schema_version",
                              "path",
                              "format_version",
                              "analyzer",
                              "created_by",
                              "storage",
                              "folders",
                              "generation",
                              "reports",
                              "passages",
                              "first_seen_unknown",
                              "citations",
                              "sources",
                              "passages_by_language",
                              "passages_by_kind",
                              "first_date",
                              "last_date",
                              "disk_bytes",
                              "reader"}));
  info.committed = 1'766'000'000;
  EXPECT_EQ(OrderedJson::parse(info_json_line(info, ""))["committed"], "2025-12-17T19:33:20Z");
  EXPECT_EQ(line["passages_by_language"].dump(), R"({"en":20,"ko":5})");
  info.metadata = "/srv/교정.toml";
  EXPECT_EQ(OrderedJson::parse(info_json_line(info, "seccomp yes"))["metadata"]["path"],
            "/srv/교정.toml");
  EXPECT_NE(info_text(info, "", {}).find("corrected by /srv/교정.toml"), std::string::npos);
  EXPECT_EQ(schema_json_lines({{"term prefix", "Z", "stems"}}),
            "{\"type\":\"schema\",\"schema_version\":2,\"where\":\"term prefix\",\"key\":\"Z\","
            "\"meaning\":\"stems\"}\n");
  EXPECT_EQ(check_json_line({}),
            "{\"type\":\"check\",\"schema_version\":2,\"whole\":true,\"problems\":[]}\n");
  EXPECT_EQ(OrderedJson::parse(check_json_line({"bad"}))["whole"], false);
}

// ---- texts from outside ------------------------------------------------------------------------

using Text = const std::string&;

TEST(IndexLines, KeepUntrustedTextText) {
  using testing::Medium;
  TextLayout wide;
  wide.columns = 1'000'000;  // no line is broken for its length
  wide.base_dir = "/srv";
  const auto progress_of = [](Text t) {
    UpdateProgress progress;
    progress.current = "/srv/" + t;
    return progress;
  };
  const std::vector<testing::TriedRenderer> all = {
      {"info/text", Medium::kTerminal,
       [&](Text t) { return info_text(info_of(t), std::string(t), wide); }},
      {"info/jsonl", Medium::kJsonLines,
       [](Text t) { return info_json_line(info_of(t), std::string(t)); }},
      {"info --check/jsonl", Medium::kJsonLines, [](Text t) { return check_json_line({t}); }},
      {"index/jsonl", Medium::kJsonLines, [](Text t) { return summary_json_line(summary_of(t)); }},
      {"progress/jsonl", Medium::kJsonLines,
       [&](Text t) { return progress_json_line(progress_of(t)); }},
  };
  for (const testing::TriedRenderer& tried : all) expect_text_only(tried);
}

}  // namespace
}  // namespace ibid
