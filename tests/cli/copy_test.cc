// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid copy on the command line, and what every command says of a copy that another program took
// beside a writer.
#include <fcntl.h>
#include <sys/file.h>

#include "corpus/file_descriptor.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class CopyCommand : public CommandTest {};

TEST_F(CopyCommand, SaysWhatTheCopyHolds) {
  index_fixtures();
  const RunResult result = run({"copy", "index", "backup"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, testing::MatchesRegex("copied generation 1: 3 reports, 13 passages, "
                                                "[0-9.]+ [kM]B in 6 files; checked\n"));
  EXPECT_EQ(run({"copy", "index", "backup"}).out,
            "the copy is up to date, generation 1: 3 reports, 13 passages; checked\n");
  EXPECT_EQ(run({"info", "--check", "--index", "backup"}).out,
            "the index is whole: 3 reports, 13 passages (generation 1)\n");
  for (const char* query : {"pact", "협정"}) {
    EXPECT_EQ(run({"search", "--index", "backup", query}).out, run({"search", query}).out);
  }
  EXPECT_EQ(run({"copy", "-q", "index", "another"}).out, "");
}

TEST_F(CopyCommand, WaitsForAWriter) {
  index_fixtures();
  const FileDescriptor lock(::open(path("index/ibid.lock").c_str(), O_RDWR));
  ASSERT_EQ(::flock(lock.get(), LOCK_EX), 0);
  const RunResult result = run({"copy", "--lock-timeout", "0.1", "index", "backup"});
  EXPECT_EQ(result.exit_code, 75);
  EXPECT_THAT(result.err, HasSubstr("another writer is working on index"));
}

TEST_F(CopyCommand, RefusesWithOneSentence) {
  index_fixtures();
  for (const auto& [to, why] : std::vector<std::pair<std::string, std::string>>{
           {"reports", "contains other files"}, {"index/copy", "one is in the other"}}) {
    const auto before = snapshot(folder_);
    const RunResult result = run({"copy", "index", to});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, AllOf(StartsWith("ibid: "), HasSubstr(why)));
    EXPECT_EQ(snapshot(folder_), before);
  }
}

// An index, and what each command answers from each of some states of it.
class MixedStates : public CommandTest {
 protected:
  void make_states() {
    copy_fixtures("reports");
    for (int i = 0; i < 12; ++i) change(i, 0);
    for (int state = 0; state < kStates; ++state) {
      for (int i = 0; i < state + 1; ++i) change(i, state);
      ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
      fs::copy(path("index"), path(name(state)), fs::copy_options::recursive);
    }
    write("claims.txt", "The harbour pact covers ships.\n");
  }

  void change(int report, int version) const {
    write("reports/r" + std::to_string(report) + ".txt",
          "Pact " + std::to_string(report) + "\n\n1. Part\n\n  • The harbour pact of version" +
              std::to_string(version) + " covers ships, 항구 협정 (Source: S-" +
              std::to_string(version) + ").\n");
  }

  std::vector<std::vector<std::string>> commands() const {
    return {{"search", "harbour"},
            {"search", "\"harbour pact\""},
            {"search", "협정"},
            {"search", "version1"},
            {"show", "r2#1.1"},
            {"similar", "r2#1.1"},
            {"sources"},
            {"source", "S-1"},
            {"audit"},
            {"verify-quote", "The harbour pact of version1 covers ships"},
            {"resolve", "r2#1.1"},
            {"check", "claims.txt"},
            {"bundle", "r2#1.1", "--output", path("b.zip")},
            {"export", "--all", "--format", "jsonl"},
            {"cite", "r2#1.1"},
            {"info"},
            {"info", "--check"},
            {"copy", "mixed", path("copied")}};
  }
  RunResult ask(const std::vector<std::string>& command, const std::string& index) {
    fs::remove_all(path("copied"));
    fs::remove(path("b.zip"));
    fs::remove_all(path("mixed"));
    fs::copy(path(index), path("mixed"), fs::copy_options::recursive);
    RunOptions in_mixed = options();
    in_mixed.environment["IBID_INDEX"] = path("mixed");
    return run(command, in_mixed);
  }

  std::vector<std::string> answers(const std::string& index) {
    std::vector<std::string> all;
    for (const auto& command : commands()) all.push_back(ask(command, index).out);
    return all;
  }

  static std::string name(int state) { return "state" + std::to_string(state); }
  void mix(int base, int other, const std::string& file) const {
    fs::remove_all(path("torn"));
    fs::copy(path(name(base)), path("torn"), fs::copy_options::recursive);
    const std::string in_build = "/passages.1/" + file;
    fs::copy_file(path(name(other)) + in_build, path("torn") + in_build,
                  fs::copy_options::overwrite_existing);
  }

  void expect_told(const std::vector<std::string>& of_base,
                   const std::vector<std::string>& of_other) {
    const std::vector<std::vector<std::string>> all = commands();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const RunResult result = ask(all[i], "torn");
      EXPECT_EQ(result.signal, 0) << all[i][0];
      if (result.out == of_base[i] || result.out == of_other[i]) continue;
      ++told_;
      EXPECT_EQ(result.exit_code, all[i].back() == "--check" ? 1 : 2)
          << all[i][0] << ": " << result.out << result.err;
    }
  }

  void expect_refused_by_index() {
    const bool whole = ask({"info", "--check"}, "torn").exit_code == 0;
    const auto before = snapshot(path("mixed"));
    RunOptions in_mixed = options();
    in_mixed.environment["IBID_INDEX"] = path("mixed");
    const RunResult result = run({"index", "reports"}, in_mixed);
    EXPECT_EQ(result.exit_code, whole ? 0 : 2) << result.signal << result.err;
    if (whole) return;
    EXPECT_THAT(result.err, AllOf(HasSubstr("does not belong together"), HasSubstr("--rebuild")));
    EXPECT_EQ(snapshot(path("mixed")), before);
    EXPECT_EQ(run({"index", "--rebuild", "reports"}, in_mixed).exit_code, 0);
    EXPECT_EQ(run({"info", "--check"}, in_mixed).exit_code, 0);
  }

  static constexpr int kStates = 4;
  int told_ = 0;
};

constexpr std::array<const char*, 6> kFiles = {"postlist.glass", "docdata.glass", "termlist.glass",
                                               "iamglass",       "places",        "sums"};

// Answers are those of a state, as they may be where the file is the same in both, or where the
// version file of the commit before still has all its blocks.
TEST_F(MixedStates, AreToldByEveryCommandAndLeftAlone) {
  make_states();
  for (const auto& [base, other] : {std::pair(3, 1), std::pair(3, 2)}) {
    const std::vector<std::string> of_base = answers(name(base)), of_other = answers(name(other));
    for (const char* file : kFiles) {
      SCOPED_TRACE(name(base) + " with " + file + " of " + name(other));
      mix(base, other, file);
      expect_told(of_base, of_other);
      expect_refused_by_index();
    }
  }
  EXPECT_GT(told_, 100);
}

}  // namespace
}  // namespace ibid
