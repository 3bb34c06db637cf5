// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every command on a report of every format, through the real ibid-read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/format_samples.h"
#include "tests/support/hwp_writer.h"
#include "tests/support/run_ibid.h"

namespace ibid {
namespace {

using ::testing::AllOf;
using testing::format_files;
using testing::format_samples;
using testing::FormatSample;
using ::testing::HasSubstr;
using testing::html_sample;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Said;
using testing::with_figure;
using Json = nlohmann::ordered_json;

const std::string& kKorean = testing::kLaver.korean;
constexpr char kReports[] = "14";

// By the names of their files and their texts.
using Hits = std::map<std::pair<std::string, std::string>, Json>;

Json hit_of(const Hits& hits, const std::string& name, const std::string& text) {
  const auto found = hits.find({name, text});
  if (found != hits.end()) return found->second;
  ADD_FAILURE() << name << " does not say " << text;
  return {};
}

// A folder with all the files, indexed.
class SampleFolder final : public CliTest {
 public:
  SampleFolder() {
    for (const auto& [name, bytes] : format_files()) write("in/" + name, bytes);
    const RunResult indexed = run({"index", path("in")});
    EXPECT_EQ(indexed.exit_code, 0) << indexed.out << indexed.err;
  }
  // The passages that have a figure of the samples.
  Hits hits() {
    const RunResult found =
        run({"search", "--format", "jsonl", "--limit", "100", "--literal", "9% OR 4% OR 7%"});
    Hits out;
    for (const Json& line : parse_lines(found.out)) {
      if (line["type"] != "hit") continue;
      const std::string file = line["report"]["path"];
      const auto key = std::pair(file.substr(file.rfind('/') + 1), line["passage"]["text"]);
      EXPECT_TRUE(out.emplace(key, line).second) << line;
    }
    return out;
  }

  using CliTest::options;
  using CliTest::path;
  using CliTest::run;
  using CliTest::write;

 private:
  void TestBody() override {}
};

// Tests that change no report.
class FormatsTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<SampleFolder>();
    hits_ = folder_->hits();
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static RunResult run(const std::vector<std::string>& arguments) {
    return folder_->run(arguments);
  }
  static Json hit(const FormatSample& sample, const std::string& text) {
    return hit_of(hits_, sample.name, text);
  }

  static std::unique_ptr<SampleFolder> folder_;
  static Hits hits_;
};
std::unique_ptr<SampleFolder> FormatsTest::folder_;
Hits FormatsTest::hits_;

// Each has a folder of its own.
class ChangedFormatsTest : public ::testing::Test {
 protected:
  RunResult index() { return folder_.run({"index", folder_.path("in")}); }

  SampleFolder folder_;
};

TEST_F(FormatsTest, AreFoundAndSayWhereTheyAre) {
  for (const FormatSample& sample : format_samples()) {
    for (const std::string& text : sample.said.sentences()) {
      SCOPED_TRACE(sample.name + ": " + text);
      const Json found = hit(sample, text);
      ASSERT_TRUE(found.contains("anchor"));
      EXPECT_EQ(found["anchor"]["grade"], sample.grade);
      EXPECT_TRUE(found.contains("text_bytes"));
      EXPECT_EQ(found.contains("bytes"), sample.grade == "byte");
      const std::string link = found["passage"]["permalink"];
      EXPECT_THAT(link, HasSubstr("@n"));
      const RunResult shown = run({"show", link});
      EXPECT_EQ(shown.exit_code, 0) << shown.err;
      EXPECT_THAT(shown.out, HasSubstr(sample.place));
      EXPECT_THAT(shown.out, HasSubstr(text));
    }
  }
}

TEST_F(FormatsTest, SayByWhichRulesTheyWereReadAndAreNamedAsTheirFiles) {
  for (const FormatSample& sample : format_samples()) {
    SCOPED_TRACE(sample.name);
    const Json report = hit(sample, sample.said.korean)["report"];
    EXPECT_TRUE(report["reader"].get<std::string>().starts_with(
        "ibid-" + report["format"].get<std::string>() + '/'))
        << report;
    if (report.contains("item")) continue;
    const std::string stem = sample.name.substr(0, sample.name.find('.'));
    EXPECT_EQ(report["id"], stem);
  }
}

TEST_F(FormatsTest, AreProvenInTheirBytesWhereTheGradeSaysSo) {
  const std::map<std::string, std::string> bytes = format_files();
  int proven = 0;
  for (const FormatSample& sample : format_samples()) {
    if (sample.grade != "byte") continue;
    for (const std::string& text : sample.said.sentences()) {
      SCOPED_TRACE(sample.name + ": " + text);
      const Json found = hit(sample, text);
      const std::size_t begin = found["bytes"]["begin"], end = found["bytes"]["end"];
      EXPECT_EQ(bytes.at(sample.name).substr(begin, end - begin), text);
      ++proven;
    }
  }
  EXPECT_EQ(proven, 8);
}

TEST_F(FormatsTest, AnswerQuotationsPermalinksAndCitations) {
  for (const FormatSample& sample : format_samples()) {
    for (const std::string& text : sample.said.sentences()) {
      SCOPED_TRACE(sample.name + ": " + text);
      const Json found = hit(sample, text);
      const std::string link = found["passage"]["permalink"];
      const std::string report = found["report"]["id"];
      const std::string said = with_figure(text, sample.said, sample.said.figure);
      const RunResult quote = run({"verify-quote", "--format", "jsonl", "--report", report, said});
      EXPECT_EQ(quote.exit_code, 0) << quote.out << quote.err;
      EXPECT_THAT(quote.out, HasSubstr(link));
      const RunResult altered =
          run({"verify-quote", "--report", report, with_figure(text, sample.said, "19%")});
      EXPECT_EQ(altered.exit_code, 1) << altered.out;
      EXPECT_THAT(altered.out, HasSubstr('"' + sample.said.figure + "\" became \"19%\""));
    }
    const std::string link = hit(sample, sample.said.korean)["passage"]["permalink"];
    const RunResult resolved = run({"resolve", link});
    EXPECT_EQ(resolved.exit_code, 0) << resolved.out;
    const RunResult cited = run({"cite", "--format", "bibtex", link});
    EXPECT_EQ(cited.exit_code, 0) << cited.err;
    EXPECT_THAT(cited.out, HasSubstr(link.substr(0, link.find('#'))));
  }
}

TEST_F(FormatsTest, AreComparedWithClaims) {
  for (const Said& said : {testing::kLaver, testing::kSquid, testing::kKelp}) {
    for (const std::string& text : said.sentences()) {
      const RunResult checked = run(
          {"check", "--format", "jsonl", "--limit", "50", "--all", with_figure(text, said, "12%")});
      EXPECT_EQ(checked.exit_code, 0) << checked.err;
      std::map<std::string, Json> compared;
      const auto lines = parse_lines(checked.out);
      ASSERT_THAT(lines, Not(IsEmpty()));
      for (const Json& one : lines[0]["passages"]) compared[one["passage"]["permalink"]] = one;
      for (const FormatSample& sample : format_samples()) {
        if (sample.said.figure != said.figure) continue;
        SCOPED_TRACE(sample.name + ": " + text);
        const std::string link = hit(sample, text)["passage"]["permalink"];
        ASSERT_TRUE(compared.contains(link)) << checked.out;
        EXPECT_EQ(compared[link]["other_figures"][0]["claim"], "12%");
        EXPECT_EQ(compared[link]["other_figures"][0]["said"], said.figure);
        EXPECT_EQ(compared[link]["sentence"]["text"], text);
        EXPECT_EQ(compared[link]["sentence"]["anchor"]["grade"], sample.grade);
      }
    }
  }
}

TEST_F(FormatsTest, AreAudited) {
  const RunResult audit =
      run({"audit", "--citations-expected", "--rules", "uncited-passage", "--format", "jsonl"});
  EXPECT_EQ(audit.exit_code, 1) << audit.err;
  EXPECT_THAT(audit.err, IsEmpty());
  std::map<std::string, Json> places;  // by permalink
  for (const Json& line : parse_lines(audit.out)) {
    if (line["type"] == "finding") places[line["place"]["permalink"]] = line["place"];
  }
  for (const FormatSample& sample : format_samples()) {
    for (const std::string& text : sample.said.sentences()) {
      SCOPED_TRACE(sample.name + ": " + text);
      const Json found = hit(sample, text);
      const std::string link = found["passage"]["permalink"];
      ASSERT_TRUE(places.contains(link)) << audit.out;
      EXPECT_EQ(places[link]["excerpt"], text);
      EXPECT_EQ(places[link]["anchor"], found["anchor"]);
    }
  }
}

TEST_F(FormatsTest, AreBundledAndCheckedWithoutAnIndex) {
  for (const FormatSample& sample : format_samples()) {
    SCOPED_TRACE(sample.name + ": " + sample.said.korean);
    const std::string file =
        folder_->path(sample.name + sample.grade + sample.said.figure + ".zip");
    const RunResult made =
        run({"bundle", hit(sample, sample.said.korean)["passage"]["permalink"], "-o", file});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const RunResult checked = run({"check-bundle", file});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    EXPECT_THAT(checked.out, HasSubstr(": whole"));
  }
}

TEST_F(ChangedFormatsTest, AreReadAgainOnlyIfTheyChange) {
  for (int i = 0; i < 2; ++i) {  // nor is there anything to commit
    EXPECT_THAT(index().out, AllOf(HasSubstr(std::string("nothing to do, ") + kReports +
                                             " unchanged: " + kReports + " reports"),
                                   HasSubstr("(generation 1)")));
  }
  std::string changed = html_sample();
  changed.replace(changed.find("9% in May"), 9, "8% in May");
  folder_.write("in/page.html", changed);
  EXPECT_THAT(index().out, HasSubstr("1 updated"));
  // The entries of a feed come and go with its lines.
  const std::string feed = testing::json_lines_sample();
  folder_.write("in/feed.jsonl", feed.substr(feed.find('\n') + 1) +
                                     R"({"id":"a3","title":"Kelp","text":"Kelp was landed."})" +
                                     "\n");
  const RunResult rolled = index();
  EXPECT_EQ(rolled.exit_code, 0) << rolled.err;
  EXPECT_THAT(rolled.out, HasSubstr("1 report added"));
  EXPECT_THAT(rolled.out, HasSubstr("1 removed"));
}

TEST_F(FormatsTest, LeaveOutWhatIsNotTheText) {
  const RunResult found = run({"search", "--count", "Menu"});
  EXPECT_EQ(found.out, "0\n");
  const RunResult shown = run({"show", "--all", "page"});
  EXPECT_THAT(shown.out, HasSubstr("(navigation) Menu"));
}

TEST_F(ChangedFormatsTest, AFileThatCannotBeReadCostsOnlyItself) {
  folder_.write("in/broken.docx", testing::docx_sample().substr(0, 300));
  testing::HwpParts locked;
  locked.flags = 3;
  locked.sections = {"x"};
  folder_.write("in/locked.hwp", testing::hwp_file_of(locked));
  folder_.write("in/false.pdf", "%PDF-1.4\nnothing of a PDF");
  const RunResult indexed = index();
  EXPECT_EQ(indexed.exit_code, 1);
  EXPECT_THAT(indexed.out, HasSubstr("broken.docx"));
  EXPECT_THAT(indexed.out, HasSubstr("password"));
  EXPECT_THAT(indexed.out, HasSubstr("false.pdf"));
  EXPECT_EQ(hit_of(folder_.hits(), "report.docx", kKorean)["stale"], false);
}

TEST_F(ChangedFormatsTest, AStreamIsAReportOfTheIndex) {
  RunOptions options = folder_.options();
  options.input = html_sample();
  EXPECT_EQ(folder_.run({"index", "-"}, options).exit_code, 2);
  const RunResult taken = folder_.run({"index", "--name", "piped.html", "-"}, options);
  EXPECT_EQ(taken.exit_code, 0) << taken.err;
  const RunResult shown = folder_.run({"show", "piped"});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr(kKorean));
  EXPECT_THAT(index().out, HasSubstr("nothing to do"));
  EXPECT_EQ(folder_.run({"show", "piped"}).exit_code, 0);
}

}  // namespace
}  // namespace ibid
