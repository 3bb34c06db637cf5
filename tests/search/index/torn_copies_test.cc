// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies whose files are of different states: each question is answered as in one of the states, or
// the fault is told. A separate process asks each copy, so that a crash is noticed.
// IBID_TORN=5000 tries more of them.
#include "tests/support/torn_copies.h"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>

#include "corpus/error.h"
#include "search/index/index_session.h"
#include "tests/support/sample_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using testing::IndexFiles;
using testing::report_with;
using testing::SampleIndex;
using testing::TestIndex;

constexpr int kReports = 120, kPassages = 5;
constexpr unsigned kSecondsForOne = 60;
constexpr int kExitCodes = 100;  // of an outcome; a sanitizer's is 1

enum Outcome { kRight, kReported, kNoRemedy, kUntrue, kCrashed };
constexpr std::array<const char*, 5> kOutcomes = {"right", "reported", "reported without a remedy",
                                                  "untrue without a word", "crashed"};

// Questions that read each table in each way: words, phrases, lists of terms, values, records.
constexpr std::array<const char*, 14> kQueries = {"harbour",      "\"defence pact\"",
                                                  "협정",         "\"국방 협정\"",
                                                  "version3",     "def*",
                                                  "kind:body",    "pact NEAR/3 defence",
                                                  "ship7 OR 9월", "cites:any",
                                                  "percent:4..9", "date:2024 ledger1",
                                                  "harbor",       "report:r17"};

std::string text_of(int report, int version) {
  std::vector<std::string> passages;
  const std::string number = std::to_string(report), ver = std::to_string(version);
  for (int i = 0; i < kPassages; ++i) {
    const std::string part = std::to_string(i), word = std::to_string(report * kPassages + i);
    std::string text = "The defence pact of harbour " + number + " in version" + ver +
                       ", 국방 협정 " + part + "항, ship" +
                       std::to_string((report + i * version) % 11) + ", rose " +
                       std::to_string((report + version) % 12) + "% (Source: A" + word + ").";
    for (int w = 0; w < 40; ++w) {
      text += " ledger" + std::to_string((report * 31 + i * 7 + w * w + version) % 997);
    }
    passages.push_back(text);
  }
  return report_with("Pact " + number + " as of version" + ver, passages);
}

void write_version(const TestIndex& test, int report, int version) {
  const std::string name = "r" + std::to_string(report) + ".txt";
  if (!fs::exists(test.report_path(name))) test.write(name, "x");
  test.change(name, text_of(report, version));
}

// All that an index says: an answer for each question, and the generation it is of.
struct Answer {
  std::uint64_t generation = 0;
  std::string text;
};
using Question = std::function<Answer(const std::string& index)>;

std::string said(const StoredPassage& passage) {
  return passage.permalink + ' ' + passage.text + ' ' + passage.report.title + ' ' +
         std::to_string(passage.bytes.begin) + '\n';
}

Answer search(const std::string& index, const char* query) {
  const SearchResult result = testing::search_in(index, query, SampleIndex::everything());
  Answer answer{result.index.generation,
                fmt::format("{} {} {} {}\n", result.matches, result.index.reports,
                            result.index.passages, result.suggestion.value_or("-"))};
  for (const Hit& hit : result.hits)
    answer.text += fmt::format("{:.9g} ", hit.score) + said(hit.passage);
  return answer;
}

// As an export reads an index.
Answer read_everything(const std::string& index) {
  IndexSession session(index);
  return session.run([&] {
    IndexSnapshot& snapshot = session.snapshot();
    Answer answer{snapshot.state().generation, ""};
    for (auto id = snapshot.report_after(""); id; id = snapshot.report_after(*id)) {
      answer.text += "report " + *id + '\n';
      for (const StoredPassage& passage : snapshot.passages_of(*id)) answer.text += said(passage);
    }
    return answer;
  });
}

Answer show(const std::string& index) {
  OpenIndex opened(index);
  Searcher searcher(opened);
  Answer answer;
  for (const char* id : {"r3#2.1", "r60#4.1", "r119#6.1"}) {
    const auto passage = searcher.passage(*parse_passage_ref(id));
    answer.text += passage ? said(*passage) : "none\n";
  }
  const IndexInfo info = opened.info();
  answer.generation = info.generation;
  answer.text +=
      fmt::format("{} {} {} {}", info.reports, info.passages, info.citations, info.sources);
  return answer;
}

const std::vector<Question>& questions() {
  static const std::vector<Question> all = [] {
    std::vector<Question> made = {read_everything, show};
    for (const char* query : kQueries) {
      made.emplace_back([query](const std::string& index) { return search(index, query); });
    }
    return made;
  }();
  return all;
}

class TornCopy : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  // Many states of one index: 1 to 5 reports changed, then one added and one removed, then nothing
  // but a time, and in the end a new build.
  TornCopy() {
    for (int i = 0; i < kReports; ++i) write_version(test_, i, 0);
    update();
    for (int version = 1; version <= 6; ++version) {
      for (int i = 0; i < (version - 1) % 5 + 1; ++i) {
        write_version(test_, (version * 17 + i * 29) % kReports, version);
      }
      update();
    }
    write_version(test_, kReports, 7);
    test_.remove("r5.txt");
    update();
    testing::touch_file(test_.report_path("r8.txt"));
    update();
    write_version(test_, 3, 8);
    update();
    UpdateOptions rebuild = options();
    rebuild.mode = UpdateOptions::Mode::kRebuild;
    update_index(rebuild);
    keep_state();
  }

  UpdateOptions options() const {
    UpdateOptions options = test_.options();
    options.exact_lists_from = GetParam();
    return options;
  }
  void update() {
    EXPECT_TRUE(update_index(options()).problems.empty());
    keep_state();
  }
  void keep_state() {
    states_.push_back(testing::read_index_files(test_.index()));
    std::uint64_t generation = 0;
    std::vector<std::string> texts;
    for (const Question& question : questions()) {
      Answer answer = question(test_.index());
      EXPECT_TRUE(generation == 0 || generation == answer.generation);
      generation = answer.generation;
      texts.push_back(std::move(answer.text));
    }
    truth_[generation] = std::move(texts);
  }

  Outcome outcome_of(const std::string& index) const {
    Outcome worst = kRight;
    for (std::size_t i = 0; i < questions().size(); ++i) {
      worst = std::max(worst, outcome_of(index, i));
    }
    return worst;
  }
  Outcome outcome_of(const std::string& index, std::size_t question) const {
    try {
      const Answer answer = questions()[question](index);
      const auto state = truth_.find(answer.generation);
      const bool right = state != truth_.end() && state->second[question] == answer.text;
      return right ? kRight : kUntrue;
    } catch (const Error& error) {
      const std::string_view what = error.what();
      return what.find("`ibid in") != std::string_view::npos ? kReported : kNoRemedy;
    }
  }

  Outcome outcome_in_a_process(const std::string& index) const {
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(kSecondsForOne);
      ::_exit(kExitCodes + outcome_of(index));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) - kExitCodes : kCrashed;
    return code >= 0 && code < kCrashed ? static_cast<Outcome>(code) : kCrashed;
  }

  void expect_told(int copies) {
    testing::TornCopies torn(states_, 2026);
    std::array<int, kOutcomes.size()> tally{};
    for (int i = 0; i < copies; ++i) {
      std::string about;
      const IndexFiles files = torn.next(about);
      const testing::TempDir folder;
      const std::string index = folder.at("copy");
      for (const auto& [path, bytes] : files) {
        fs::create_directories(fs::path(index + '/' + path).parent_path());
        testing::write_file(index + '/' + path, bytes);
      }
      const Outcome outcome = outcome_in_a_process(index);
      ++tally[outcome];
      EXPECT_TRUE(outcome == kRight || outcome == kReported) << kOutcomes[outcome] << ':' << about;
    }
    for (std::size_t i = 0; i < tally.size(); ++i) std::printf("%s %d, ", kOutcomes[i], tally[i]);
    std::printf("of %d\n", copies);
    EXPECT_GT(tally[kReported], copies / 4);
  }

  TestIndex test_;
  std::vector<IndexFiles> states_;
  std::map<std::uint64_t, std::vector<std::string>> truth_;  // by generation
};

TEST_P(TornCopy, AnswersAsOneStateOrTellsTheFault) { expect_told(48); }

TEST_P(TornCopy, AnswersAsOneStateOrTellsTheFaultManyTimes) {
  const char* copies = std::getenv("IBID_TORN");
  expect_told(copies == nullptr ? 200 : std::atoi(copies));
}

// With whole lists of terms, and with short ones.
INSTANTIATE_TEST_SUITE_P(Of, TornCopy, ::testing::Values(UINT64_MAX, 0), [](const auto& lists) {
  return lists.param == 0 ? "ShortLists" : "WholeLists";
});

}  // namespace
}  // namespace ibid
