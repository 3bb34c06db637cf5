// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/fault_run.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <set>

#include "corpus/error.h"
#include "indexer/folder/index_info.h"
#include "indexer/schema.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/stored_passages.h"
#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kQueries[] = {
    "S-400 India", "협정",    "\"defense pact\"", "harbour NEAR/8 pact", "submarine", "잠수함",
    "급유",        "admiral", "missiles"};

// The names of the files in an index, and of unfinished files in its builds. The number of a build
// does not matter, nor who wrote it: if the bulk writer fails, Xapian's own API makes other files.
std::vector<std::string> files_of(const std::string& index) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    std::string name = entry.path().lexically_relative(index).string();
    if (name.find('/') != std::string::npos && !name.ends_with(".tmp")) continue;
    if (name.starts_with("passages.")) {
      const std::size_t end = name.find_first_not_of("0123456789", 9);
      name.replace(9, end == std::string::npos ? end : end - 9, "N");
      if (names.contains(name)) name += " again";
    }
    names.insert(name);
  }
  return {names.begin(), names.end()};
}

void read_records(const std::string& index, State& state) {
  const Xapian::Database database = testing::live_database(index);
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const std::string bytes = database.get_document(*it).get_data();
    state.records["passage " + decode_passage(bytes).passage.id] = bytes;
  }
  for (const char* prefix : {schema::kMetaReport, schema::kMetaFile}) {
    const auto end = database.metadata_keys_end(prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
      state.records["key " + *key] = database.get_metadata(*key);
    }
  }
}

}  // namespace

const char* to_string(Work work) {
  constexpr const char* kNames[] = {"first build", "update", "rebuild", "removal"};
  return kNames[static_cast<std::size_t>(work)];
}

std::string name_of_work(const ::testing::TestParamInfo<Work>& work) {
  constexpr const char* kNames[] = {"AFirstBuild", "AnUpdate", "ARebuild", "ARemoval"};
  return kNames[static_cast<std::size_t>(work.param)];
}

State read_state(const std::string& index) {
  State state;
  if (!fs::exists(index + "/" + schema::kManifestFile)) return state;
  state.damage = check_index(index);
  if (!state.damage.empty()) return state;
  read_records(index, state);
  OpenIndex opened(index);
  Searcher searcher(opened);
  state.generation = opened.info().generation;
  for (const char* query : kQueries) {
    for (const Hit& hit : searcher.search(query, {}).hits) {
      state.answers.push_back(query + (": " + hit.passage.permalink + " " + hit.passage.text));
    }
  }
  return state;
}

void FaultTest::prepare(Work work) {
  copy_fixtures("reports");
  write("reports/고칠-것.txt", "The admiral spoke. 급유를 마쳤다.\n");
  write("reports/going.txt", "This goes, with its missiles.\n");
  arguments_ = {"index", "reports"};
  if (work != Work::kFirstBuild) {
    ASSERT_EQ(run(arguments_).exit_code, 0);
  }
  if (work == Work::kRebuild) arguments_.push_back("--rebuild");
  if (work == Work::kUpdate) {
    write("reports/고칠-것.txt", "A submarine was seen. 잠수함이 보였다.\n");
    fs::remove(path("reports/going.txt"));
    write("reports/added.txt", "An added harbour pact. 협정이 하나 늘었다.\n");
  }
  if (work == Work::kRemoval) arguments_ = {"remove", "reports/going.txt"};
  before_ = state();
  fs::create_directories(path("index"));
  fs::rename(path("index"), path("before"));
  restore();
  const RunResult result = run_freely();
  ASSERT_EQ(result.exit_code, 0) << result.err;
  after_ = state();
  ASSERT_TRUE(after_.damage.empty());
  ASSERT_FALSE(after_.records.empty());
  ASSERT_FALSE(after_.answers.empty());
  ASSERT_NE(before_, after_);
  restore();
  ASSERT_EQ(state(), before_);
  ASSERT_EQ(run_freely().exit_code, 0);
  // A writer removes the build that the last writer replaced.
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  files_after_ = files_of(path("index"));
}

void FaultTest::restore() const {
  fs::remove_all(path("index"));
  fs::copy(path("before"), path("index"), fs::copy_options::recursive);
}

RunOptions FaultTest::options_with(const Fault& fault) const {
  RunOptions out = options();
  out.environment["LD_PRELOAD"] = IBID_FAULT_PRELOAD;
  out.environment["IBID_FAULT_UNDER"] = path("index");
  out.environment["IBID_FAULT_KINDS"] = "," + fault.kinds + ",";
  out.environment["IBID_FAULT_ACT"] = fault.act;
  out.environment["IBID_FAULT_ERROR"] = std::to_string(fault.error);
  out.environment["IBID_FAULT_AT"] = std::to_string(fault.at);
  if (fault.from_then) out.environment["IBID_FAULT_ON"] = "1";
  return out;
}

RunResult FaultTest::run_with(const Fault& fault) { return run(arguments_, options_with(fault)); }

std::uint64_t FaultTest::count_calls(const std::string& kinds) {
  restore();
  RunOptions with = options_with({kinds, "kill"});
  with.environment["IBID_FAULT_LOG"] = path("calls");
  fs::remove(path("calls"));
  EXPECT_EQ(run(arguments_, with).exit_code, 0);
  return split_lines(testing::read_bytes(path("calls"))).size();
}

void FaultTest::expect_old_or_new(const std::string& about) {
  const State found = state();
  if (is_old(found)) {
    ++old_states_;
  } else if (is_new(found)) {
    ++new_states_;
  } else {
    ADD_FAILURE() << about << ": neither the old nor the new state; generation " << found.generation
                  << ", " << found.records.size() << " records, " << found.answers.size()
                  << " answers; " << ::testing::PrintToString(found.damage);
  }
}

void FaultTest::expect_healed(const std::string& about) {
  const RunResult result = run_freely();
  EXPECT_EQ(result.exit_code, 0) << about << ": " << result.err;
  EXPECT_EQ(run({"index", "reports"}).exit_code, 0) << about;
  const State healed = state();
  EXPECT_TRUE(healed.same_content(after_)) << about << ": the next run did not heal it";
  EXPECT_EQ(files_of(path("index")), files_after_) << about;
}

void FaultTest::expect_reported(const RunResult& result, const std::string& about) {
  EXPECT_EQ(result.signal, 0) << about;
  EXPECT_EQ(result.exit_code, 2) << about << ": " << result.err << result.out;
  EXPECT_THAT(result.err,
              AllOf(StartsWith("ibid: "), EndsWith("\n"), Not(HasSubstr("should not happen"))))
      << about;
  EXPECT_EQ(split_lines(result.err).size(), 1U) << about;
}

}  // namespace ibid
