// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as a mail -> read_eml, with attachments that are mails: refused, or sound documents of
// different names whose anchors lie in their parts.
#include <gtest/gtest.h>

#include <set>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/mail/read_eml.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

std::vector<ExtractedFile> read_attached(const ReaderInput& input) {
  return read_eml(input, read_attached);
}

void read_any(std::string_view bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kEml;
  std::vector<ExtractedFile> files;
  try {
    files = read_eml(input, read_attached);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
    return;
  }
  EXPECT_FALSE(files.empty());
  std::set<std::string> items;
  for (const ExtractedFile& file : files) {
    EXPECT_EQ(why_unsound(file), "");
    EXPECT_EQ(decode_extracted(encode(file)), file);
    EXPECT_TRUE(items.insert(file.item).second) << file.item;
    for (const SourceAnchor& anchor : file.anchors) {
      EXPECT_LE(anchor.span.file_begin + anchor.span.file_length, file.parts[anchor.part].size);
    }
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::read_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
