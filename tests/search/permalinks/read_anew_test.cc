// SPDX-License-Identifier: GPL-2.0-or-later
//
// Permalinks of files that a reader has read, after the file or the reader has changed. The reader
// is the test's: a line is a paragraph, and its first line names the reader.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "corpus/error.h"
#include "corpus/extract/reader_input.h"
#include "corpus/report/passage_id.h"
#include "search/open/open_index.h"
#include "search/permalinks/resolve.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using testing::TestIndex;

// How the test's reader reads: "gone" refuses.
struct Rules {
  std::string reader = "ibid-html/1";
  std::string space = " ";  // between words
};

std::vector<ExtractedFile> read_lines(const ReaderInput& input, const Rules& rules) {
  if (rules.reader.empty()) throw Error(ErrorKind::kInput, "its reader is gone");
  ExtractBuilder out(input.format, AnchorGrade::kByte, rules.reader, 1 << 20);
  out.add_part({});
  std::size_t at = input.bytes.find('\n') + 1;  // below the doctype
  while (at < input.bytes.size()) {
    const std::size_t end = std::min(input.bytes.find('\n', at), input.bytes.size());
    out.begin_block(ExtractedBlock::Kind::kParagraph);
    for (std::size_t i = at; i < end; ++i) {
      if (input.bytes[i] == ' ') {
        out.add_unplaced(rules.space);
      } else {
        out.add(input.bytes.substr(i, 1), 0, i, 1);
      }
    }
    out.end_block();
    at = end + 1;
  }
  return {out.finish()};
}

class ReadAnew : public ::testing::Test {
 protected:
  ReadAnew() { index_.write("page.html", "<!doctype html>\nTwo ports closed in May.\n"); }

  UpdateSummary update(UpdateOptions::Mode mode = UpdateOptions::Mode::kUpdate) {
    UpdateOptions options = index_.options();
    options.mode = mode;
    options.read_documents = [this](const ReaderInput& input) { return read_lines(input, rules_); };
    return update_index(options);
  }

  Resolution resolve(std::string_view text) {
    OpenIndex index(index_.index());
    const std::string link = permalink("page#0.1", text, HashRule::kWords);
    return PermalinkResolver(index).resolve(*parse_passage_ref(link));
  }

  TestIndex index_;
  Rules rules_;
};

TEST_F(ReadAnew, AnotherReadersSpacesAreTheSameText) {
  rules_ = {"ibid-html/0", " "};
  EXPECT_THAT(update().problems, SizeIs(0));
  EXPECT_EQ(resolve("Two ports closed in May.").standing, Standing::kSame);
  rules_ = {"ibid-html/1", "\u00A0 "};
  EXPECT_EQ(update().updated, 1U);  // it was not read by the rules of the program
  EXPECT_EQ(update().unchanged, 1U);
  EXPECT_EQ(resolve("Two ports closed in May.").standing, Standing::kSame);
}

TEST_F(ReadAnew, TheFileIsTheSameAndItsReaderIsNot) {
  update();
  rules_ = {"ibid-html/2", ""};
  update(UpdateOptions::Mode::kRebuild);
  const Resolution changed = resolve("Two ports closed in May.");
  EXPECT_EQ(changed.standing, Standing::kChanged);
  EXPECT_EQ(changed.reader_before, "ibid-html/1");
  EXPECT_FALSE(changed.stale);
  // The file itself changes: now it is not known who changed the words.
  index_.change("page.html", "<!doctype html>\nThree ports closed in May.\n");
  update();
  const Resolution edited = resolve("Two ports closed in May.");
  EXPECT_EQ(edited.standing, Standing::kChanged);
  EXPECT_EQ(edited.reader_before, "");
}

TEST_F(ReadAnew, AReportWhoseReaderFailsIsKeptWithItsText) {
  update();
  rules_.reader = "";
  const UpdateSummary rebuilt = update(UpdateOptions::Mode::kRebuild);
  ASSERT_THAT(rebuilt.problems, SizeIs(1));
  EXPECT_THAT(rebuilt.problems[0].message, HasSubstr("its reader is gone"));
  const Resolution kept = resolve("Two ports closed in May.");
  EXPECT_EQ(kept.standing, Standing::kSame);
  ASSERT_TRUE(kept.present);
  ASSERT_TRUE(kept.present->report.load_text);
  const auto text = kept.present->report.load_text();
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, "Two ports closed in May.");
}

TEST_F(ReadAnew, AFileThatBecomesPlainTextHasNoExtractedTextAnyMore) {
  index_.remove("page.html");
  index_.write("page.txt", "<!doctype html>\nTwo ports closed in May.\n");
  update();
  EXPECT_TRUE(resolve("Two ports closed in May.").present->report.extraction);
  index_.change("page.txt", "Two ports closed in May.\n");
  update();
  OpenIndex index(index_.index());
  const auto link = permalink("page#0.1", "Two ports closed in May.");
  const Resolution found = PermalinkResolver(index).resolve(*parse_passage_ref(link));
  EXPECT_EQ(found.standing, Standing::kSame);
  ASSERT_TRUE(found.present);
  EXPECT_FALSE(found.present->report.extraction);
}

}  // namespace
}  // namespace ibid
