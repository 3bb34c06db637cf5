// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "corpus/error.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::stored_zip_of;
using testing::with_replaced;
using testing::zip_of;

std::string why(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}
std::string why_not_opened(const std::string& bytes, const ReaderLimits& limits = {}) {
  return why([&] { Archive(bytes, limits); });
}
std::string why_not_read(const std::string& bytes, const std::string& part,
                         const ReaderLimits& limits = {}) {
  return why([&] { Archive(bytes, limits).read(part); });
}

TEST(Archive, ReadsItsPartsByNameInTheirOrder) {
  const std::string bytes = zip_of({{"mimetype", "x"}, {"본문/장 1.xml", "수출은 3%"}, {"e", ""}});
  Archive archive(bytes, {});
  EXPECT_TRUE(looks_like_zip(bytes));
  EXPECT_THAT(archive.names(), ElementsAre("mimetype", "본문/장 1.xml", "e"));
  EXPECT_EQ(archive.read("본문/장 1.xml"), "수출은 3%");
  EXPECT_EQ(archive.read("e"), "");
  EXPECT_TRUE(archive.contains("mimetype"));
  EXPECT_FALSE(archive.contains("MimeType"));
  EXPECT_EQ(archive.find_any_case("MimeType"), "mimetype");
  EXPECT_EQ(archive.find_any_case("none"), "");
}

TEST(Archive, TellsNameHashAndSizeOfAPart) {
  const SourcePart part = source_part("word/document.xml", "abc");
  EXPECT_EQ(part.name, "word/document.xml");
  EXPECT_EQ(part.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(part.size, 3u);
}

TEST(Archive, ResolvesNamesThatNeverLeaveIt) {
  EXPECT_EQ(resolved_name("word/document.xml", "media/a.png"), "word/media/a.png");
  EXPECT_EQ(resolved_name("word/document.xml", "/docProps/core.xml"), "docProps/core.xml");
  EXPECT_EQ(resolved_name("a/b/c.xml", "../d/./e.xml"), "a/d/e.xml");
  EXPECT_EQ(resolved_name("a.xml", "../../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(resolved_name("", "a.xml"), "a.xml");
}

TEST(Archive, RefusesWhatTwoReadersWouldSeeDifferently) {
  const std::string twice =
      with_replaced(zip_of({{"part-a.xml", "one"}, {"part-b.xml", "two"}}), "part-b", "part-a");
  EXPECT_EQ(why_not_opened(twice), "it has two parts named part-a.xml");
  const std::string cases = zip_of({{"word/a.xml", "one"}, {"Word/A.xml", "two"}});
  EXPECT_EQ(why_not_opened(cases), "");  // EPUB has such names, OPC may not
  EXPECT_EQ(why([&] { Archive(cases, {}).find_any_case("word/a.xml"); }),
            "it has two parts named word/a.xml and Word/A.xml");
  // A size that is not so, in the local header and in the directory.
  const std::string packed = zip_of({{"a", std::string(1000, 'x')}});
  const std::string lie =
      with_replaced(packed, std::string("\xE8\x03\0\0", 4), std::string("\xF4\x01\0\0", 4));
  EXPECT_EQ(why_not_read(lie, "a"), "its part a has 1000 bytes instead of the 500 it declares");
}

TEST(Archive, NamesThePartThatItCannotRead) {
  const std::string bytes = stored_zip_of({{"a.xml", "some text"}});
  EXPECT_EQ(why_not_read(bytes, "b.xml"), "its part b.xml is missing");
  EXPECT_EQ(why_not_read(with_replaced(bytes, "some", "same"), "a.xml"),
            "its part a.xml is damaged (CRC error)");
  EXPECT_EQ(why_not_read(testing::zip_with_encrypted({{"a.xml", "text"}}, "a.xml"), "a.xml"),
            "its part a.xml is encrypted; save it without a password");
  EXPECT_EQ(why_not_opened("not an archive"), "it is damaged or not a ZIP archive; get a new copy");
  EXPECT_EQ(why_not_opened(""), "it is damaged or not a ZIP archive; get a new copy");
}

TEST(Archive, CountsBytesAsTheyAreUnpacked) {
  const std::string bomb = zip_of({{"bomb", std::string(3 << 20, ' ')}});
  EXPECT_EQ(why_not_read(bomb, "bomb"),
            "its part bomb is more than 200 times as large when unpacked");
  ReaderLimits limits;
  limits.ratio = 2000;
  EXPECT_EQ(why_not_read(bomb, "bomb", limits), "");
  limits.part_bytes = 2 << 20;
  EXPECT_EQ(why_not_read(bomb, "bomb", limits),
            "its part bomb has more than 2097152 bytes when unpacked");
  // Below 1 MiB any ratio is fine: styles that repeat themselves.
  EXPECT_EQ(why_not_read(zip_of({{"a", std::string(1 << 20, ' ')}}), "a"), "");
  limits = {};
  limits.file_bytes = 15;
  const std::string two = zip_of({{"a", "0123456789"}, {"b", "0123456789"}});
  EXPECT_EQ(why([&] {
              Archive archive(two, limits);
              archive.read("a");
              archive.read("b");
            }),
            "its parts have more than 15 bytes when unpacked");
}

TEST(Archive, RefusesMorePartsThanItsLimit) {
  testing::ZipParts parts;
  for (int i = 0; i < 10'001; ++i) parts.emplace_back(std::to_string(i), "");
  EXPECT_EQ(why_not_opened(stored_zip_of(parts)), "it has 10001 parts, more than 10000");
  parts.pop_back();
  EXPECT_EQ(why_not_opened(stored_zip_of(parts)), "");
}

TEST(Archive, SurvivesEveryCutAndChangedByte) {
  const std::string bytes = zip_of({{"a.xml", "<a>text text text text</a>"}, {"b", "2"}});
  const auto read_all = [](const std::string& damaged) {
    return why([&] {
      Archive archive(damaged, {});
      for (const std::string& name : archive.names()) archive.read(name);
    });
  };
  EXPECT_EQ(read_all(bytes), "");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_NE(read_all(bytes.substr(0, size)), "") << size;
  }
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int bit : {0, 4, 7}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      refused += read_all(changed).empty() ? 0 : 1;
    }
  }
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace ibid
