// SPDX-License-Identifier: GPL-2.0-or-later
//
// Searches of an index with a byte that the disk has changed, so that no stamp of a file tells:
// they show passages as they were indexed, or report the damage. A separate process searches each
// damaged index, so that a crash is noticed. IBID_DAMAGES=20000 tries more of them.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/one_state.h"
#include "tests/support/sample_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using testing::SampleIndex;

constexpr unsigned kSecondsForOne = 30;
constexpr int kExitCodes = 100;  // of an outcome; a sanitizer's is 1
constexpr std::array<const char*, 6> kQueries = {
    "S-400 India", "\"air defence\"", "조약 협정", "kind:body", "defens*", "army NEAR/5 report"};

enum Outcome { kUnchanged, kReported, kOtherHits, kNoRemedy, kUntrue, kCrashed };
constexpr std::array<const char*, 6> kOutcomes = {
    "unchanged", "reported", "other hits", "reported without a remedy", "untrue", "crashed"};

// What a hit says about its passage, as far as it comes from the index.
std::string said(const StoredPassage& passage) {
  std::string said = passage.id + '\n' + passage.permalink + '\n' + passage.text;
  for (const SectionTitle& section : passage.section) said += '\n' + section.title;
  for (const Citation& citation : passage.citations) {
    said += '\n' + citation.source + ' ' + std::to_string(citation.bytes.begin);
  }
  const ReportInfo& report = passage.report;
  return said + '\n' + report.id + report.title + report.date + report.path + report.sha256 +
         std::to_string(passage.bytes.begin) + '-' + std::to_string(passage.bytes.end);
}

struct Answers {
  std::vector<std::string> order;           // ids of all hits of all queries
  std::map<std::string, std::string> said;  // by passage id
};

Answers answers_of(const std::string& index) {
  Answers answers;
  OpenIndex opened(index);
  Searcher searcher(opened);
  for (const char* query : kQueries) {
    for (const Hit& hit : searcher.search(query, SampleIndex::everything()).hits) {
      answers.order.push_back(hit.passage.id);
      answers.said[hit.passage.id] = said(hit.passage);
    }
  }
  return answers;
}

Outcome outcome_of(const std::string& index, const Answers& sound) {
  try {
    const Answers answers = answers_of(index);
    for (const auto& [id, text] : answers.said) {
      const auto at = sound.said.find(id);
      if (at == sound.said.end() || at->second != text) return kUntrue;
    }
    return answers.order == sound.order ? kUnchanged : kOtherHits;
  } catch (const Error& error) {
    const bool remedy = std::string_view(error.what()).find("`ibid in") != std::string_view::npos;
    if (!remedy) std::fprintf(stderr, "%s\n", error.what());
    return remedy ? kReported : kNoRemedy;
  }
}

Outcome outcome_in_a_process(const std::string& index, const Answers& sound) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(kSecondsForOne);
    ::_exit(kExitCodes + outcome_of(index, sound));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) - kExitCodes : kCrashed;
  return code >= 0 && code < kCrashed ? static_cast<Outcome>(code) : kCrashed;
}

// All passages: a damaged posting list may show any of them.
std::map<std::string, std::string> said_of_all(SampleIndex& samples) {
  std::map<std::string, std::string> all;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) {
      const auto stored = samples.searcher().passage(*parse_passage_ref(passage.id));
      if (stored) all[passage.id] = said(*stored);
    }
  }
  return all;
}

// Damages each file `tries` times, one byte at a time.
void expect_damage_is_reported(int tries) {
  SampleIndex samples;
  const IndexDir dir(samples.test().index());
  const std::string database = dir.database(dir.usable_manifest().build);
  Answers sound = answers_of(samples.test().index());
  sound.said = said_of_all(samples);
  ASSERT_GT(sound.said.size(), 100U);
  std::mt19937 random(2026);  // NOLINT(*-msc51-cpp): the same damages each time
  for (const char* name :
       {"postlist.glass", "docdata.glass", "termlist.glass", "iamglass", "places"}) {
    const std::string path = database + "/" + name;
    const std::string bytes = testing::read_bytes(path);
    std::array<int, kOutcomes.size()> tally{};
    for (int i = 0; i < tries; ++i) {
      std::string damaged = bytes;
      const std::size_t at = random() % bytes.size();
      damaged[at] =
          static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1 + random() % 255));
      testing::write_file(path, damaged);
      seal_state(database);
      const Outcome outcome = outcome_in_a_process(samples.test().index(), sound);
      ++tally[outcome];
      EXPECT_NE(outcome, kNoRemedy) << name << " byte " << at;
      EXPECT_NE(outcome, kUntrue) << name << " byte " << at;
      EXPECT_NE(outcome, kCrashed) << name << " byte " << at;
    }
    testing::write_file(path, bytes);
    std::printf("%-15s", name);
    for (std::size_t i = 0; i < tally.size(); ++i) {
      std::printf(" %s %d", kOutcomes[i], tally[i]);
    }
    std::printf("\n");
  }
}

TEST(DamagedIndex, ShowsPassagesAsIndexedOrReportsTheDamage) { expect_damage_is_reported(8); }

TEST(DamagedIndex, ShowsPassagesOrReportsTheDamageManyTimes) {
  const char* damages = std::getenv("IBID_DAMAGES");
  expect_damage_is_reported((damages == nullptr ? 300 : std::atoi(damages)) / 5);
}

}  // namespace
}  // namespace ibid
