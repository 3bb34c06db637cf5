// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/discover.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Discover : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "ibid-discover-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = fs::canonical(pattern).string();
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  void write(const std::string& name, const std::string& content = "text") {
    fs::create_directories(fs::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << content;
  }
  std::string at(const std::string& name) const { return root_ + "/" + name; }

  std::vector<std::string> found(const Discovery& discovery) const {
    std::vector<std::string> names;
    for (const FileStamp& file : discovery.files)
      names.push_back(file.path.substr(root_.size() + 1));
    return names;
  }

  std::string root_;
};

TEST_F(Discover, TakesTextFilesBelowAFolderInByteOrder) {
  for (const char* name : {"b.txt", "a.md", "sub/c.TEXT", "sub/deep/d.markdown", "보고서.txt",
                           "x.log", "noext", ".hidden.txt", ".git/e.txt", "Z.TXT"}) {
    write(name);
  }
  const Discovery discovery = discover({root_});
  EXPECT_THAT(found(discovery), ElementsAreArray({"Z.TXT", "a.md", "b.txt", "sub/c.TEXT",
                                                  "sub/deep/d.markdown", "보고서.txt"}));
  EXPECT_EQ(discovery.skipped, 3U);  // x.log, noext, .hidden.txt
  EXPECT_THAT(discovery.roots, ElementsAre(root_));
  EXPECT_THAT(discovery.problems, IsEmpty());
}

TEST_F(Discover, TakesANamedFileWhateverItsNameAndEachOnce) {
  write("x.log");
  write(".hidden");
  write("a.txt");
  const Discovery discovery =
      discover({at("x.log"), at(".hidden"), at("a.txt"), root_, root_ + "/./", at("sub/../a.txt")});
  EXPECT_THAT(found(discovery), ElementsAreArray({".hidden", "a.txt", "x.log"}));
  EXPECT_THAT(discovery.roots, ElementsAre(root_, at(".hidden"), at("a.txt"), at("x.log")));
}

TEST_F(Discover, FindsFilesOfEveryFormatThatIsRead) {
  for (const char* name : {"a.PDF", "보고서.hwp", "sub/b.docx", "sub/page.html", ".hidden.pdf",
                           "feed.jsonl", "mail.eml", "picture.png", "code.cc"}) {
    write(name);
  }
  fs::create_directory(at("folder.pdf"));
  const Discovery discovery = discover({root_});
  EXPECT_THAT(found(discovery), ElementsAre("a.PDF", "feed.jsonl", "mail.eml", "sub/b.docx",
                                            "sub/page.html", "보고서.hwp"));
  EXPECT_THAT(discovery.unread, IsEmpty());
  EXPECT_EQ(discovery.skipped, 3U);
}

TEST_F(Discover, NamesDocumentsThatAreNotRead) {
  for (const char* name : {"a.DOC", "보고서.rtf", "sub/b.pptx", ".hidden.doc", "c.doc", "c.txt",
                           "d.xls", "d.xls.md", "e.xlsx"}) {
    write(name);
  }
  const Discovery discovery = discover({root_, at("e.xlsx")});
  // e.xlsx was named: its content says what it is.
  EXPECT_THAT(found(discovery), ElementsAre("c.txt", "d.xls.md", "e.xlsx"));
  std::vector<std::string> unread;
  for (const Problem& problem : discovery.unread) {
    unread.push_back(problem.path.substr(root_.size() + 1));
    EXPECT_THAT(problem.message, HasSubstr("is not read; save"));
  }
  // c.doc and d.xls stand beside their texts.
  EXPECT_THAT(unread, ElementsAre("a.DOC", "e.xlsx", "sub/b.pptx", "보고서.rtf"));
  EXPECT_EQ(discovery.skipped, 3U);
  EXPECT_THAT(discovery.problems, IsEmpty());
}

TEST_F(Discover, StampsSizeAndTime) {
  write("a.txt", "12345");
  const timespec times[2] = {{5, 0}, {1234567890, 123456789}};
  ASSERT_EQ(utimensat(AT_FDCWD, at("a.txt").c_str(), times, 0), 0);
  const Discovery discovery = discover({root_});
  ASSERT_THAT(discovery.files, SizeIs(1));
  EXPECT_EQ(discovery.files[0].size, 5U);
  EXPECT_EQ(discovery.files[0].mtime_ns, 1234567890123456789);
}

TEST_F(Discover, FollowsLinksToFilesButNotToFolders) {
  write("real/a.txt");
  fs::create_directory_symlink(at("real"), at("loop"));
  fs::create_directory_symlink(root_, at("real/up"));
  write(".kept/b.log");
  fs::create_symlink(at(".kept/b.log"), at("link.txt"));
  fs::create_symlink(at("gone.txt"), at("dangling.txt"));
  const Discovery discovery = discover({root_});
  EXPECT_THAT(found(discovery), ElementsAreArray({"link.txt", "real/a.txt"}));
  ASSERT_THAT(discovery.problems, SizeIs(1));
  EXPECT_EQ(discovery.problems[0].path, at("dangling.txt"));
  EXPECT_THAT(found(discover({at("loop")})), ElementsAre("loop/a.txt"));  // named, so followed
}

TEST_F(Discover, TakesAFolderAndALinkToItOnce) {
  write("d/보고서.txt");
  write("d/sub/b.txt");
  fs::create_directory_symlink(at("d"), at("link"));
  EXPECT_THAT(found(discover({at("d"), at("link")})), ElementsAre("d/sub/b.txt", "d/보고서.txt"));
  EXPECT_THAT(found(discover({at("link"), at("d")})),
              ElementsAre("link/sub/b.txt", "link/보고서.txt"));
  EXPECT_THAT(discover({at("d"), at("link")}).roots, ElementsAre(at("d"), at("link")));
}

TEST_F(Discover, TakesAFolderAndALinkIntoItOnce) {
  write("d/a.txt");
  write("d/하위/b.txt");
  write("d/.hidden/c.txt");
  fs::create_directory_symlink(at("d/하위"), at("into"));
  fs::create_directory_symlink(at("d/.hidden"), at("beyond"));
  for (const auto& paths : {std::vector{at("into"), at("d"), at("d/하위"), at("beyond")},
                            std::vector{at("beyond"), at("d/하위"), at("d"), at("into")}}) {
    EXPECT_THAT(found(discover(paths)), ElementsAre("beyond/c.txt", "d/a.txt", "d/하위/b.txt"));
  }
  EXPECT_THAT(found(discover({at("into"), at("d/하위")})), ElementsAre("into/b.txt"));
}

TEST_F(Discover, TakesAFileAndLinksToItOnce) {
  write("d/a.txt");
  write("out/보고서.txt");
  write("out/x.log");
  fs::create_symlink("a.txt", at("d/0.txt"));
  fs::create_symlink("0.txt", at("d/b.txt"));
  fs::create_symlink(at("out/보고서.txt"), at("d/c.txt"));
  fs::create_symlink(at("out/보고서.txt"), at("d/d.txt"));
  fs::create_symlink(at("out/x.log"), at("d/e.txt"));
  fs::create_directory_symlink(at("d"), at("link"));
  EXPECT_THAT(found(discover({at("d")})), ElementsAre("d/a.txt", "d/c.txt", "d/e.txt"));
  EXPECT_THAT(found(discover({at("link/a.txt"), at("d/b.txt"), at("d")})),
              ElementsAre("d/a.txt", "d/c.txt", "d/e.txt"));
  EXPECT_THAT(found(discover({at("d"), at("out")})),
              ElementsAre("d/a.txt", "d/e.txt", "out/보고서.txt"));
  EXPECT_THAT(found(discover({at("d"), at("out/x.log")})),
              ElementsAre("d/a.txt", "d/c.txt", "out/x.log"));
  EXPECT_THAT(found(discover({at("link/0.txt"), at("d/a.txt")})), ElementsAre("link/0.txt"));
}

TEST_F(Discover, TakesEachNameOfAHardLink) {
  write("a.txt");
  fs::create_hard_link(at("a.txt"), at("b.txt"));
  EXPECT_THAT(found(discover({root_})), ElementsAre("a.txt", "b.txt"));
}

TEST_F(Discover, ReportsWhatItCannotReadAndGoesOn) {
  write("a.txt");
  ASSERT_EQ(mkfifo(at("pipe.txt").c_str(), 0600), 0);
  const Discovery discovery = discover({at("missing"), at("pipe.txt"), "/dev/null", "", root_});
  EXPECT_THAT(found(discovery), ElementsAre("a.txt"));
  ASSERT_THAT(discovery.problems, SizeIs(4));
  EXPECT_EQ(discovery.problems[0].path, at("missing"));
  EXPECT_THAT(discovery.problems[0].message, HasSubstr("No such file"));
  EXPECT_THAT(discovery.problems[1].message, HasSubstr("regular"));
  EXPECT_EQ(discovery.problems[2].path, "/dev/null");
  EXPECT_THAT(discovery.roots, ElementsAre(root_));
}

TEST_F(Discover, WalksFiftyLevelsAndNoLoop) {
  std::string folder = "d";
  for (int level = 0; level < 50; ++level) {
    write(folder + "/보고서.txt");
    folder += "/d";
  }
  fs::create_directories(at(folder));
  fs::create_directory_symlink(root_, at(folder + "/up"));
  fs::create_symlink("self.txt", at("self.txt"));
  const Discovery discovery = discover({root_});
  EXPECT_THAT(discovery.files, SizeIs(50));
  ASSERT_THAT(discovery.problems, SizeIs(1));
  EXPECT_EQ(discovery.problems[0].path, at("self.txt"));
}

TEST_F(Discover, WaitsForNoPipeNorDevice) {
  write("a.txt");
  ASSERT_EQ(mkfifo(at("pipe.txt").c_str(), 0600), 0);
  fs::create_symlink("/dev/zero", at("zero.txt"));
  const Discovery discovery = discover({root_});  // would hang if it opened one
  EXPECT_THAT(found(discovery), ElementsAre("a.txt"));
  EXPECT_THAT(discovery.problems, IsEmpty());
}

TEST_F(Discover, TakesNamesOfAnyBytes) {
  const std::vector<std::string> names = {"a\nb.txt", "it's \"so\".txt", "no\xFF\xC7\xD1.txt",
                                          "한글 이름.txt"};
  for (const std::string& name : names) write(name);
  const Discovery discovery = discover({root_});
  EXPECT_THAT(found(discovery), ElementsAreArray(names));
  EXPECT_THAT(discovery.problems, IsEmpty());
}

TEST_F(Discover, ReportsAFolderWithoutRights) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read every folder";
  write("closed/a.txt");
  fs::permissions(at("closed"), fs::perms::none);
  const Discovery discovery = discover({root_});
  EXPECT_THAT(discovery.problems, SizeIs(1));
  fs::create_directory_symlink(at("closed"), at("link"));  // what the index holds below both stays
  EXPECT_THAT(discover({at("closed"), at("link")}).problems, SizeIs(2));
  fs::permissions(at("closed"), fs::perms::owner_all);
}

}  // namespace
}  // namespace ibid
