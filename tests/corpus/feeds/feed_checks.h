// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds for the documents of any feed, and short forms of them to compare with.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "corpus/extract/reader_input.h"

namespace ibid::testing {

inline std::string field_of(const ExtractedFile& file, std::string_view name) {
  for (const ExtractedField& field : file.fields) {
    if (field.name == name) return field.value;
  }
  return "";
}

inline std::string rule_of(const ExtractedFile& file, std::string_view name) {
  for (const ExtractedField& field : file.fields) {
    if (field.name == name) return field.rule;
  }
  return "";
}

inline std::vector<std::string> blocks_of(const ExtractedFile& file) {
  std::vector<std::string> blocks;
  for (const ExtractedBlock& block : file.blocks) {
    blocks.push_back(file.text.substr(block.text.begin, block.text.size()));
  }
  return blocks;
}

inline std::string why_refused(const std::function<void()>& read) {
  try {
    read();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

// Sound, and the bytes at each anchor say the text when decoded; every character that is not white
// space has a place.
inline void expect_proven(std::string_view bytes, const ExtractedFile& file,
                          const std::function<std::string(std::string_view)>& decode) {
  EXPECT_EQ(why_unsound(file), "");
  EXPECT_EQ(decode_extracted(encode(file)), file);
  std::size_t end = 0;
  const auto expect_spaces = [&](std::size_t until) {
    EXPECT_EQ(file.text.substr(end, until - end).find_first_not_of(" \n\t"), std::string::npos)
        << file.text.substr(end, until - end);
  };
  for (const SourceAnchor& anchor : file.anchors) {
    const TextSpan& span = anchor.span;
    ASSERT_LE(span.file_begin + span.file_length, bytes.size());
    EXPECT_EQ(decode(bytes.substr(span.file_begin, span.file_length)),
              file.text.substr(span.text_begin, span.length));
    expect_spaces(span.text_begin);
    end = span.text_begin + span.length;
  }
  expect_spaces(file.text.size());
}

}  // namespace ibid::testing
