// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as JSON, JSON lines and XML -> read_json, read_feed: refused, or sound documents of
// different names whose anchors lie in the file.
#include <gtest/gtest.h>

#include <set>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/feeds/read_feed.h"
#include "corpus/feeds/read_json.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

void read_any(std::string_view bytes, FileFormat format) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = format;
  std::vector<ExtractedFile> files;
  try {
    files = format == FileFormat::kRss ? read_feed(input) : read_json(input);
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
    EXPECT_FALSE(file.text.empty());
    for (const SourceAnchor& anchor : file.anchors) {
      EXPECT_LE(anchor.span.file_begin + anchor.span.file_length, bytes.size());
    }
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = ibid::fuzz::bytes_of(data, size);
  ibid::read_any(bytes, ibid::FileFormat::kJson);
  ibid::read_any(bytes, ibid::FileFormat::kJsonLines);
  ibid::read_any(bytes, ibid::FileFormat::kRss);
  return 0;
}
