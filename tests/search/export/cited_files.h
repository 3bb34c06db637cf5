// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exports of files that are no plain text: three printed pages of a PDF, an office document, a web
// page.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "corpus/extract/extracted_file.h"
#include "search/export/citation_style.h"
#include "search/export/exporter.h"
#include "search/export/render_export.h"
#include "tests/support/test_index.h"

namespace ibid::testing {

ExtractedFile html_document();

// harbour.pdf: its pages are printed as 79 to 81, and a block goes from the first to the second.
class CitedPlaceTest : public ::testing::Test {
 protected:
  CitedPlaceTest();

  void write(const std::string& name, const std::string& bytes) { test_.write(name, bytes); }
  void add(const std::string& name, const std::string& bytes, ExtractedFile document);
  std::string exported(ExportRenderer& renderer, ExportWhat what = ExportWhat::kPassages,
                       const std::string& query = {});
  // The first line of the passages that the query finds.
  std::string cited(CitationStyle style, const std::string& query);

  TestIndex test_;
  std::map<std::string, ExtractedFile> documents_;  // by the bytes of their files
};

// 협정.docx instead, which has labels and no pages.
class CitedLabels : public CitedPlaceTest {
 protected:
  CitedLabels();
};

}  // namespace ibid::testing
