// SPDX-License-Identifier: GPL-2.0-or-later
//
// Limits that the system really sets: descriptors, file sizes, memory, a full and a read-only file
// system. A run succeeds or says in one sentence why not; the old index stays and can be searched.
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "tests/faults/fault_run.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::HasSubstr;

class Limits : public FaultTest {
 protected:
  RunResult run_under(const std::string& limit, const std::vector<std::string>& arguments) {
    RunOptions with = options();
    with.launcher = {"prlimit", limit, "--"};
    return run(arguments, with);
  }

  // From what the program needs to start at all: below, its libraries do not load.
  std::vector<std::uint64_t> address_spaces(std::uint64_t step) {
    constexpr std::uint64_t kCoarse = std::uint64_t{2} << 20;
    const auto starts = [this](std::uint64_t bytes) {
      return run_under("--as=" + std::to_string(bytes), {"--version"}).exit_code == 0;
    };
    std::uint64_t least = kCoarse;
    while (!starts(least)) least += kCoarse;
    for (least -= kCoarse - step; !starts(least);) least += step;
    std::vector<std::uint64_t> limits;
    for (std::uint64_t i = 0; i < 40; ++i) limits.push_back(least + i * step);
    limits.push_back(std::uint64_t{8} << 30);
    return limits;
  }

  // Each limit, from none of the work done to all of it.
  void expect_reported_below(const std::string& option, const std::vector<std::uint64_t>& limits) {
    int reported = 0, done = 0;
    for (const std::uint64_t limit : limits) {
      const std::string about = option + std::to_string(limit);
      restore();
      const RunResult result = run_under(about, arguments_);
      if (result.exit_code == 0) {
        ++done;
        EXPECT_TRUE(is_new(state())) << about;
      } else {
        ++reported;
        expect_reported(result, about);
        expect_old_or_new(about);
      }
      expect_healed(about);
    }
    std::printf("%s: reported %d times, done %d times\n", option.c_str(), reported, done);
    EXPECT_GT(reported, 0) << option;
    EXPECT_GT(done, 0) << option;
  }
};

// A file system of its own below the test's folder.
class Mount {
 public:
  Mount(std::string folder, const std::string& size) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    const std::string data = "size=" + size;
    mounted_ = mount("none", folder_.c_str(), "tmpfs", 0, data.c_str()) == 0;
    error_ = errno;
  }
  ~Mount() {
    if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
  }
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;
  bool mounted() const { return mounted_; }
  std::string why_not() const { return std::strerror(error_); }
  bool make_read_only() const {
    return mount("none", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  std::string folder_;
  bool mounted_ = false;
  int error_ = 0;
};

TEST_F(Limits, SixtyFourDescriptorsAreEnough) {
  constexpr int kFiles = 4000;
  for (int i = 0; i < kFiles; ++i) {
    write("reports/" + std::to_string(i % 50) + "/r" + std::to_string(i) + ".txt",
          "Report " + std::to_string(i) + " on a pact. 협정 " + std::to_string(i) + "호.\n");
  }
  EXPECT_EQ(run_under("--nofile=64", {"index", "--memory", "16M", "reports"}).exit_code, 0);
  write("reports/1/r1.txt", "A submarine was seen. 잠수함이 보였다.\n");
  fs::remove(path("reports/2/r2.txt"));
  EXPECT_EQ(run_under("--nofile=64", {"index", "reports"}).exit_code, 0);
  EXPECT_THAT(run_under("--nofile=64", {"search", "잠수함"}).out, HasSubstr("submarine"));
  EXPECT_THAT(run({"info", "--check"}).out,
              HasSubstr("the index is whole: " + std::to_string(kFiles - 1) + " reports"));
}

TEST_F(Limits, TooFewDescriptorsAreReported) {
  prepare(Work::kRebuild);
  expect_reported_below("--nofile=", {5, 6, 7, 8, 10, 12, 14, 16, 20, 64});
}

TEST_F(Limits, FilesThatMayNotGrowAreReported) {
  prepare(Work::kUpdate);
  expect_reported_below("--fsize=", {0, 1, 100, 4096, 8192, 20'000, 100'000, 10'000'000});
}

TEST_F(Limits, FilesOfANewBuildThatMayNotGrowAreReported) {
  prepare(Work::kRebuild);
  expect_reported_below("--fsize=", {0, 1, 100, 4096, 8192, 20'000, 100'000, 10'000'000});
}

TEST_F(Limits, LittleMemoryForANewBuildIsReported) {
  prepare(Work::kRebuild);
  expect_reported_below("--as=", address_spaces(std::uint64_t{2} << 20));
}

TEST_F(Limits, LittleMemoryForAnUpdateIsReported) {
  prepare(Work::kUpdate);
  expect_reported_below("--as=", address_spaces(std::uint64_t{64} << 10));
}

class FullFileSystem : public Limits, public testing::WithParamInterface<Work> {};

TEST_P(FullFileSystem, IsReportedAndCostsNothing) {
  prepare(GetParam());
  int reported = 0, done = 0;
  for (int kilobytes = 16; kilobytes <= 4096; kilobytes += kilobytes < 1024 ? 56 : 1024) {
    const std::string about = std::to_string(kilobytes) + " kB";
    const Mount disk(path("index"), std::to_string(kilobytes) + "k");
    if (!disk.mounted()) GTEST_SKIP() << "may not mount a tmpfs: " << disk.why_not();
    std::error_code full;
    fs::copy(path("before"), path("index"), fs::copy_options::recursive, full);
    if (full) continue;  // no room for the old index
    const RunResult result = run_freely();
    if (result.exit_code == 0) {
      ++done;
      EXPECT_TRUE(is_new(state())) << about;
    } else {
      ++reported;
      expect_reported(result, about);
      EXPECT_THAT(result.err, HasSubstr("No space left on device")) << about;
      EXPECT_TRUE(is_old(state())) << about;
    }
  }
  std::printf("full disk in %s: reported %d times, done %d times\n", to_string(GetParam()),
              reported, done);
  EXPECT_GT(reported, 0);
  EXPECT_GT(done, 0);
}

INSTANTIATE_TEST_SUITE_P(Of, FullFileSystem,
                         testing::Values(Work::kFirstBuild, Work::kUpdate, Work::kRebuild),
                         name_of_work);

TEST_F(Limits, AReadOnlyFileSystemIsSearchedAndNotWritten) {
  const Mount disk(path("index"), "8m");
  if (!disk.mounted()) GTEST_SKIP() << "may not mount a tmpfs: " << disk.why_not();
  index_fixtures();
  ASSERT_TRUE(disk.make_read_only());
  const auto before = snapshot(path("index"));
  write("reports/new.txt", "A submarine was seen.\n");
  for (const char* option : {"--quiet", "--rebuild"}) {
    const RunResult result = run({"index", option, "reports"});
    expect_reported(result, option);
    EXPECT_THAT(result.err, HasSubstr("Read-only file system"));
  }
  EXPECT_EQ(snapshot(path("index")), before);
  EXPECT_EQ(run({"search", "S-400"}).exit_code, 0);
  EXPECT_EQ(run({"show", "notes"}).exit_code, 0);
  // Xapian's check opens tables for writing; a refusal is not damage.
  const RunResult check = run({"info", "--check"});
  expect_reported(check, "--check");
  EXPECT_THAT(check.err, HasSubstr("a copy of it"));
}

TEST_F(Limits, ASearchIsRightOrSaysWhyNot) {
  index_fixtures();
  arguments_ = {"search", "--format", "jsonl", "S-400"};
  const std::string right = run_freely().out;
  fs::rename(path("index"), path("before"));
  int reported = 0, injected = 0;
  for (const auto& [kinds, error] : std::vector<std::pair<std::string, int>>{
           {"read", EIO}, {"look", EACCES}, {"look", EMFILE}, {"look", ESTALE}, {"map", ENOMEM}}) {
    Fault fault{kinds, "fail", error};
    const std::uint64_t calls = count_calls(kinds);
    for (fault.at = 1; fault.at <= calls; ++fault.at) {
      const RunResult result = run_with(fault);
      const std::string about = kinds + " " + std::to_string(fault.at) + " " + std::strerror(error);
      ++injected;
      if (result.exit_code == 0) {
        EXPECT_EQ(result.out, right) << about;
        continue;
      }
      ++reported;
      expect_reported(result, about);
      EXPECT_EQ(result.out, "") << about;
      EXPECT_EQ(result.err.find("damaged"), std::string::npos) << about << result.err;
    }
  }
  std::printf("faults in a search: %d, of them reported %d\n", injected, reported);
  EXPECT_GT(reported, 0);
}

}  // namespace
}  // namespace ibid
