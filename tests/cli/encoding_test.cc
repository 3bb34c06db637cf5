// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports that are not UTF-8, from indexing to a checked bundle. Their bytes come from iconv(3),
// not from our own tables.
#include <iconv.h>

#include <sstream>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

const std::string kReport =
    "항만 협정\nGOOVER DAILY REPORT June 27, 2024\nURL: https://example.org/harbour\n\n1. 항만\n\n"
    "· 장관들은 6월에 S-400 협정에 서명했다 (source: go-public-web-eng-2877220144866105163-0-0).\n"
    "· 양측은 이 협정이 항구와 선박, 그리고 승무원의 훈련을\n  포함한다고 말했다.\n";

std::string convert(const char* to, const char* from, std::string text) {
  iconv_t converter = iconv_open(to, from);
  std::string out(text.size() * 4, '\0');
  char* in_at = text.data();
  char* out_at = out.data();
  std::size_t in_left = text.size(), out_left = out.size();
  EXPECT_EQ(iconv(converter, &in_at, &in_left, &out_at, &out_left), 0U) << to;
  iconv_close(converter);
  out.resize(out.size() - out_left);
  return out;
}

class EncodingCommands : public CommandTest, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    bytes_ = convert(GetParam(), "UTF-8", kReport);
    write("reports/r.txt", bytes_);
    write("reports/plain.txt", "A plain report of convoys.\n");
    result_ = run({"index", "reports"});
  }
  std::string text_of(const Json& range) const {
    const std::uint64_t begin = range["begin"], end = range["end"];
    return convert("UTF-8", GetParam(), bytes_.substr(begin, end - begin));
  }

  std::string bytes_;
  RunResult result_;
};

TEST_P(EncodingCommands, ShowWhatTheFileSaysAndWhere) {
  EXPECT_EQ(result_.exit_code, 0) << result_.out;
  EXPECT_THAT(result_.out, HasSubstr(std::string("not in UTF-8: 1 file in ") + GetParam() + "\n"));
  const auto lines = jsonl({"search", "--selectors", "--limit", "1", "S-400 협정"});
  ASSERT_EQ(lines.size(), 3U);
  const auto& hit = lines[1];
  EXPECT_EQ(hit["report"]["encoding"], GetParam());
  EXPECT_EQ(hit["stale"], false);
  EXPECT_EQ(text_of(hit["bytes"]), hit["passage"]["text"]);
  EXPECT_EQ(text_of(hit["citations"][0]["bytes"]), hit["citations"][0]["source"]);
  EXPECT_EQ(hit["selectors"][0]["exact"], hit["passage"]["text"]);
  EXPECT_EQ(text_of({{"begin", hit["selectors"][2]["start"]}, {"end", hit["selectors"][2]["end"]}}),
            hit["passage"]["text"]);
  const auto plain = jsonl({"search", "convoys"});
  EXPECT_FALSE(plain[1]["report"].contains("encoding"));
}

TEST_P(EncodingCommands, VerifyAQuotationOverTwoLines) {
  const RunResult found = run({"verify-quote", "--format", "jsonl", "승무원의 훈련을 포함한다고"});
  EXPECT_EQ(found.exit_code, 0) << found.out << found.err;
  const auto line = parse_lines(found.out).front();
  EXPECT_EQ(text_of(line["places"][0]["parts"][0]["bytes"]), "승무원의 훈련을\n  포함한다고");
}

TEST_P(EncodingCommands, MakeBundlesThatPassTheirCheck) {
  for (const char* mode : {"reports", "excerpts"}) {
    std::vector<std::string> make = {"bundle", "-o", path(std::string(mode) + ".zip"), "r#1.1",
                                     "r#1.2"};
    if (std::string(mode) == "excerpts") make.insert(make.begin() + 1, "--excerpts");
    const RunResult made = run(make);
    EXPECT_EQ(made.exit_code, 0) << made.out << made.err;
    const RunResult checked = run({"check-bundle", path(std::string(mode) + ".zip")});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  }
}

TEST_P(EncodingCommands, ResolveAndAuditThem) {
  const auto hit = jsonl({"search", "S-400"})[1];
  EXPECT_EQ(run({"resolve", hit["passage"]["permalink"].get<std::string>()}).exit_code, 0);
  const auto lines = jsonl({"audit"});
  bool seen = false;
  for (const auto& line : lines) {
    if (line["type"] != "finding" || line["place"]["passage"] != "r#1.2") continue;
    seen = true;
    EXPECT_EQ(line["place"]["line"], 8);
    EXPECT_EQ(line["place"]["column"], 3);
  }
  EXPECT_TRUE(seen);
}

INSTANTIATE_TEST_SUITE_P(All, EncodingCommands, testing::Values("CP949", "UTF-16LE", "UTF-16BE"));

class EncodingOption : public CommandTest {};

TEST_F(EncodingOption, IsForFilesThatCannotBeTold) {
  const std::string polish =
      "\xAFo\xB3nierze powiedzieli, \xBF"
      "e \xB6wiat czeka\xB3 na nich.\n";
  write("reports/old.txt", polish);
  const RunResult refused = run({"index", "reports"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.out, AllOf(HasSubstr("reports/old.txt"), HasSubstr("--encoding")));
  EXPECT_EQ(run({"index", "--encoding", "windows-1252", "reports"}).exit_code, 0);
  EXPECT_EQ(run({"search", "powiedzieli"}).exit_code, 0);
  const RunResult wrong = run({"index", "--encoding", "klingon", "reports"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, AllOf(HasSubstr("klingon"), HasSubstr("cp949")));
}

}  // namespace
}  // namespace ibid
