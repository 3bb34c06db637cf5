// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/position_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/error.h"
#include "tests/support/hex.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class PositionFiles : public ::testing::Test {
 protected:
  // Writes documents 1, 3 and 4; returns how many the file covers.
  std::uint32_t write_some() const {
    PositionFileWriter writer(path_);
    writer.add(1, "one");
    writer.add(3, "국방 협정");
    writer.add(4, "x");
    writer.finish();
    return writer.documents();
  }

  std::string said(std::uint32_t documents) const {
    try {
      const PositionFile file(path_, documents);
      for (std::uint32_t docid = 1; docid <= documents; ++docid) file.value(docid);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kIndex);
      return error.what();
    }
    return "";
  }

  testing::TempDir dir_;
  std::string path_ = dir_.at("places");
};

TEST_F(PositionFiles, AreReadAsTheyWereWritten) {
  ASSERT_EQ(write_some(), 4U);
  const PositionFile file(path_, 4);
  EXPECT_EQ(file.documents(), 4U);
  EXPECT_EQ(file.value(1), "one");
  EXPECT_EQ(file.value(2), "");
  EXPECT_EQ(file.value(3), "국방 협정");
  EXPECT_EQ(file.value(4), "x");
  EXPECT_TRUE(file.intact());
}

// The sum is that of gzip, computed by another program.
TEST_F(PositionFiles, LieOnDiskAsDocumented) {
  PositionFileWriter writer(path_);
  writer.add(2, "ab");
  writer.finish();
  ASSERT_EQ(writer.documents(), 2U);
  EXPECT_EQ(testing::hex(testing::read_bytes(path_)),
            "61 62 00 00 00 00 00 02 00 00 00 00 02 00 00 00 00 00 00 00 2d 7e f7 78");
}

TEST_F(PositionFiles, OfNoDocumentNeedNoFile) {
  const PositionFile none;
  EXPECT_EQ(none.documents(), 0U);
  EXPECT_TRUE(none.intact());
}

// More than one buffer of the writer.
TEST_F(PositionFiles, MayBeManyMegabytes) {
  constexpr std::uint32_t kDocuments = 3000;
  const auto value_of = [](std::uint32_t docid) {
    return std::string(docid % 1500, static_cast<char>(docid));
  };
  PositionFileWriter writer(path_);
  for (std::uint32_t docid = 1; docid <= kDocuments; ++docid) writer.add(docid, value_of(docid));
  writer.finish();
  ASSERT_EQ(writer.documents(), kDocuments);
  const PositionFile file(path_, kDocuments);
  for (std::uint32_t docid = 1; docid <= kDocuments; ++docid) {
    ASSERT_EQ(file.value(docid), value_of(docid)) << docid;
  }
  EXPECT_TRUE(file.intact());
}

TEST_F(PositionFiles, AreReportedIfMissingOrCut) {
  EXPECT_THAT(said(4), HasSubstr(path_ + " is missing"));
  write_some();
  EXPECT_EQ(said(4), "");
  EXPECT_THAT(said(3), HasSubstr("does not belong to this index"));
  EXPECT_THAT(said(1000), HasSubstr("is too short"));
  const std::uint64_t whole = fs::file_size(path_);
  for (std::uint64_t size = 0; size < whole; ++size) {
    write_some();
    fs::resize_file(path_, size);
    EXPECT_THAT(said(4), HasSubstr("ibid index --rebuild")) << size;
  }
}

TEST_F(PositionFiles, AreReportedWhateverByteIsDamaged) {
  write_some();
  const std::string whole = testing::read_bytes(path_);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string bytes = whole;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
    testing::write_file(path_, bytes);
    if (said(4).empty()) {
      EXPECT_FALSE(PositionFile(path_, 4).intact()) << i;
    }
  }
}

TEST_F(PositionFiles, SayWhereTheyCannotBeWritten) {
  const std::string nowhere = dir_.at("no/places");
  try {
    PositionFileWriter{nowhere};
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kSystem);
    EXPECT_THAT(error.what(), HasSubstr(nowhere));
  }
}

}  // namespace
}  // namespace ibid
