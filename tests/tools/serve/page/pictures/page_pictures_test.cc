// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/pictures/page_pictures.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "corpus/report/sha256.h"
#include "tests/support/pdf_writer.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using testing::PdfPageContent;
using testing::PdfWriter;
using Why = NoPicture::Why;

class PagesAsPictures : public ::testing::Test {
 protected:
  void SetUp() override {
    setenv("IBID_READ", IBID_TOOLS_DIR "/ibid-read", 1);
    pictures_.emplace();
    PdfWriter pdf;
    for (const char* text : {"Forty aircraft.", "The S-400."}) {
      pdf.add_page(PdfPageContent().text(72, 100, 12, "F", text));
    }
    write(pdf.bytes());
    auto extraction = std::make_shared<ReportExtraction>();
    extraction->format = FileFormat::kPdf;
    extraction->grade = AnchorGrade::kPage;
    extraction->parts = {{"", "", 0, 612, 792}, {"", "", 0, 612, 792}};
    report_.extraction = std::move(extraction);
  }

  void write(const std::string& bytes) {
    report_.path = testing::write_file(folder_.at("report.pdf"), bytes);
    if (report_.sha256.empty()) report_.sha256 = sha256_hex(bytes);
  }
  // Nothing if there is a picture.
  std::optional<Why> why_none(std::uint32_t page) {
    try {
      EXPECT_TRUE(pictures_->png(report_, page)->starts_with("\x89PNG"));
      return {};
    } catch (const NoPicture& none) {
      return none.why;
    }
  }

  testing::TempDir folder_;
  ReportInfo report_;
  std::optional<PagePictures> pictures_;
};

TEST_F(PagesAsPictures, AreDrawnOnceAndDiffer) {
  const auto first = pictures_->png(report_, 0), second = pictures_->png(report_, 1);
  EXPECT_NE(*first, *second);
  EXPECT_LT(first->size(), 40'000U);
  EXPECT_EQ(pictures_->png(report_, 0), first) << "the very same";
}

TEST_F(PagesAsPictures, AreOnlyOfTheFileThatWasIndexed) {
  write("%PDF-1.4 changed");
  EXPECT_EQ(why_none(0), Why::kChanged);
  report_.path += ".gone";
  EXPECT_EQ(why_none(0), Why::kChanged);
}

TEST_F(PagesAsPictures, StayAsTheyWereWhenTheFileChanges) {
  EXPECT_EQ(why_none(0), std::nullopt);
  write("%PDF-1.4 changed");
  EXPECT_EQ(why_none(0), std::nullopt) << "of the bytes that were indexed";
  EXPECT_EQ(why_none(1), Why::kChanged);
}

TEST_F(PagesAsPictures, AreOfPagesOnly) {
  EXPECT_EQ(why_none(2), Why::kNoPage);
  EXPECT_EQ(why_none(UINT32_MAX), Why::kNoPage);
  report_.extraction.reset();
  EXPECT_EQ(why_none(0), Why::kNoPage);
}

TEST_F(PagesAsPictures, AreNotMadeOfDamagedFiles) {
  report_.sha256.clear();
  write("%PDF-1.4\nnothing of a PDF");
  EXPECT_EQ(why_none(0), Why::kFailed);
  EXPECT_EQ(why_none(0), Why::kFailed) << "remembered";
}

TEST_F(PagesAsPictures, NeedTheReader) {
  setenv("IBID_READ", "/nowhere/ibid-read", 1);
  PagePictures without;
  try {
    without.png(report_, 0);
    FAIL();
  } catch (const NoPicture& none) {
    EXPECT_EQ(none.why, Why::kFailed);
  }
}

}  // namespace
}  // namespace ibid
