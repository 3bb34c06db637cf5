// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers as marks have them: "1, 3-5" and "2, p. 14" inside brackets, "¹⁻³" raised. Whether they
// are a mark is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

inline constexpr std::size_t kLongestNumbers = 80;  // bytes of "[1, 2, 3-5]"
inline constexpr std::uint32_t kMostOfRange = 50;   // "[1-50]"; more is no list of sources

struct NumberItem {
  std::uint32_t first = 0, last = 0;
  ByteRange text;
  std::string locator;
};

// Bytes of the dash of a range at `at`: "-", "–", "~"; 0 if there is none.
std::size_t range_sign(std::string_view text, std::size_t at);

// Bytes of the sign between two numbers at `at`: ",", ";", "、"; 0 if there is none.
std::size_t separator_size(std::string_view text, std::size_t at);

// Reads a number of at most three digits, ASCII or raised; nothing for any other.
std::optional<std::uint32_t> read_number(std::string_view text, std::size_t& at, bool raised);

// "1", "1, 3-5", "2, p. 14"; empty if `inside` holds anything else.
std::vector<NumberItem> read_numbers(std::string_view text, ByteRange inside);

// Whether numbers in brackets count 1, 2, 3 through a report, as marks do.
class NumberWatch {
 public:
  void see(std::string_view text);
  bool counts_up() const { return one_ && two_ && three_; }

 private:
  bool one_ = false, two_ = false, three_ = false;
};

}  // namespace ibid
