// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/index-format.md against the program's bytes: the record that the page works out by hand.
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "indexer/records/passage_record.h"
#include "tests/support/hex.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

// The bytes in the indented lines below `heading`: each line has them up to two spaces.
std::string bytes_below(const std::string& heading) {
  std::istringstream page(testing::read_bytes(IBID_SOURCE_DIR "/docs/index-format.md"));
  std::string out;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("    ")) continue;
    if (!out.empty()) out += ' ';
    out += line.substr(4, line.find("  ", 4) - 4);
  }
  return out;
}

// The record as the page describes it in words.
PassageRecord described_record() {
  PassageRecord record;
  record.report_id = "p";
  Passage& passage = record.passage;
  passage.id = "p#1.1";
  passage.text = "So (출처: A).";
  passage.language = "en";
  passage.bytes = {200, 215};
  passage.spans = {{0, 200, 15, 15}};
  passage.sentences = {{0, 15}};
  Citation citation;
  citation.source = "A";
  citation.form = Citation::Form::kOther;
  citation.bytes = {212, 213};
  citation.text = {12, 13};
  passage.citations = {citation};
  Section section;
  section.number = "1";
  section.locator = "1";
  section.title = "Oil";
  record.section = {section};
  return record;
}

TEST(IndexFormatDocs, WorkOutARecordToTheByte) {
  EXPECT_EQ(bytes_below("One record, byte by byte"), testing::hex(encode(described_record())));
}

}  // namespace
}  // namespace ibid
