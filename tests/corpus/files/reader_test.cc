// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/files/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "corpus/error.h"
#include "corpus/report/sha256.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class Reader : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "ibid-reader-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string refusal(const std::string& path) const {
    try {
      read_file(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      return error.what();
    }
    return "";
  }

  std::string root_;
};

TEST_F(Reader, ReadsEveryByte) {
  const std::string bytes = std::string("a\r\n\0\xFF", 5) + std::string(300000, 'x');
  std::ofstream(root_ + "/a.txt", std::ios::binary) << bytes;
  EXPECT_EQ(read_file(root_ + "/a.txt"), bytes);
  std::ofstream(root_ + "/empty.txt").close();
  EXPECT_EQ(read_file(root_ + "/empty.txt"), "");
}

TEST_F(Reader, NamesWhatItCannotRead) {
  EXPECT_THAT(refusal(root_ + "/missing"), AllOf(HasSubstr("/missing"), HasSubstr("No such file")));
  EXPECT_THAT(refusal(root_), HasSubstr("folder"));
  ASSERT_EQ(mkfifo((root_ + "/pipe").c_str(), 0600), 0);
  EXPECT_THAT(refusal(root_ + "/pipe"), HasSubstr("regular"));
  EXPECT_THAT(refusal("/dev/null"), HasSubstr("regular"));
}

TEST_F(Reader, RefusesHugeFilesWithoutReadingThem) {
  std::ofstream(root_ + "/huge").close();
  fs::resize_file(root_ + "/huge", kMaxFileBytes + 1);  // sparse
  EXPECT_THAT(refusal(root_ + "/huge"), HasSubstr("larger"));
}

TEST(ReadReport, FillsEveryMember) {
  const std::string bytes = "제목\n\n2024년 6월 27일\ngoover\n\n1. 요약\n\n• 본문이다.\n";
  const Report report = read_report("/corpus/x/../report.txt", bytes, "id");
  EXPECT_EQ(report.id, "id");
  EXPECT_EQ(report.title, "제목");
  EXPECT_EQ(report.publisher, "goover");
  EXPECT_EQ(report.date, "2024-06-27");
  EXPECT_EQ(report.language, "ko");
  EXPECT_EQ(report.path, "/corpus/report.txt");
  EXPECT_EQ(report.sha256, sha256_hex(bytes));
  EXPECT_EQ(report.size, bytes.size());
  ASSERT_EQ(report.passages.size(), 1U);
  EXPECT_EQ(report.passages[0].id, "id#1.1");
}

TEST(ReadReport, TakesTheFileStemForATitle) {
  EXPECT_EQ(read_report("/x/my-notes.txt", "Some text. More text.", "id").title, "my-notes");
  EXPECT_EQ(read_report("/x/no\xFF-utf8.txt", "", "id").title, "no\xEF\xBF\xBD-utf8");
  EXPECT_EQ(read_report("/x/notes-2024-06-27.txt", "Some text.", "id").date, "2024-06-27");
}

TEST(ReadReport, NamesTheFileThatIsNotText) {
  try {
    read_report("/x/image.txt", std::string("\x89PNG\0", 5), "id");
    FAIL() << "took an image for text";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    EXPECT_THAT(error.what(), AllOf(HasSubstr("/x/image.txt"), HasSubstr("NUL")));
  }
}

TEST(ReadReport, NotesBrokenBytes) {
  const Report report =
      read_report("/x/a.txt", "Nearly all of this is text, one byte \xFF is not.", "id");
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_EQ(report.notes[0], "1 byte at offset 37 (line 1) is not UTF-8");
}

}  // namespace
}  // namespace ibid
