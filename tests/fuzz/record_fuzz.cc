// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any bytes as a stored record of a passage, report or file or, with a version and a checksum of
// their own, as its fields: refused as damaged, or a value that is stored and read again as the
// same, and whose ranges of text are safe to cut with.
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/record_bytes.h"
#include "tests/fuzz/fuzz_input.h"

namespace ibid {
namespace {

template <class Check>
void damaged_or(const Check& check) {
  try {
    check();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex) << error.what();
  }
}

void check_passage(std::string_view bytes) {
  PassageRecord record;
  try {
    record = decode_passage(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex) << error.what();
    return;
  }
  const std::string stored = encode(record);
  EXPECT_EQ(encode(decode_passage(stored)), stored);
  EXPECT_EQ(decode_passage_id(bytes), record.passage.id);
  const Passage& passage = record.passage;
  for (const ByteRange sentence : passage.sentences) {
    EXPECT_LE(passage.text.substr(sentence.begin, sentence.size()).size(), passage.text.size());
    const ByteRange place = file_range(passage, sentence);
    EXPECT_LE(place.begin, place.end);
  }
  for (const Citation& citation : passage.citations) {
    EXPECT_LE(citation.text.end, passage.text.size());
    EXPECT_GE(citation.sentence, 1U);
    EXPECT_LE(citation.sentence, passage.sentences.size());
  }
}

void check_report(std::string_view bytes) {
  const ReportRecord record = decode_report(bytes);
  for (std::size_t i = 0; i < record.report.sections.size(); ++i) {
    EXPECT_FALSE(section_path(record.report.sections, static_cast<std::int32_t>(i)).empty());
  }
}

void check_file(std::string_view bytes) {
  const FileRecord record = decode_file(bytes);
  EXPECT_EQ(encode(decode_file(encode(record))), encode(record));
}

void check_any(std::string_view bytes) {
  check_passage(bytes);
  damaged_or([&] { decode_passage_id(bytes); });
  damaged_or([&] { check_report(bytes); });
  damaged_or([&] { check_file(bytes); });
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = ibid::fuzz::bytes_of(data, size);
  ibid::check_any(bytes);
  ibid::check_any(ibid::seal_record(bytes));
  return 0;
}
