// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as a section of HWPX and as its header: refused in a sentence, or a document that is
// sound, whose anchors lie in the section.
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/hangul/write_document.h"
#include "corpus/hwpx/hwpx_header.h"
#include "corpus/hwpx/hwpx_section.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ibid;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const ReaderLimits limits;
  try {
    LabelDefinitions definitions;
    if (bytes.find("paraHead") != std::string_view::npos) {
      definitions = read_hwpx_header("header", bytes, limits);
    }
    ExtractBuilder out(FileFormat::kHwpx, AnchorGrade::kPart, "fuzz/1", limits.text_bytes);
    const HwpxSection section =
        read_hwpx_section("section", bytes, out.add_part({"section", "", size, 0, 0}), limits);
    HangulWriter(out, definitions).write(section.paragraphs);
    const ExtractedFile file = out.finish();
    EXPECT_EQ(why_unsound(file), "");
    for (const SourceAnchor& anchor : file.anchors) {
      EXPECT_LE(anchor.span.file_begin + anchor.span.file_length, size);
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
  }
  return 0;
}
