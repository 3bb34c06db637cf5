// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as a web page, and any text as HTML inside another text: refused with a reason, or a
// sound document whose anchors are bytes of it.
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/html/read_html.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

void check(const ExtractedFile& file, std::uint64_t size) {
  EXPECT_EQ(why_unsound(file), "");
  for (const SourceAnchor& anchor : file.anchors) {
    EXPECT_LE(anchor.span.file_begin + anchor.span.file_length, size);
  }
}

void read_page(std::string_view bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kHtml;
  input.limits.depth = 200;
  try {
    for (const ExtractedFile& file : read_html(input)) check(file, bytes.size());
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
  }
}

// Each character of the HTML has a byte more in the text around it; one in five is in no place.
void append(const std::string& html) {
  AppendHtml how;
  std::uint64_t place = 0;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t begin = at;
    next_code_point(html, at);
    if (begin % 5 != 4) how.places.push_back({begin, place, at - begin, at - begin + 1});
    place += at - begin + 1;
  }
  if (how.places.empty()) return;
  std::vector<HtmlId> ids;
  how.ids = &ids;
  how.is_page = false;
  how.base = "https://example.org/a/b";
  how.depth = 200;
  ExtractBuilder out(FileFormat::kJson, AnchorGrade::kByte, "fuzz/1", 1U << 20);
  how.part = out.add_part({});
  try {
    append_html(out, html, how);
    append_html(out, html, how);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
    return;
  }
  check(out.finish(), place);
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::read_page(ibid::fuzz::bytes_of(data, size));
  ibid::append(ibid::fuzz::valid_text(ibid::fuzz::bytes_of(data, size)));
  return 0;
}
