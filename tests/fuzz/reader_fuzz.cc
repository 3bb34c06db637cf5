// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes, as plain text and as Markdown -> read_report: refused as not text, or a report whose
// every range leads back to them.
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/files/reader.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

void check_places(const Report& report, std::size_t size) {
  for (const Section& section : report.sections) {
    EXPECT_LE(section.bytes.begin, section.bytes.end);
    EXPECT_LE(section.bytes.end, size);
  }
  for (const ContentsEntry& entry : report.contents) {
    EXPECT_LE(entry.bytes.begin, entry.bytes.end);
    EXPECT_LE(entry.bytes.end, size);
  }
  for (const Passage& passage : report.passages) {
    for (const ByteRange sentence : passage.sentences) {
      const ByteRange place = file_range(passage, sentence);
      EXPECT_GE(place.begin, passage.bytes.begin);
      EXPECT_LT(place.begin, place.end);
      EXPECT_LE(place.end, passage.bytes.end);
    }
  }
}

void read_any(const std::string& name, std::string_view bytes) {
  try {
    const Report report = read_report(name, std::string(bytes), "r");
    EXPECT_EQ(report.size, bytes.size());
    testing::check_invariants(report, bytes);
    check_places(report, bytes.size());
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput) << error.what();
  }
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::read_any("report.txt", ibid::fuzz::bytes_of(data, size));
  ibid::read_any("report.md", ibid::fuzz::bytes_of(data, size));
  return 0;
}
