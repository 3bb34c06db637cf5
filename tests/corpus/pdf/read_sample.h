// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a PDF that a test has written.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/pdf/pdf_reader.h"
#include "tests/support/pdf_writer.h"

namespace ibid::testing {

inline ExtractedFile read_bytes(const std::string& bytes, ReaderLimits limits = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kPdf;
  input.limits = limits;
  std::vector<ExtractedFile> files = read_pdf(input);
  EXPECT_EQ(files.size(), 1u);
  EXPECT_EQ(why_unsound(files.at(0)), "");
  return files.at(0);
}

inline ExtractedFile read_page(const PdfPageContent& page) {
  PdfWriter pdf;
  pdf.add_page(page);
  return read_bytes(pdf.bytes());
}

inline std::string text_of(const ExtractedFile& file, const ExtractedBlock& block) {
  return file.text.substr(block.text.begin, block.text.size());
}

inline std::vector<std::string> texts_of(const ExtractedFile& file) {
  std::vector<std::string> texts;
  for (const ExtractedBlock& block : file.blocks) texts.push_back(text_of(file, block));
  return texts;
}

}  // namespace ibid::testing
