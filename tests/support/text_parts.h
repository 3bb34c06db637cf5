// SPDX-License-Identifier: GPL-2.0-or-later
//
// Parts of a text: found, split off, or shown in « » for tables of texts.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid::testing {

// The `nth` place of a part, counted from 0.
inline ByteRange find_in(std::string_view text, std::string_view part, std::size_t nth = 0) {
  std::size_t at = text.find(part);
  for (; nth > 0 && at != std::string_view::npos; --nth) at = text.find(part, at + 1);
  EXPECT_NE(at, std::string_view::npos) << part;
  return {at, at + part.size()};
}

inline std::vector<std::string> split_at(const std::string& text, char sign) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, sign);) out.push_back(part);
  return out;
}

// "It «fell» again."
inline std::string in_marks(const std::string& text, const std::vector<ByteRange>& parts) {
  std::string out;
  std::size_t at = 0;
  for (const ByteRange part : parts) {
    out += text.substr(at, part.begin - at) + "«" + text.substr(part.begin, part.size()) + "»";
    at = part.end;
  }
  return out + text.substr(at);
}

inline std::string without_marks(std::string text) {
  for (const std::string_view mark : {"«", "»"}) {
    for (std::size_t at = 0; (at = text.find(mark)) != std::string::npos;) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

}  // namespace ibid::testing
