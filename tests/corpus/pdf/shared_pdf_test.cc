// SPDX-License-Identifier: GPL-2.0-or-later
//
// Real files with values that were counted by other means: ../shared/formats, which is not part of
// the repository.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "corpus/text/code_points.h"
#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using Kind = ExtractedBlock::Kind;
using testing::texts_of;

class SharedPdf : public ::testing::Test {
 protected:
  // Fails the test where the folder is there and the file is not.
  void read(const std::string& name) {
    const fs::path folder = fs::path(IBID_SOURCE_DIR).parent_path() / "shared" / "formats" / "pdf";
    if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
    std::ifstream in(folder / name, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    file_ = testing::read_bytes(bytes.str());
  }
  bool says(std::string_view words) const { return file_.text.find(words) != std::string::npos; }
  std::size_t count(char32_t first, char32_t last) const {
    std::size_t found = 0;
    for (std::size_t at = 0; at < file_.text.size();) {
      const char32_t c = next_code_point(file_.text, at);
      found += c >= first && c <= last;
    }
    return found;
  }
  ExtractedFile file_;
};

TEST_F(SharedPdf, ReadsVersesInJamo) {
  read("yettext.pdf");
  if (IsSkipped()) return;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < file_.text.size();) {
    letters += is_space(next_code_point(file_.text, at)) ? 0 : 1;
  }
  // 463 are there: poppler 22.12 loses the last vowel of lines 5 and 7, a glyph without a width.
  EXPECT_EQ(letters, 461u);
  // 20 on the rendered page, of both blocks of Hanja.
  EXPECT_EQ(count(0x4E00, 0x9FFF) + count(0xF900, 0xFAFF), 20u);
  EXPECT_EQ(count(0xAC00, 0xD7A3), 0u);  // nothing is normalised
  EXPECT_TRUE(says("\u110B\u1175 \u1106\u1169\u11B7 ")) << "\u110B\u1175 \u1106\u1169\u11B7 ";
  EXPECT_EQ(file_.parts.size(), 1u);
}

TEST_F(SharedPdf, JoinsAKoreanWordOverALineEnd) {
  read("nanum-sampler.pdf");
  if (IsSkipped()) return;
  EXPECT_EQ(count(0xAC00, 0xD7A3), 220u);
  std::size_t found = 0;
  for (std::size_t at = 0; (at = file_.text.find("총 두 종으로 구성되어", at)) != std::string::npos;
       ++at) {
    ++found;
  }
  EXPECT_EQ(found, 2u);
  EXPECT_TRUE(says("그 가운데 나눔명조는")) << "그 가운데 나눔명조는";
}

TEST_F(SharedPdf, TellsHeadingsOfAPageThatIsTaggedSo) {
  read("structure_simple.pdf");
  if (IsSkipped()) return;
  EXPECT_THAT(texts_of(file_), ::testing::ElementsAre("Heading 1", "This paragraph 1.", "Heading 2",
                                                      "This paragraph 2."));
  EXPECT_EQ(file_.blocks[0].kind, Kind::kHeading);
  EXPECT_EQ(file_.blocks[0].level, 1);
  EXPECT_EQ(file_.blocks[1].kind, Kind::kParagraph);
  EXPECT_EQ(file_.blocks[2].kind, Kind::kHeading);
  EXPECT_EQ(file_.blocks[2].level, 2);
}

TEST_F(SharedPdf, ReadsTwoColumnsOfARegulation) {
  read("cfr-two-columns.pdf");
  if (IsSkipped()) return;
  EXPECT_EQ(file_.parts.size(), 19u);
  EXPECT_EQ(file_.parts[0].name, "79");
  EXPECT_EQ(file_.parts[18].name, "97");
  EXPECT_TRUE(
      says("manufactures peyote for or distributes peyote to the Native "
           "American Church, however, is required"))
      << "manufactures peyote for or distributes peyote to the Native "
         "American Church, however, is required";
  std::size_t place = 0;
  for (const char* part : {"1308.11 Schedule I.", "1308.12 Schedule II.", "1308.13 Schedule III.",
                           "1308.14 Schedule IV.", "1308.15 Schedule V."}) {
    const std::size_t found = file_.text.find(part);
    ASSERT_NE(found, std::string::npos) << part;
    EXPECT_GT(found, place);
    place = found;
  }
  EXPECT_TRUE(says("1309.01 Scope of part 1309.")) << "1309.01 Scope of part 1309.";
}

TEST_F(SharedPdf, LeavesOutTheHeadsOfARegulation) {
  read("cfr-two-columns.pdf");
  if (IsSkipped()) return;
  std::size_t justice = 0, volume = 0, numbers = 0;
  for (const LeftOutText& left : file_.left_out) {
    ASSERT_EQ(left.reason, LeftOutText::Reason::kPageFrame);
    justice += left.text.find("Drug Enforcement Administration, Justice") != std::string::npos;
    volume += left.text.find("21 CFR Ch. II") != std::string::npos;
    numbers += left.text.find(file_.parts[left.part].name) != std::string::npos;
  }
  EXPECT_EQ(justice, 10u);
  EXPECT_EQ(volume, 9u);
  EXPECT_EQ(numbers, 19u);
  EXPECT_FALSE(says("Drug Enforcement Administration, Justice"))
      << "Drug Enforcement Administration, Justice";
  EXPECT_FALSE(says("21 CFR Ch. II")) << "21 CFR Ch. II";
}

TEST_F(SharedPdf, KnowsHyphensOfWordsFromHyphenation) {
  read("cfr-two-columns.pdf");
  if (IsSkipped()) return;
  for (const char* word :
       {"(2-phenylethyl)-4-piperidyl]-N-phenyl", "4-bromo-2,5-dimethoxy-α-methyl",
        "N-ethyl-alpha-methyl-3,4(methylenedioxy)", "5-hydroxy-N,N-dimethyltryptamine",
        "N,N-alpha-trimethyl-benzeneethanamine", "(6aR-trans)-6a,7,8,10a-tetrahydro",
        "alpha-desmethyl", "tiletamine-zolazepam"}) {
    EXPECT_TRUE(says(word)) << word;
  }
  for (const char* word : {"controlled substances", "nonnarcotic", "methylphenethylamine",
                           "nonacceptance", "cross-examination", "FEDERAL REGISTER"}) {
    EXPECT_TRUE(says(word)) << word;
  }
  for (const char* word :
       {"sub-stances", "sub- stances", "con-trolled", "Adminis-trator", "rule- making"}) {
    EXPECT_FALSE(says(word)) << word;
  }
}

}  // namespace
}  // namespace ibid
