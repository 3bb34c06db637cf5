// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string sentence(unsigned level = 0) {
  return hwp_paragraph(level, 0, utf16_of("물가가 올랐다. Prices rose."));
}

std::string file_with(std::uint32_t flags, std::uint32_t version = 0x05000302) {
  HwpParts parts;
  parts.flags = flags;
  parts.version = version;
  parts.sections = {sentence()};
  parts.view_sections = {sentence()};
  return hwp_file_of(parts);
}

TEST(HwpStreams, RefusesByNameWhatIsProtectedOrOfAnotherFormat) {
  struct Case {
    std::string bytes;
    const char* why;
  };
  for (const Case& c : {
           Case{file_with(0x1 | 0x2), "it is protected by a password; save it without one"},
           Case{file_with(0x2), "it is protected by a password; save it without one"},
           Case{file_with(0x1 | 0x10), "it is protected by DRM; save it without DRM"},
           Case{file_with(0x100), "it is encrypted with a certificate; save it without encryption"},
           Case{file_with(0x400), "it is encrypted with a certificate; save it without encryption"},
           Case{file_with(1, 0x04000000), "it is of HWP version 4, not 5"},
           Case{"HWP Document File V3.00 \x1A\1\2\3\4\5",
                "it is of HWP 3 or older; save it as HWP 5 or HWPX"},
           Case{"", "it is not an HWP 5 file: it is not a compound file"},
           Case{"PK\3\4", "it is not an HWP 5 file: it is not a compound file"},
           Case{compound_file_of({{"EncryptedPackage", "x"}, {"EncryptionInfo", "y"}}),
                "it is protected by a password; save it without one"},
           Case{compound_file_of({{"WordDocument", "x"}}),
                "it is not an HWP 5 file: it contains no FileHeader"},
           Case{compound_file_of({{"FileHeader", "HWP Document File"}}),
                "its FileHeader is damaged"},
       }) {
    EXPECT_EQ(why_refused(c.bytes), c.why);
  }
  EXPECT_EQ(why_refused(file_with(1)), "");
  EXPECT_EQ(why_refused(file_with(1 | 1 << 13)), "");  // private information hidden
}

TEST(HwpStreams, RefusesWhatLacksAStream) {
  const std::string header =
      "HWP Document File" + std::string(15, '\0') + le32(0x05000000) + le32(0);
  EXPECT_EQ(why_refused(compound_file_of({{"FileHeader", header}})), "it has no DocInfo");
  EXPECT_EQ(why_refused(compound_file_of({{"FileHeader", header}, {"DocInfo", ""}})),
            "it has no BodyText/Section0");
}

TEST(HwpStreams, DecryptsDistributionDocumentsWithAnyKey) {
  for (const std::uint32_t seed : {0U, 1U, 15U, 0x8000000FU, 0xFFFFFFFFU, 20260101U}) {
    for (const std::uint32_t flags : {4U, 5U}) {
      HwpParts parts;
      parts.flags = flags;
      parts.sections = {hwp_paragraph(0, 0, utf16_of("이것은 알림일 뿐이다."))};
      const std::string section = flags == 5 ? packed(sentence()) : sentence();
      parts.more = {{"ViewText/Section0", encrypted_for_distribution(section, seed)}};
      const std::string bytes = hwp_file_of(parts);
      const ExtractedFile file = read(bytes);
      EXPECT_EQ(file.text, "물가가 올랐다. Prices rose.");
      EXPECT_THAT(left_out_lines(file), ElementsAre("decoy: 이것은 알림일 뿐이다."));
      check_parts(file, bytes);
    }
  }
}

TEST(HwpStreams, RefusesADistributionDocumentWithoutItsText) {
  HwpParts parts;
  parts.flags = 5;
  parts.sections = {sentence()};
  EXPECT_EQ(why_refused(hwp_file_of(parts)),
            "it is a distribution document, but it has no ViewText");
  parts.more = {{"ViewText/Section0", packed(sentence())}};
  EXPECT_EQ(why_refused(hwp_file_of(parts)),
            "it is a distribution document, but its key is missing");
  std::string wrong = encrypted_for_distribution(packed(sentence()));
  wrong[40] = static_cast<char>(wrong[40] ^ 1);  // somewhere in the record, perhaps in the key
  wrong[22] = static_cast<char>(wrong[22] ^ 1);
  parts.more = {{"ViewText/Section0", wrong}};
  EXPECT_THAT(why_refused(hwp_file_of(parts)), HasSubstr("ViewText/Section0 is damaged"));
}

TEST(HwpStreams, CountsBytesAsTheyAreUnpacked) {
  HwpParts parts;
  parts.sections = {std::string(3 << 20, '\0')};  // a ratio of about 1,000
  EXPECT_EQ(why_refused(hwp_file_of(parts)),
            "BodyText/Section0 has more than 1048576 bytes when unpacked");
  parts.sections = {std::string(1 << 20, '\0')};
  EXPECT_EQ(why_refused(hwp_file_of(parts)), "");

  ReaderLimits limits;
  limits.part_bytes = 100'000;
  parts.sections = {hwp_paragraph(0, 0, std::string(120'000, 'x'))};
  EXPECT_THAT(why_refused(hwp_file_of(parts), limits), HasSubstr("more than 100000 bytes"));
  limits.part_bytes = 200'000;
  limits.file_bytes = 200'000;
  EXPECT_EQ(why_refused(hwp_file_of(parts), limits), "");
  parts.sections.push_back(parts.sections[0]);
  EXPECT_THAT(why_refused(hwp_file_of(parts), limits), HasSubstr("more than 200000 bytes"));
}

TEST(HwpStreams, BoundsTheTextOfADocument) {
  HwpParts parts;
  parts.sections = {sentence()};
  ReaderLimits limits;
  limits.text_bytes = 20;
  EXPECT_EQ(why_refused(hwp_file_of(parts), limits), "it has more than 20 bytes of text; split it");
}

TEST(HwpStreams, RefusesAStreamThatDoesNotUnpack) {
  HwpParts parts;
  const std::string good = packed(sentence());
  for (const std::string& bad : {std::string(), std::string("\x07\x07"), std::string("not deflate"),
                                 good.substr(0, good.size() / 2), std::string(600, '\xFF')}) {
    parts.more = {{"BodyText/Section0", bad}};
    EXPECT_EQ(why_refused(hwp_file_of(parts)),
              "BodyText/Section0 is damaged: it cannot be unpacked");
  }
  parts.more = {{"BodyText/Section0", good + "what follows is not read"}};
  EXPECT_EQ(why_refused(hwp_file_of(parts)), "");
}

}  // namespace
}  // namespace ibid
