// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reading an HWP that a test made, and what must hold of any document that comes out.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "corpus/error.h"
#include "corpus/hwp/hwp_streams.h"
#include "corpus/hwp/little_endian.h"
#include "corpus/hwp/read_hwp.h"
#include "corpus/report/sha256.h"
#include "tests/support/extract_checks.h"
#include "tests/support/hwp_writer.h"

namespace ibid {

inline ExtractedFile read(std::string_view bytes, const ReaderLimits& limits = {}) {
  ReaderInput input;
  input.bytes = bytes;
  input.format = FileFormat::kHwp;
  input.limits = limits;
  std::vector<ExtractedFile> files = read_hwp(input);
  EXPECT_EQ(files.size(), 1U);
  EXPECT_EQ(why_unsound(files.at(0)), "");
  return std::move(files.at(0));
}

// Why it cannot be read; empty if it can.
inline std::string why_refused(std::string_view bytes, const ReaderLimits& limits = {}) {
  try {
    read(bytes, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return {};
}

// The bytes of each anchor, read as UTF-16LE, are its text; each part has its hash and size.
inline void check_parts(const ExtractedFile& file, std::string_view bytes) {
  HwpStreams streams(bytes, {});
  std::vector<std::string> parts;
  for (const SourcePart& part : file.parts) {
    const bool encrypted = streams.is_for_distribution() && part.name.starts_with("View");
    parts.push_back(encrypted ? streams.read_for_distribution(part.name) : streams.read(part.name));
    EXPECT_EQ(sha256_hex(parts.back()), part.sha256);
    EXPECT_EQ(parts.back().size(), part.size);
  }
  for (const SourceAnchor& anchor : file.anchors) {
    const TextSpan& span = anchor.span;
    const std::string_view part = parts.at(anchor.part);
    ASSERT_LE(span.file_begin + span.file_length, part.size());
    EXPECT_EQ(utf16_text(part.substr(span.file_begin, span.file_length)),
              file.text.substr(span.text_begin, span.length));
  }
}

}  // namespace ibid
