// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parts of a DOCX file, each the content of its outermost element, a byte 1 between them: the
// document, styles, numbering, footnotes, comments, settings. Refused with a reason, or a sound
// document whose anchors are bytes of the parts.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "corpus/docx/read_docx.h"
#include "corpus/error.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/docx_writer.h"
#include "tests/support/extract_checks.h"

namespace ibid {
namespace {

constexpr char kBetween = 1;

void read_parts(std::string_view bytes) {
  testing::DocxParts parts;
  for (std::string* part : std::array{&parts.body, &parts.styles, &parts.numbering,
                                      &parts.footnotes, &parts.comments, &parts.settings}) {
    const std::size_t end = std::min(bytes.find(kBetween), bytes.size());
    *part = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  const testing::ZipParts made = testing::docx_parts(parts);
  std::map<std::string, std::string> by_name(made.begin(), made.end());
  const std::string file_bytes = testing::stored_zip_of(made);
  ReaderInput input;
  input.bytes = file_bytes;
  input.format = FileFormat::kDocx;
  input.limits.depth = 200;
  try {
    for (const ExtractedFile& file : read_docx(input)) {
      testing::check_anchors(file, [&](const std::string& name) { return by_name.at(name); });
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::read_parts(ibid::fuzz::bytes_of(data, size));
  return 0;
}
