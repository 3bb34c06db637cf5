// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/document_reader.h"

#include <gtest/gtest.h>

#include <set>

#include "corpus/error.h"
#include "corpus/readers/format_readers.h"

namespace ibid {
namespace {

int asked = 0;

std::vector<ExtractedFile> read_any(const ReaderInput& input) {
  ExtractBuilder builder(input.format, AnchorGrade::kByte, "test/1", 100);
  builder.add_part({});
  builder.add(input.bytes, 0, 0, input.bytes.size());
  return {builder.finish()};
}

std::string is_fit() {
  ++asked;
  return "";
}

std::string is_unfit() {
  ++asked;
  return "its maps of characters are missing; install poppler-data";
}

std::string refusal(DocumentReader& reader, FileFormat format) {
  ReaderInput input;
  input.format = format;
  input.bytes = "항구가 커졌다.";
  try {
    return reader.read(input).at(0).text;
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
}

TEST(DocumentReader, AsksOnceWhetherAReaderIsFit) {
  const std::vector<FormatReader> readers = {{FileFormat::kHtml, read_any},
                                             {FileFormat::kPdf, read_any, is_unfit},
                                             {FileFormat::kEml, read_any, is_fit}};
  DocumentReader reader(readers);
  asked = 0;
  EXPECT_EQ(refusal(reader, FileFormat::kHtml), "항구가 커졌다.");
  EXPECT_EQ(asked, 0);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(refusal(reader, FileFormat::kPdf),
              "its maps of characters are missing; install poppler-data");
    EXPECT_EQ(asked, 1);
  }
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(refusal(reader, FileFormat::kEml), "항구가 커졌다.");
    EXPECT_EQ(asked, 2);
  }
  EXPECT_EQ(refusal(reader, FileFormat::kOdt), "files of the format odt are not read");
}

TEST(FormatReaders, AreOneForAFormat) {
  std::set<FileFormat> formats;
  for (const FormatReader& reader : format_readers()) {
    EXPECT_TRUE(formats.insert(reader.format).second) << to_string(reader.format);
    EXPECT_NE(reader.read, nullptr);
  }
}

}  // namespace
}  // namespace ibid
