// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes under several names: a format or a sentence, the same at every call, and one that the
// name can change only where the bytes are text.
#include <gtest/gtest.h>

#include "corpus/extract/archive_kind.h"
#include "corpus/extract/tell_format.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

bool is_packed(FileFormat format) {
  return format == FileFormat::kDocx || format == FileFormat::kHwpx || format == FileFormat::kOdt ||
         format == FileFormat::kEpub || format == FileFormat::kHwp;
}

void check_any(std::string_view bytes) {
  const FormatGuess guess = tell_format(bytes, "file");
  for (const char* name : {"a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.eml", "보고서.pdf"}) {
    const FormatGuess named = tell_format(bytes, name);
    EXPECT_EQ(named, tell_format(bytes, name));
    EXPECT_TRUE(is_utf8(named.refused));
    if (!named.refused.empty()) {
      EXPECT_EQ(named.format, FileFormat::kText);
      EXPECT_NE(named.refused.back(), '.');
    }
    if (is_packed(guess.format)) {
      EXPECT_EQ(named, guess) << name;
    }
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::check_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
