// SPDX-License-Identifier: GPL-2.0-or-later
//
// Evidence bundles of reports whose text a reader made of another format, as a small reader makes
// it.
#pragma once

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/reader_input.h"
#include "search/bundles/bundle.h"
#include "search/bundles/check_bundle.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {

constexpr char kProgram[] = "ibid test";
extern const char* const kWebPage;             // web.html
extern const std::vector<std::string> kLines;  // of all the others

// Reads a few formats, as simply as can be.
struct FakeReader {
  std::string name = "fake/1";
  std::vector<std::string> lines = kLines;
  float shift = 0;          // of boxes
  std::uint64_t moved = 0;  // bytes of parts
  int read = 0;             // files

  std::vector<ExtractedFile> operator()(const ReaderInput& input);

 private:
  ExtractedFile html(std::string_view bytes) const;
  ExtractedFile part() const;
  ExtractedFile pages() const;
  ExtractedFile item(const std::string& id, const std::string& line) const;
};

// An index of web.html, paper.docx and 논문.pdf.
class ExtractedBundleTest : public ::testing::Test {
 protected:
  ExtractedBundleTest();

  OpenIndex& open();
  // All passages of a report; of all reports without a name.
  std::vector<PassageRef> passages_of(const std::string& report = "");
  Bundle make(const std::string& report, BundleMode mode = BundleMode::kReports);

  TestIndex test_;
  FakeReader reader_;

 private:
  std::optional<OpenIndex> open_;
};

std::string file_of(const std::string& bundle, std::string_view name);
std::vector<std::string> messages(const BundleCheck& check);
// All passages, proven with or without what the readers did.
::testing::Matcher<std::vector<CheckedPassage>> all_proven(bool extraction);

}  // namespace ibid::testing
