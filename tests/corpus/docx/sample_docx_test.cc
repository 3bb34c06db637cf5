// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files as they really are, with the values that were counted by other means; they are not part of
// this repository.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/corpus/docx/docx_reading.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

fs::path folder() {
  return fs::path(IBID_SOURCE_DIR).parent_path() / "shared" / "formats" / "docx";
}

ExtractedFile sample(const char* name) {
  std::ifstream in(folder() / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return testing::docx_file(bytes.str());
}

class SampleDocx : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(folder())) GTEST_SKIP() << folder() << " is not there";
  }
};

TEST_F(SampleDocx, ShowsWhatIsInsertedAndNotWhatIsDeletedHiddenOrCommented) {
  const ExtractedFile file = sample("testWORD_features.docx");
  EXPECT_EQ(file.blocks.size(), 1u);  // two paragraphs, one of them hidden
  EXPECT_THAT(file.text, HasSubstr(" elit insert this fringilla, est eu, "));
  EXPECT_THAT(file.text, HasSubstr(" quis. While euismod posuere "));
  for (const char* gone : {"bibendum", "Donec", "inceptos", "hidden text", "This is a"}) {
    EXPECT_THAT(file.text, Not(HasSubstr(gone)));
  }
  EXPECT_THAT(testing::left_out_lines(file),
              ElementsAre("comment: This is another comment", "deleted: bibendum ",
                          "deleted: Donec ", "deleted: ad litora", "hidden: inceptos ",
                          "comment: This is a comment", "hidden: This is hidden text."));
}

// Each paragraph of tests 1 to 5 says its own label, except that the words after it differ: "1st.1"
// and "2.17" are whole, "1st.2.1someText" has the list's words.
TEST_F(SampleDocx, LabelsEachItemAsItSays) {
  const ExtractedFile file = sample("testWORD_override_list_numbering.docx");
  int labelled = 0;
  for (const ExtractedBlock& block : file.blocks) {
    const std::string text = file.text.substr(block.text.begin, block.text.size());
    if (text.starts_with("Test ")) continue;
    const bool bullet = text == "·";
    EXPECT_EQ(block.label, bullet ? "•" : text);
    ++labelled;
  }
  EXPECT_EQ(labelled, 44);
}

TEST_F(SampleDocx, ReadsATextBoxOnceAndNoHeadOrFoot) {
  const ExtractedFile file = sample("testWORD_text_box.docx");
  EXPECT_THAT(testing::block_lines(file),
              ElementsAre("paragraph This text is directly in the body of the document.",
                          "box This text is inside of a text box in the body of the document."));
  std::vector<std::string> left = testing::left_out_lines(file);
  std::sort(left.begin(), left.end());
  EXPECT_THAT(left, ElementsAre(HasSubstr("copy: This text is inside of a text box in the body"),
                                HasSubstr("page frame: "), HasSubstr("page frame: ")));
}

TEST_F(SampleDocx, TiesNotesToTheirMarks) {
  const ExtractedFile file = sample("footnotes.docx");
  EXPECT_THAT(
      testing::block_lines(file),
      ElementsAre("paragraph Ouch.", "note [1] A tachyon walks into a bar.", "note [2] Fin."));
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{4, "1", 1}, NoteMark{5, "2", 2}));
}

}  // namespace
}  // namespace ibid
