// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short forms for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/archive/archive.h"
#include "corpus/docx/read_docx.h"
#include "corpus/error.h"
#include "tests/support/docx_writer.h"
#include "tests/support/extract_checks.h"

namespace ibid::testing {

// Reads the file and checks that every anchor's bytes are its text.
inline ExtractedFile docx_file(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kDocx;
  std::vector<ExtractedFile> files = read_docx(input);
  EXPECT_EQ(files.size(), 1u);
  Archive archive(bytes, {});
  check_anchors(files[0], [&](const std::string& name) { return archive.read(name); });
  return files[0];
}

inline std::vector<std::string> docx_blocks(const std::string& body) {
  return block_lines(docx_file(docx_of(body)));
}

inline std::string why_no_docx(const std::string& bytes, const ReaderLimits& limits = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.limits = limits;
  try {
    read_docx(input);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

}  // namespace ibid::testing
