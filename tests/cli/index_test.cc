// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid index: what a run does to the index, what it says, how it ends.
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <memory>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class IndexCommand : public CommandTest {
 protected:
  // The "summary" line of a run with --progress json.
  Json index(const std::vector<std::string>& paths, int exit_code = 0) {
    std::vector<std::string> arguments = {"index", "--progress", "json"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, exit_code) << result.err;
    return parse_lines(result.err).back();
  }

  std::uint64_t matches(const std::string& query) {
    return jsonl({"search", query}).back()["matches"];
  }

  // Enough text to keep a run busy for seconds.
  void write_many_reports() const {
    std::string text;
    for (int i = 0; text.size() < 1'000'000; ++i) {
      text += "Paragraph " + std::to_string(i) + " on convoys, harbours and 협정의 이행 " +
              std::to_string(i * 7919 % 100003) + " says little.\n\n";
    }
    for (int i = 0; i < 60; ++i) write("many/report-" + std::to_string(i) + ".txt", text);
  }
};

// Checks the counts of a summary; those not given must be 0.
void expect_counts(const Json& summary, std::map<std::string, int> counts) {
  for (const char* name : {"added", "updated", "removed", "unchanged", "failed"}) {
    EXPECT_EQ(summary[name], counts[name]) << name << " in " << summary.dump();
  }
}

TEST_F(IndexCommand, SaysWhatItDid) {
  copy_fixtures("reports");
  const RunResult result = run({"index", "reports"});
  EXPECT_EQ(result.exit_code, 0);
  // Counted in the fixtures: 6 bullets without heading in the English one and 5 in the Korean one
  // (glossary included), 2 paragraphs in the notes.
  EXPECT_EQ(result.out,
            "3 reports added, 0 updated, 0 removed, 0 unchanged: 3 reports, 13 passages "
            "(generation 1)\n");
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(IndexCommand, ASecondRunWritesNothing) {
  index_fixtures();
  const auto before = snapshot(path("index"));
  const RunResult result = run({"index", "reports"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "nothing to do, 3 unchanged: 3 reports, 13 passages (generation 1)\n");
  EXPECT_EQ(snapshot(path("index")), before);
}

TEST_F(IndexCommand, ATouchedFileIsUnchanged) {
  index_fixtures();
  fs::last_write_time(path("reports/notes.md"),
                      fs::file_time_type::clock::now() + std::chrono::hours(1));
  const auto summary = index({"reports"});
  expect_counts(summary, {{"unchanged", 3}});
  EXPECT_EQ(summary["touched"], 1);
}

TEST_F(IndexCommand, AChangedFileIsReadAnew) {
  index_fixtures();
  EXPECT_EQ(matches("submarine"), 0U);
  write("reports/notes.md", "A submarine was seen. 잠수함이 보였다.\n");
  expect_counts(index({"reports"}), {{"updated", 1}, {"unchanged", 2}});
  EXPECT_EQ(matches("submarine"), 1U);
  EXPECT_EQ(matches("잠수함"), 1U);
  EXPECT_EQ(matches("missiles"), 0U);
}

TEST_F(IndexCommand, ARemovedFileLeavesTheIndex) {
  index_fixtures();
  EXPECT_EQ(matches("급유"), 2U);
  fs::remove(path("reports/hangman-hyeopjeong-2024-06-28.txt"));
  expect_counts(index({"reports"}), {{"removed", 1}, {"unchanged", 2}});
  EXPECT_EQ(matches("급유"), 0U);
}

TEST_F(IndexCommand, ARenamedFileIsFoundUnderItsNewName) {
  index_fixtures();
  fs::rename(path("reports/notes.md"), path("reports/exercise.md"));
  const auto summary = index({"reports"});
  EXPECT_EQ(summary["index"]["reports"], 3);
  EXPECT_EQ(run({"show", "notes"}).exit_code, 1);
  EXPECT_EQ(run({"show", "exercise"}).exit_code, 0);
  EXPECT_EQ(matches("missiles"), 1U);
}

TEST_F(IndexCommand, OtherFoldersStay) {
  index_fixtures();
  write("more/other.txt", "A second folder about convoys.\n");
  expect_counts(index({"more"}), {{"added", 1}});
  EXPECT_EQ(matches("convoys"), 1U);
  EXPECT_EQ(matches("S-400"), 3U);
}

TEST_F(IndexCommand, AnEmptiedFolderIsNotBelievedUnasked) {
  index_fixtures();
  fs::rename(path("reports"), path("away"));
  fs::create_directory(path("reports"));
  const std::vector<std::vector<std::string>> kAsked = {{"reports"}, {"--rebuild", "reports"}, {}};
  for (const std::vector<std::string>& more : kAsked) {
    std::vector<std::string> arguments = {"index"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const RunResult refused = run(arguments);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("all 3 reports of the index below"),
                                   HasSubstr("--allow-removals")));
    EXPECT_EQ(matches("S-400"), 3U);
  }
  const RunResult meant = run({"index", "--allow-removals", "reports"});
  EXPECT_EQ(meant.exit_code, 0);
  EXPECT_THAT(meant.out, HasSubstr("3 removed"));
}

TEST_F(IndexCommand, FoldersOfTheIndexAreKnown) {
  EXPECT_EQ(run({"index"}).exit_code, 2);
  index_fixtures();
  write("reports/added.txt", "Another pact. 협정이 늘었다.\n");
  EXPECT_THAT(run({"index"}).out, StartsWith("1 report added"));
  EXPECT_THAT(run({"info"}).out, HasSubstr("made from   " + path("reports")));
  EXPECT_THAT(run({"index", "--rebuild"}).out, StartsWith("rebuilt, 4 unchanged"));
}

// An edit that keeps size and time is noticed by every answer that vouches for the bytes.
TEST_F(IndexCommand, AnswersCompareTheBytesOfTheirFiles) {
  write("r/pact.txt", "The pact names 4 ports, 항구 4곳.\n");
  ASSERT_EQ(run({"index", "r"}).exit_code, 0);
  const std::string id = jsonl({"search", "ports"}).at(1)["passage"]["permalink"];
  const auto time = fs::last_write_time(path("r/pact.txt"));
  write("r/pact.txt", "The pact names 5 ports, 항구 5곳.\n");
  fs::last_write_time(path("r/pact.txt"), time);
  EXPECT_EQ(jsonl({"verify-quote", "names 4 ports"}).at(0)["places"][0]["stale"], true);
  EXPECT_EQ(jsonl({"show", id}).at(0)["stale"], true);
  EXPECT_EQ(jsonl({"resolve", id}).at(0)["stale"], true);
  for (const RunResult& result : {run({"cite", id}), run({"export", "--all", "--format", "csv"})}) {
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, HasSubstr("the file of pact has changed since it was indexed"));
  }
  EXPECT_THAT(run({"audit"}).out, HasSubstr("stale-report"));
  expect_counts(index({"r"}), {{"updated", 1}});
}

TEST_F(IndexCommand, RebuildsToTheSame) {
  index_fixtures();
  const auto before = jsonl({"search", "S-400"});
  const RunResult result = run({"index", "--rebuild", "reports"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("3 reports, 13 passages (generation 2)"));
  const auto after = jsonl({"search", "S-400"});
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 1; i < before.size(); ++i) EXPECT_EQ(before[i], after[i]);
}

TEST_F(IndexCommand, ABadFileIsNamedAndCostsNoOther) {
  copy_fixtures("reports");
  write("reports/binary.txt", std::string("\0\1\2\3", 4));
  write("reports/na\x1bme.txt", std::string("\0", 1));
  const RunResult result = run({"index", "reports"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, AllOf(StartsWith("3 reports added"), HasSubstr("\nfailed:\n"),
                                HasSubstr("  reports/binary.txt: "),
                                HasSubstr("  reports/na\\u{1B}me.txt: "), Not(HasSubstr("\x1b"))));
  EXPECT_EQ(matches("S-400"), 3U);
  const RunResult quiet = run({"index", "--quiet", "reports"});
  EXPECT_EQ(quiet.exit_code, 1);
  EXPECT_THAT(quiet.out, IsEmpty());
  EXPECT_THAT(quiet.err, HasSubstr("reports/binary.txt: "));
}

TEST_F(IndexCommand, AMissingPathIsNamed) {
  copy_fixtures("reports");
  const RunResult result = run({"index", "reports", "no-such-folder"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, AllOf(HasSubstr("3 reports added"), HasSubstr("no-such-folder: ")));
}

TEST_F(IndexCommand, AFolderWithoutRightsIsNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  copy_fixtures("reports");
  fs::create_directories(path("reports/closed"));
  fs::permissions(path("reports/closed"), fs::perms::none);
  const RunResult result = run({"index", "reports"});
  fs::permissions(path("reports/closed"), fs::perms::owner_all);
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("reports/closed: "));
}

TEST_F(IndexCommand, AnEmptyFolderIsSaidToBeEmpty) {
  fs::create_directories(path("empty"));
  write("empty/picture.png", "x");
  const RunResult result = run({"index", "empty"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out,
            "nothing to index: no report found, and none in the index\n"
            "skipped: 1 file, hidden or of another extension\n");
  EXPECT_EQ(run({"search", "x"}).exit_code, 1);
}

TEST_F(IndexCommand, NamesDocumentsItDoesNotRead) {
  write("reports/port.txt", "A harbour pact was signed by two navies in June.\n");
  write("reports/보고서.rtf", "{\\rtf1");
  write("reports/old.doc", "doc");
  write("slides.pptx", "PK\x03\x04");
  const RunResult result = run({"index", "reports", "slides.pptx"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, StartsWith("1 report added"));
  EXPECT_THAT(result.out, HasSubstr("\nnot read: 2 files of other formats, named below\n"));
  for (const char* file : {"reports/old.doc: an old Word file is not read; save it as .docx",
                           "reports/보고서.rtf: an RTF file is not read; save it as .docx",
                           "slides.pptx: cannot read"}) {
    EXPECT_THAT(result.out, HasSubstr("\n  " + std::string(file)));
  }
  EXPECT_EQ(run({"search", "pact", "--format", "jsonl"}).exit_code, 0);
  // Their texts stand beside them: nothing is left to do.
  write("reports/보고서.txt", "항구가 커졌다.\n");
  write("reports/old.md", "The old port.\n");
  EXPECT_EQ(run({"index", "reports"}).exit_code, 0);
}

TEST_F(IndexCommand, OddBytesAreNotesAndFindingsOnlyWhenStrict) {
  write("reports/odd.txt",
        "A harbour pact was signed by two navies in June.\n\nOne odd \xFF byte.\n");
  const RunResult plain = run({"index", "reports"});
  EXPECT_EQ(plain.exit_code, 0);
  EXPECT_THAT(plain.out, Not(HasSubstr("notes:")));
  const RunResult strict = run({"index", "--rebuild", "--strict", "reports"});
  EXPECT_EQ(strict.exit_code, 1);
  EXPECT_THAT(strict.out, HasSubstr("notes:\n  reports/odd.txt: "));
}

TEST_F(IndexCommand, StrictChangesNothingWhereAFileFails) {
  copy_fixtures("reports");
  write("reports/그림.txt", std::string("\x89PNG\0\0\0\0 binary", 16));
  const RunResult none = run({"index", "--strict", "reports"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.out, StartsWith("nothing was changed, because not every file can be indexed\n"
                                   "failed:\n  reports/그림.txt: "));
  EXPECT_EQ(run({"search", "pact"}).exit_code, 2);
  EXPECT_EQ(run({"index", "reports"}).exit_code, 1);
  write("reports/new.txt", "A harbour pact was signed by two navies in June.\n");
  const RunResult withheld = run({"index", "--strict", "--progress", "json", "reports"});
  EXPECT_EQ(withheld.exit_code, 1);
  EXPECT_THAT(withheld.out,
              StartsWith("nothing was changed, because not every file can be indexed: "));
  EXPECT_EQ(parse_lines(withheld.err).back()["withheld"], true);
  fs::remove(path("reports/그림.txt"));
  const RunResult done = run({"index", "--strict", "reports"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_THAT(done.out, StartsWith("1 report added"));
}

TEST_F(IndexCommand, ProgressIsJsonLines) {
  copy_fixtures("reports");
  const RunResult result = run({"index", "--progress", "json", "reports"});
  const auto lines = parse_lines(result.err);
  ASSERT_GE(lines.size(), 2U);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    EXPECT_EQ(lines[i]["type"], "progress");
    EXPECT_EQ(lines[i]["schema_version"], 2);
    EXPECT_LE(lines[i]["bytes"]["done"], lines[i]["bytes"]["total"]);
  }
  EXPECT_EQ(lines[lines.size() - 2]["phase"], "done");
  EXPECT_EQ(lines.back()["type"], "summary");
  EXPECT_EQ(lines.back()["index"].dump(), R"({"generation":1,"passages":13,"reports":3})");
  EXPECT_EQ(lines.back()["interrupted"], false);
}

TEST_F(IndexCommand, CtrlCEndsAFirstBuildTidily) {
  write_many_reports();
  Child child({"index", "--progress", "json", "many"}, options());
  ASSERT_TRUE(child.wait_for_error_output("\"phase\":\"indexing\""));
  child.send(SIGINT);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("ibid: stopping tidily"), HasSubstr("ibid: interrupted: ")));
  EXPECT_EQ(parse_lines(split_lines(result.err)[0])[0]["type"], "progress");
  EXPECT_EQ(run({"search", "convoys"}).exit_code, 2);  // no half-made index
  // And the next run is not in its way.
  fs::remove_all(path("many"));
  write("many/one.txt", "About convoys.\n");
  EXPECT_EQ(run({"index", "many"}).exit_code, 0);
  EXPECT_EQ(matches("convoys"), 1U);
}

// A reader that never ends is not waited for, on the threads of a build nor in an update.
TEST_F(IndexCommand, CtrlCDoesNotWaitForAFileThatIsRead) {
  RunOptions with = options();
  with.environment["IBID_READ"] = IBID_READ_TEST;
  write("news/a.txt", "About convoys, 호위함에 관해.\n");
  for (const bool update : {false, true}) {
    if (update) {
      fs::remove(path("news/b.html"));
      ASSERT_EQ(run({"index", "news"}).exit_code, 0);
    }
    write("news/b.html", "sleep");
    Child child({"index", "--progress", "json", "news"}, with);
    ASSERT_TRUE(child.wait_for_error_output("\"phase\":\"indexing\""));
    child.send(SIGINT);
    const RunResult result = child.finish();
    EXPECT_EQ(result.exit_code, 130);
    EXPECT_THAT(result.err, AllOf(HasSubstr("ibid: interrupted: "), Not(HasSubstr("b.html: "))));
    EXPECT_EQ(run({"search", "convoys"}).exit_code, update ? 0 : 2);
  }
}

TEST_F(IndexCommand, SigtermEndsAnUpdateAndKeepsWhatWasDone) {
  index_fixtures();
  write_many_reports();
  // The reports indexed before are not named now, so that a new build could not hold them.
  Child child({"index", "--progress", "json", "many"}, options());
  ASSERT_TRUE(child.wait_for_error_output("\"phase\":\"indexing\""));
  child.send(SIGTERM);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 128 + SIGTERM);
  EXPECT_THAT(result.err, HasSubstr("finished work is kept"));
  EXPECT_EQ(matches("admiral"), 1U);
  EXPECT_EQ(run({"info", "--check"}).exit_code, 0);
}

TEST_F(IndexCommand, SigtermEndsAnUpdateByANewBuildAndChangesNothing) {
  index_fixtures();
  const auto before = snapshot(path("index"));
  write_many_reports();
  Child child({"index", "--progress", "json", "reports", "many"}, options());
  ASSERT_TRUE(child.wait_for_error_output("\"phase\":\"indexing\""));
  child.send(SIGTERM);
  const RunResult result = child.finish();
  EXPECT_EQ(result.exit_code, 128 + SIGTERM);
  EXPECT_THAT(result.err, HasSubstr("the index stays as it was"));
  EXPECT_EQ(snapshot(path("index")), before);
  EXPECT_EQ(matches("admiral"), 1U);
}

TEST_F(IndexCommand, ASecondWriterIsTurnedAwayAndReadersAreNot) {
  index_fixtures();
  write_many_reports();
  Child writer({"index", "--progress", "json", "many"}, options());
  ASSERT_TRUE(writer.wait_for_error_output("\"phase\":\"indexing\""));
  writer.send(SIGSTOP);  // holds the lock for as long as the test needs
  for (const std::vector<std::string>& wait :
       std::vector<std::vector<std::string>>{{}, {"--lock-timeout", "0.1"}}) {
    std::vector<std::string> arguments = {"index", "reports"};
    arguments.insert(arguments.end(), wait.begin(), wait.end());
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 75);
    EXPECT_THAT(result.err, AllOf(StartsWith("ibid: "), HasSubstr("--lock-timeout")));
    EXPECT_THAT(result.out, IsEmpty());
  }
  EXPECT_EQ(run({"search", "S-400"}).exit_code, 0);
  writer.send(SIGKILL);
  EXPECT_EQ(writer.finish().signal, SIGKILL);
  EXPECT_EQ(run({"index", "reports"}).exit_code, 0);  // the lock died with its holder
  EXPECT_EQ(run({"info", "--check"}).exit_code, 0);
}

TEST_F(IndexCommand, WritersThatWaitAllGetTheirTurn) {
  index_fixtures();
  constexpr int kWriters = 6;
  std::vector<std::unique_ptr<Child>> writers;
  for (int i = 0; i < kWriters; ++i) {
    const std::string folder = "more" + std::to_string(i);
    write(folder + "/convoy" + std::to_string(i) + ".txt", "A convoy. 호송대가 떠났다.\n");
    const std::vector<std::string> arguments = {"index", "--lock-timeout", "60", folder};
    writers.push_back(std::make_unique<Child>(arguments, options()));
  }
  for (const auto& writer : writers) EXPECT_EQ(writer->finish().exit_code, 0);
  EXPECT_EQ(matches("호송대"), static_cast<std::uint64_t>(kWriters));
  EXPECT_EQ(run({"info", "--check"}).exit_code, 0);
}

TEST_F(IndexCommand, RefusesAFolderThatHoldsOtherThings) {
  copy_fixtures("reports");
  write("index/letter.txt", "Dear Sir");
  const RunResult result = run({"index", "reports"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr(path("index")));
  EXPECT_EQ(snapshot(path("index")).size(), 1U);
}

TEST_F(IndexCommand, TakesNamesThatLookLikeSomethingElse) {
  write("--odd/[draft]/x.txt", "About convoys.\n");
  EXPECT_EQ(run({"index", "--", "--odd/[draft]"}).exit_code, 0);
  EXPECT_EQ(matches("convoys"), 1U);
}

}  // namespace
}  // namespace ibid
