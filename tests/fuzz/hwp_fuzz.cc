// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as an HWP 5 file, and as the parts of one that compression and encryption hide from a
// fuzzer: records of a section and of DocInfo, a summary, a section for distribution. Refused in a
// sentence, or a document that is sound and whose anchors lead to its text.
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/hwp/little_endian.h"
#include "corpus/hwp/read_hwp.h"
#include "corpus/hwp/summary_information.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/hwp_writer.h"

namespace ibid {
namespace {

std::vector<ExtractedFile> read(std::string_view bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kHwp;
  try {
    return read_hwp(input);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
    return {};
  }
}

void check_section(std::string_view section, std::string_view doc_info) {
  testing::HwpParts parts;
  parts.flags = 0;
  parts.doc_info = doc_info;
  parts.sections = {std::string(section)};
  for (const ExtractedFile& file : read(testing::hwp_file_of(parts))) {
    EXPECT_EQ(why_unsound(file), "");
    for (const SourceAnchor& anchor : file.anchors) {
      const TextSpan& span = anchor.span;
      ASSERT_LE(span.file_begin + span.file_length, section.size());
      EXPECT_EQ(utf16_text(section.substr(span.file_begin, span.file_length)),
                file.text.substr(span.text_begin, span.length));
    }
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ibid;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  for (const ExtractedFile& file : read(bytes)) EXPECT_EQ(why_unsound(file), "");
  check_section(bytes, {});
  check_section(bytes.substr(size / 2), bytes.substr(0, size / 2));
  EXPECT_TRUE(is_utf8(read_summary(bytes).title));
  return 0;
}
