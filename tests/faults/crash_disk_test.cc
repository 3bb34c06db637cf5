// SPDX-License-Identifier: GPL-2.0-or-later
//
// The simulated disk against cases worked out by hand.
#include "tests/faults/crash_disk.h"

#include <gmock/gmock.h>

#include <set>

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

using Calls = std::vector<DiskCall>;

DiskCall create(const std::string& path) { return {"create", path, "", 0, ""}; }
DiskCall write(const std::string& path, std::uint64_t at, const std::string& bytes) {
  return {"write", path, "", at, bytes};
}
DiskCall sync(const std::string& path) { return {"sync", path, "", 0, ""}; }
DiskCall rename(const std::string& from, const std::string& to) {
  return {"rename", from, to, 0, ""};
}

std::string text_of(const DiskTree& tree) {
  std::string text;
  constexpr const char* kMarks[] = {"/", "=", "->"};
  for (const auto& [path, entry] : tree) {
    text += (text.empty() ? "" : " ") + path + kMarks[static_cast<int>(entry.kind)] + entry.bytes;
  }
  return text;
}

DiskTree after(const DiskTree& before, const Calls& calls, const Loss& loss,
               Syncs syncs = Syncs::kAll) {
  CrashDisk disk(before, syncs);
  for (const DiskCall& call : calls) disk.apply(call);
  return disk.after(loss);
}

// All that may be on the disk, of 2,000 draws.
std::set<std::string> all_after(const DiskTree& before, const Calls& calls,
                                NameOrder order = NameOrder::kOfCalls, std::size_t unit = 512) {
  std::set<std::string> found;
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    found.insert(text_of(after(
        before, calls,
        {.data = Keep::kSome, .names = Keep::kSome, .order = order, .unit = unit, .seed = seed})));
  }
  return found;
}

TEST(CrashDisk, KeepsWhatIsSynced) {
  const Calls calls = {create("a"), write("a", 0, "new"), sync("a"), sync("")};
  EXPECT_THAT(all_after({}, calls), ElementsAre("a=new"));
}

TEST(CrashDisk, LosesANameWhoseFolderIsNotSynced) {
  const Calls calls = {create("a"), write("a", 0, "new"), sync("a")};
  EXPECT_THAT(all_after({}, calls), ElementsAre("", "a=new"));
}

TEST(CrashDisk, LosesDataAndSizeOfAFileThatIsNotSynced) {
  const Calls calls = {create("a"), write("a", 0, "new"), sync("")};
  EXPECT_THAT(all_after({}, calls),
              UnorderedElementsAre("a=", "a=new", "a=" + std::string(3, '\0')));
}

// The oldest mistake: a file that was written anew and renamed, but not synced, is empty.
TEST(CrashDisk, MayRenameAFileBeforeItsDataIsThere) {
  const Calls renamed = {create("b"), write("b", 0, "new"), rename("b", "a"), sync("")};
  EXPECT_THAT(all_after({{"a", file_with("old")}}, renamed), Contains("a="));
  const Calls synced = {create("b"), write("b", 0, "new"), sync("b"), rename("b", "a")};
  EXPECT_THAT(all_after({{"a", file_with("old")}}, synced),
              UnorderedElementsAre("a=old", "a=old b=new", "a=new"));
}

TEST(CrashDisk, KeepsEachBlockInAnyVersion) {
  const Calls calls = {write("a", 0, "1111"), write("a", 1, "22")};
  EXPECT_THAT(all_after({{"a", file_with("0000")}}, calls, NameOrder::kOfCalls, 2),
              UnorderedElementsAre("a=0000", "a=0011", "a=0021", "a=1100", "a=1111", "a=1121",
                                   "a=1200", "a=1211", "a=1221"));
}

TEST(CrashDisk, CutsAFileToAnySizeThatItHad) {
  const Calls calls = {{"truncate", "a", "", 0, ""}, write("a", 0, "n")};
  EXPECT_THAT(all_after({{"a", file_with("old")}}, calls), Contains("a=").Times(1));
  EXPECT_THAT(all_after({{"a", file_with("old")}}, calls), Contains("a=old"));
  EXPECT_THAT(all_after({{"a", file_with("old")}}, calls), Contains("a=n"));
}

TEST(CrashDisk, KeepsTheOrderOfNamesInAFolderIfToldSo) {
  const Calls calls = {create("a"), create("b")};
  EXPECT_THAT(all_after({}, calls), UnorderedElementsAre("", "a=", "a= b="));
  EXPECT_THAT(all_after({}, calls, NameOrder::kAny), UnorderedElementsAre("", "a=", "b=", "a= b="));
}

TEST(CrashDisk, KeepsNoOrderBetweenFolders) {
  const DiskTree before = {{"f", {}}, {"f/old", file_with("1")}, {"a", file_with("x")}};
  const Calls calls = {rename("a", "b"), {"unlink", "f/old", "", 1, ""}};
  EXPECT_THAT(all_after(before, calls),
              UnorderedElementsAre("a=x f/ f/old=1", "b=x f/ f/old=1", "a=x f/", "b=x f/"));
}

TEST(CrashDisk, MovesAFolderWithWhatIsInIt) {
  const Calls calls = {{"mkdir", "n", "", 0, ""}, create("n/a"),       sync("n"), sync(""),
                       rename("n", "m"),          write("m/a", 0, "1")};
  EXPECT_THAT(all_after({}, calls), Contains("m/ m/a=1"));
  EXPECT_THAT(all_after({}, calls), Contains("n/ n/a="));
  EXPECT_THAT(all_after({}, calls), Not(Contains("")));
}

TEST(CrashDisk, KeepsALinkWholeOrNotAtAll) {
  const Calls calls = {{"symlink", "l", "../a", 0, ""}, sync("a"), {"unlink", "l", "", 4, ""}};
  EXPECT_THAT(all_after({{"a", file_with("x")}}, calls),
              UnorderedElementsAre("a=x", "a=x l->../a"));
  CrashDisk disk({{"l", {DiskEntry::Kind::kLink, "a"}}}, Syncs::kAll);
  EXPECT_THROW(disk.apply(write("l", 0, "1")), std::runtime_error);
}

TEST(CrashDisk, ObeysNoSyncIfItLies) {
  const Calls calls = {create("a"), write("a", 0, "new"), sync("a"), sync("")};
  EXPECT_EQ(text_of(after({}, calls, {}, Syncs::kNone)), "");
  EXPECT_EQ(text_of(after({}, calls, {}, Syncs::kOfFiles)), "");
  EXPECT_EQ(text_of(after({}, calls, {}, Syncs::kOfFolders)), "a=");
  EXPECT_EQ(text_of(after({}, calls, {}, Syncs::kAll)), "a=new");
}

TEST(CrashDisk, NoticesAWriteThatWasNotRecorded) {
  CrashDisk disk({{"a", file_with("old")}}, Syncs::kAll);
  EXPECT_THROW(disk.apply({"unlink", "a", "", 4, ""}), std::runtime_error);
  EXPECT_THROW(disk.apply(write("b", 0, "1")), std::runtime_error);
  EXPECT_THROW(disk.apply({"other", "a", "mmap", 0, ""}), std::runtime_error);
}

}  // namespace
}  // namespace ibid
